package org.zhongchuang.outside.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.records.evidence.AlikeNames;
import org.zhongchuang.records.evidence.Batch;
import org.zhongchuang.records.evidence.Imports;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.SentTable;
import org.zhongchuang.records.figure.Periods;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.RecordKind;

/** The records that operators of the demonstration have kept: tables, sent and accepted as any operator would. */
@Component
class Chronicle {

    /** In a very large city the others' records are left out: every upload is played, and that takes its time. */
    private static final int KEEPING = 200;

    /** How many send their tables on one day. */
    private static final int A_DAY = 7;

    private final CitySettings settings;
    private final Imports imports;
    private final Periods periods;
    private final Claimants claimants;
    private final FirmMarks marks;
    private final Stage stage;
    private final GivenNames names;
    private final Map<SubjectId, SpaceRecords> kept = new HashMap<>();
    private final Set<SubjectId> told = new HashSet<>();

    Chronicle(
            CitySettings settings,
            Imports imports,
            Periods periods,
            Claimants claimants,
            FirmMarks marks,
            Stage stage) {
        this.settings = settings;
        this.imports = imports;
        this.periods = periods;
        this.claimants = claimants;
        this.marks = marks;
        this.stage = stage;
        this.names = new GivenNames(stage);
    }

    void fill(Random random) {
        var number = 0;
        for (var space : claimants.recognisedBefore(second().plusYears(1)).stream()
                .limit(KEEPING)
                .toList()) {
            // How well a space does: a few very well, a few badly.
            var drawn = random.nextInt(10);
            // Where a second year follows, most keep few records, and fewer do so badly that they have to mend it.
            var quality = settings.hasSecondYear() ? 4 + drawn * 2 / 3 : 1 + drawn;
            var much = !settings.hasSecondYear() || number % 4 == 0;
            var records = new SpaceRecords(++number, quality, stage.times().year(1), names);
            kept.put(space.space(), records);
            var tables = records.whole(random, much);
            if (number == 1) {
                // The firm for which the demonstration's account of a firm acts lives in the first of them.
                tables.getOrDefault(RecordKind.AGREEMENTS, new ArrayList<>()).add(Registers.tenancyOfTheFirm(stage));
            }
            write(space.space(), records.year(), tables);
            // The second space keeps its year open, so that there is one to look at and to close.
            if (number % 4 != 2) {
                periods.close(claimants.operatorOf(space.space()), space.space(), records.year());
            }
        }
        marks.give(random, settings.hasSecondYear() ? 100 : 400);
    }

    /**
     * In the first weeks of the third year the operators send what the second brought, a few each day; some have yet to
     * do so.
     */
    void planSecondYear(Turns turns, long seed) {
        var random = new Random(seed + 3);
        turns.add(second().plusDays(8), today -> {
            var waiting = claimants.recognisedBefore(second()).stream()
                    .filter(space -> !told.contains(space.space()))
                    .limit(A_DAY)
                    .toList();
            waiting.forEach(space -> tell(space.space(), random));
            return waiting.isEmpty() || told.size() > KEEPING / 3 ? OptionalInt.empty() : OptionalInt.of(2);
        });
    }

    /** When the second year has passed. */
    private LocalDate second() {
        return stage.times().day(3, 1, 1);
    }

    private void tell(SubjectId space, Random random) {
        told.add(space);
        var known = kept.get(space);
        var records = known == null
                ? new SpaceRecords(kept.size() + 1, 4, stage.times().year(2), names)
                : known;
        kept.put(space, records);
        if (known == null) {
            write(space, records.year(), records.whole(random, false));
        } else {
            records.yearPasses();
            write(space, records.year(), records.added(random, told.size() % 3 == 0));
        }
        if (told.size() % 5 != 0) {
            periods.close(claimants.operatorOf(space), space, records.year());
        }
    }

    private void write(SubjectId space, int year, Map<RecordKind, List<String>> tables) {
        var operator = claimants.operatorOf(space);
        tables.forEach((kind, rows) -> send(operator, space, kind, year, rows));
    }

    private void send(Actor operator, SubjectId space, RecordKind kind, int year, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var headings = String.join(
                "\t", kind.columns().stream().map(column -> column.label().zh()).toList());
        var table = headings + "\n" + String.join("\n", rows) + "\n";
        var sent = imports.send(
                operator,
                space,
                kind,
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                kind.label().zh() + "-" + year + ".csv");
        var accepted = switch (sent) {
            case SentTable.Read(var batch) -> imports.accept(operator, batch.id(), true, "yuan", allOthers(batch));
            case SentTable.Rejected(var why) -> throw new IllegalStateException(why.en());
        };
        if (accepted instanceof Recording.Refused(var reason)) {
            throw new IllegalStateException("records of the demonstration: " + kind + " " + reason);
        }
    }

    /** Invented names are alike by chance: each is another one. */
    private Map<String, String> allOthers(Batch batch) {
        return imports.questions(batch).stream()
                .collect(Collectors.toMap(AlikeNames.Question::key, _ -> "another", (one, _) -> one));
    }
}
