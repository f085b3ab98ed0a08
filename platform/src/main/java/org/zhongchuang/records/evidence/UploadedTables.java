package org.zhongchuang.records.evidence;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.evidence.Column.Field;

/** The tables that operators send: kept as they came, and read row by row. */
@Component
class UploadedTables {

    private final FileStore files;
    private final Clock clock;

    UploadedTables(FileStore files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    Storing store(InputStream content, String name, Actor actor) {
        return files.storeTable(content, name, actor.person().value());
    }

    /** Judges every row and keeps none. */
    TableReading judge(StoredFile file, RecordKind kind) throws SheetReader.Unreadable {
        return read(file, new TableReading(kind, LocalDate.now(clock), false, _ -> {}));
    }

    /** Reads a table that was judged, and gives out its good rows. */
    void readAgain(UUID id, RecordKind kind, boolean inTenThousands, Consumer<Map<Field, String>> row) {
        try {
            var file = files.find(id).orElseThrow();
            read(file, new TableReading(kind, LocalDate.now(clock), inTenThousands, row));
        } catch (SheetReader.Unreadable e) {
            throw new IllegalStateException("a table that was read once can be read again", e);
        }
    }

    private TableReading read(StoredFile file, TableReading reading) throws SheetReader.Unreadable {
        SheetReader.read(files.contentOf(file), reading);
        return reading;
    }
}
