package org.zhongchuang.procedure.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Statistic;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.Where;
import org.zhongchuang.law.policy.RolesOfPack;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.table.Column;
import org.zhongchuang.records.table.RecordKind;

/**
 * Words of a pack that the engine does not know: roles, kinds of records, and kinds of makerspace, which are the
 * pack's.
 */
public final class WordsOfPack {

    private WordsOfPack() {}

    /** By the record and the key at which they stand. */
    public static Map<String, List<String>> all() {
        var all = new TreeMap<>(RolesOfPack.words());
        all.put("statistic.record", records());
        return all;
    }

    /** Statistics of records that nobody keeps, and indicators for makerspaces of a kind that there is not. */
    public static List<Flaw> problemsOf(PolicyPack pack) {
        var flaws = new ArrayList<Flaw>();
        pack.statistics().forEach(one -> statistic(one, flaws));
        var spaces = SpaceKind.in(pack).stream().map(SpaceKind::word).toList();
        for (var set : pack.indicators()) {
            set.kinds().stream()
                    .filter(kind -> !spaces.contains(kind))
                    .forEach(kind -> flaws.add(Flaw.of(
                            Where.in("indicators/", set.id(), "kinds", kind),
                            noSuch(kind, "这类众创空间", "kind of makerspace", spaces))));
        }
        return flaws;
    }

    private static void statistic(Statistic one, List<Flaw> flaws) {
        if (one.record() == null) {
            return;
        }
        var where = Where.in("statistics.yaml", one.id());
        var kind = RecordKind.of(one.record());
        if (kind.isEmpty()) {
            flaws.add(Flaw.of(where.at("record"), noSuch(one.record(), "这种台账", "kind of record", records())));
            return;
        }
        var classes = kind.get().columns().stream()
                .flatMap(column -> column.options().stream())
                .map(Column.Option::code)
                .toList();
        one.only().stream()
                .filter(only -> !classes.contains(only))
                .forEach(only -> flaws.add(Flaw.doubt(
                        where.at("only", only),
                        noSuch(only, "这个类别", "class of " + Objects.requireNonNull(one.record()), classes))));
    }

    private static Text noSuch(String word, String zh, String en, List<String> words) {
        var known = String.join(", ", words);
        return Text.of(
                "“%s”：没有%s；可写：%s".formatted(word, zh, known),
                "\"%s\" is no %s; write one of %s".formatted(word, en, known));
    }

    private static List<String> records() {
        return Stream.of(RecordKind.values()).map(RecordKind::id).toList();
    }
}
