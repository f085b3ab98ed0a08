package org.zhongchuang.records.evidence;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Headings;
import org.zhongchuang.records.table.Layout;
import org.zhongchuang.records.table.LayoutFinder;
import org.zhongchuang.records.table.Preview;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.RowReader;
import org.zhongchuang.records.table.TableReading;

/** The tables that operators send: kept as they came, and read row by row. */
@Component
class UploadedTables {

    private final FileStore files;
    private final ToldHeadings told;
    private final AlikeNames alike;
    private final RegisteredDays registered;
    private final Clock clock;

    UploadedTables(FileStore files, ToldHeadings told, AlikeNames alike, Clock clock, RegisteredDays registered) {
        this.registered = registered;
        this.alike = alike;
        this.files = files;
        this.told = told;
        this.clock = clock;
    }

    Storing store(InputStream content, String name, Actor actor) {
        return files.storeTable(content, name, actor.person().value());
    }

    /** Judges every row and keeps none. */
    TableReading judge(Actor actor, StoredFile file, RecordKind kind) throws SheetReader.Unreadable {
        return judge(file, kind, finder(actor, file, kind).found());
    }

    TableReading judge(StoredFile file, RecordKind kind, Layout layout) throws SheetReader.Unreadable {
        return read(file, new TableReading(kind, layout, LocalDate.now(clock), false, (_, _, _) -> true));
    }

    /** Judges it anew with the headings in another row, or without any where the row is 0. */
    TableReading judge(Actor actor, UUID id, RecordKind kind, int headings) throws SheetReader.Unreadable {
        var file = files.find(id).orElseThrow();
        return judge(file, kind, finder(actor, file, kind).asSaid(OptionalInt.of(headings)));
    }

    private LayoutFinder finder(Actor actor, StoredFile file, RecordKind kind) throws SheetReader.Unreadable {
        var finder = new LayoutFinder(new Headings(kind, told.by(actor.organisation(), kind)));
        SheetReader.read(files.contentOf(file), finder);
        return finder;
    }

    StoredFile file(UUID id) {
        return files.find(id).orElseThrow();
    }

    /** Reads a table that was judged, with its layout, row by row. */
    void readAgain(UUID id, RecordKind kind, Layout layout, boolean inTenThousands, TableReading.Judged row) {
        try {
            read(file(id), new TableReading(kind, layout, LocalDate.now(clock), inTenThousands, row));
        } catch (SheetReader.Unreadable e) {
            throw new IllegalStateException("a table that was read once can be read again", e);
        }
    }

    /** The names in the good rows of a table that look like others. */
    List<AlikeNames.Question> questions(SubjectId space, UUID id, RecordKind kind, Layout layout) {
        if (kind != RecordKind.AGREEMENTS && kind != RecordKind.MENTORS) {
            return List.of();
        }
        var names = new LinkedHashMap<String, String>();
        readAgain(id, kind, layout, false, (_, _, read) -> {
            var name = read.values().get(SameNames.fieldOf(kind));
            if (read.isGood() && name != null) {
                names.merge(
                        name, read.values().getOrDefault(Field.CODE, ""), (one, other) -> one.isEmpty() ? other : one);
            }
            return true;
        });
        return alike.of(space, kind, names);
    }

    /** Some rows of a table that was judged, from one on, with the values as they were read. */
    Preview preview(UUID id, RecordKind kind, Layout layout, int from, int most) {
        var rows = new ArrayList<Preview.Row>();
        readAgain(id, kind, layout, false, (number, typed, read) -> {
            if (number >= from) {
                rows.add(Preview.Row.of(kind, number, typed, registered.noted(read)));
            }
            return rows.size() <= most;
        });
        return rows.size() <= most
                ? new Preview(rows, Optional.empty())
                : new Preview(rows.subList(0, most), Optional.of(rows.get(most).number()));
    }

    /** What stands in the first rows of each column, so that somebody can say what it is. */
    Map<Integer, List<String>> samples(UUID id, Layout layout, int most) {
        var samples = new HashMap<Integer, List<String>>();
        var seen = new int[1];
        try {
            SheetReader.read(files.contentOf(file(id)), (number, cells) -> {
                if (number > layout.headings()) {
                    seen[0]++;
                    for (int at = 0; at < Math.min(cells.size(), SheetReader.MOST_COLUMNS); at++) {
                        if (!cells.get(at).isBlank()) {
                            samples.computeIfAbsent(at, _ -> new ArrayList<>()).add(RowReader.quoted(cells.get(at)));
                        }
                    }
                }
                return seen[0] < most;
            });
        } catch (SheetReader.Unreadable e) {
            throw new IllegalStateException("a table that was read once can be read again", e);
        }
        return samples;
    }

    private TableReading read(StoredFile file, TableReading reading) throws SheetReader.Unreadable {
        SheetReader.read(files.contentOf(file), reading);
        return reading;
    }
}
