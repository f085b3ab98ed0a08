package org.zhongchuang.records.keeping;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.NearNames;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.keeping.FirmRow.Other;
import org.zhongchuang.records.keeping.FirmRow.State;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.LookAlikes;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.FirmTable;
import org.zhongchuang.records.table.Headings;
import org.zhongchuang.records.table.Layout;
import org.zhongchuang.records.table.LayoutFinder;
import org.zhongchuang.records.table.Preview;
import org.zhongchuang.records.table.RowReader;
import org.zhongchuang.records.table.TableReading;

/** Reads a table of firms and teams and says of each row what is to become of it; keeps nothing. */
@Component
class JudgeFirms {

    static final int MOST_ROWS = 2_000;

    private final Policies policies;
    private final Reach reach;
    private final Subjects subjects;
    private final LookAlikes lookAlikes;
    private final Clock clock;

    JudgeFirms(Policies policies, Reach reach, Subjects subjects, LookAlikes lookAlikes, Clock clock) {
        this.policies = policies;
        this.reach = reach;
        this.subjects = subjects;
        this.lookAlikes = lookAlikes;
        this.clock = clock;
    }

    /**
     * A table as it was read.
     *
     * @param findings what there is to say of the table as a whole
     */
    record Judged(FirmTable kind, Layout layout, List<FirmRow> rows, List<Finding> findings) {}

    private record Typed(int number, Map<Field, String> written, RowReader.Read read) {}

    /** Reads it with the columns that somebody said, or as they are found where nobody has. */
    Judged judge(Actor actor, Path table, Map<Integer, Field> said) throws SheetReader.Unreadable {
        var kind = FirmTable.in(policies.current().areas());
        var finder = new LayoutFinder(new Headings(kind, Map.of()));
        SheetReader.read(table, finder);
        var layout = said.isEmpty() ? finder.found() : finder.found().with(said);
        var typed = new ArrayList<Typed>();
        var reading = new TableReading(kind, layout, LocalDate.now(clock), false, (number, written, read) -> {
            typed.add(new Typed(number, Map.copyOf(written), read));
            return typed.size() <= MOST_ROWS;
        });
        SheetReader.read(table, reading);
        var findings = reading.findings().stream().filter(one -> one.row() == 0).toList();
        return new Judged(kind, layout, rows(actor, kind, typed), findings);
    }

    private List<FirmRow> rows(Actor actor, FirmTable kind, List<Typed> typed) {
        var alike = lookAlikes.firms(typed.stream()
                .map(one -> one.read().values().get(Field.SUBJECT))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var before = new NearNames<Other>(LookAlikes.SHORTEST_OF_FIRMS);
        var codes = new HashMap<String, Integer>();
        var rows = new ArrayList<FirmRow>();
        for (var one : typed) {
            var row = row(actor, kind, one, alike, before, codes);
            rows.add(row);
            var entry = row.entry();
            if (entry != null) {
                var code = Optional.of(entry.identifier()).filter(text -> !text.isEmpty());
                before.add(entry.name(), new Other(entry.name(), code, Optional.empty()));
                code.ifPresent(text -> codes.putIfAbsent(text, one.number()));
            }
        }
        return rows;
    }

    private FirmRow row(
            Actor actor,
            FirmTable kind,
            Typed typed,
            Map<String, List<Subject>> alike,
            NearNames<Other> before,
            Map<String, Integer> codes) {
        var cells = Preview.Row.of(kind, typed.number(), typed.written(), typed.read())
                .cells();
        var values = typed.read().values();
        var name = values.getOrDefault(Field.SUBJECT, "");
        var code = values.getOrDefault(Field.CODE, "");
        var area = values.getOrDefault(Field.CLASS, actor.area());
        var wrong = !typed.read().isGood()
                ? Optional.of(Text.of("有看不懂的内容", "something cannot be read"))
                : against(actor, name, area, codes.get(code));
        if (wrong.isPresent()) {
            return new FirmRow(typed.number(), cells, State.WRONG, null, List.of(), wrong.get());
        }
        var entry =
                new EnterSubject.Entry(SubjectKind.ENTERPRISE, name, area, code, RowReader.day(values, Field.FOUNDED));
        var known = subjects.byCode(code).flatMap(subjects::find);
        if (!code.isEmpty() && known.isPresent()) {
            return new FirmRow(typed.number(), cells, State.KNOWN, entry, List.of(other(known.get())), null);
        }
        var others = Stream.concat(
                        alike.getOrDefault(name, List.of()).stream().map(JudgeFirms::other), before.near(name).stream())
                .toList();
        var state = others.isEmpty() ? State.NEW : State.ASKED;
        return new FirmRow(typed.number(), cells, state, entry, unique(others), null);
    }

    private Optional<Text> against(
            Actor actor, String name, String area, @org.jspecify.annotations.Nullable Integer same) {
        if (same != null) {
            return Optional.of(Text.of("和第" + same + "行是同一个代码", "the same code as in row " + same));
        }
        if (name.length() < 2 || name.length() > 80) {
            return Optional.of(Text.of("名称应为2到80个字", "a name has 2 to 80 characters"));
        }
        if (policies.current().areas().stream().noneMatch(one -> one.code().equals(area) && one.parent() != null)) {
            return Optional.of(Text.of("请写明区域", "say in which area"));
        }
        return reach.may(actor, Deed.HANDLE, Thing.SUBJECT, Whereabouts.in(area))
                ? Optional.empty()
                : Optional.of(Text.of("不属于您的区域", "it lies outside your area"));
    }

    private static Other other(Subject one) {
        return new Other(one.name(), one.code(), Optional.of(one.id()));
    }

    private static List<Other> unique(List<Other> others) {
        Set<Other> seen = new HashSet<>();
        return others.stream().filter(seen::add).toList();
    }
}
