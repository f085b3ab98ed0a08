package org.zhongchuang.law.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.CodeList;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Target;
import org.zhongchuang.engine.Text;

/** What one edition of a document says otherwise than another, found by comparing the two point by point. */
public final class Changes {

    private static final Text NONE = Text.of("", "");
    private static final Named NOTHING = new Named(NONE, NONE);

    private Changes() {}

    /** Something of a document, as a reader would look at it: its points by what tells them apart. */
    private record Thing(Change.Kind kind, String id, Text what, Map<String, Named> points) {

        /** The point; of a value that begins on a day, the one that holds then, which may have begun before. */
        Named at(String key) {
            var own = points.get(key);
            if (own != null || !kind.isByDay()) {
                return Objects.requireNonNullElse(own, NOTHING);
            }
            return points.entrySet().stream()
                    .filter(one -> one.getKey().compareTo(key) < 0)
                    .max(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(NOTHING);
        }
    }

    /** A point with what it is called. */
    private record Named(Text label, Text text, boolean isFormula) {

        Named(Text label, Text text) {
            this(label, text, false);
        }

        static Named formula(Text label, String rule) {
            return new Named(label, same(rule), true);
        }
    }

    /**
     * In the order of the document: clauses, then what it offers, then its values.
     *
     * @param demonstration whether values that no authority has set are shown
     */
    public static List<Change> between(PolicyPack before, PolicyPack after, boolean demonstration) {
        var old = things(before, demonstration);
        var now = things(after, demonstration);
        var keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        var changes = new ArrayList<Change>();
        for (var key : keys) {
            var was = old.get(key);
            var is = now.get(key);
            if (was == null && is != null) {
                changes.add(new Change(is.kind(), is.id(), is.what(), Change.How.ADDED, List.of()));
            } else if (was != null && is == null) {
                changes.add(new Change(was.kind(), was.id(), was.what(), Change.How.REMOVED, List.of()));
            } else if (was != null && is != null && !was.points().equals(is.points())) {
                changes.add(new Change(is.kind(), is.id(), is.what(), Change.How.CHANGED, points(was, is)));
            }
        }
        changes.sort(java.util.Comparator.comparing(Change::kind));
        return changes;
    }

    /**
     * The programmes that come out otherwise: those that changed, also by a value, a list or a fact that they use. New
     * ones are not among them.
     */
    public static Set<String> programmes(List<Change> changes, PolicyPack before, PolicyPack after) {
        var changed = changes.stream().map(one -> one.kind() + " " + one.id()).collect(Collectors.toSet());
        var programmes = new LinkedHashSet<String>();
        before.programmes().keySet().stream()
                .filter(id -> changed.contains(Change.Kind.PROGRAMME + " " + id)
                        || before.rules(id).parameters().stream()
                                .anyMatch(one -> changed.contains(Change.Kind.PARAMETER + " " + one.id()))
                        || before.rules(id).lists().stream()
                                .anyMatch(one -> changed.contains(Change.Kind.LIST + " " + one.id()))
                        || before.rules(id).facts().stream().anyMatch(one -> isOther(one, after)))
                .forEach(programmes::add);
        return programmes;
    }

    private static boolean isOther(Fact fact, PolicyPack after) {
        var now = after.facts().get(fact.id());
        return now != null && !fact.hasSameValuesAs(now);
    }

    private static List<Change.Point> points(Thing was, Thing is) {
        var keys = new LinkedHashSet<>(is.points().keySet());
        keys.addAll(was.points().keySet());
        var points = new ArrayList<Change.Point>();
        for (var key : keys) {
            var before = was.at(key);
            var after = is.at(key);
            if (!before.equals(after)) {
                var label = is.points().containsKey(key) ? after.label() : before.label();
                points.add(new Change.Point(
                        label,
                        before.label().equals(label) ? NONE : before.label(),
                        before.text(),
                        after.text(),
                        before.isFormula() || after.isFormula()));
            }
        }
        return points;
    }

    private static Map<String, Thing> things(PolicyPack pack, boolean demonstration) {
        var things = new LinkedHashMap<String, Thing>();
        Stream.of(
                        pack.clauses().stream()
                                .map(one -> new Thing(
                                        Change.Kind.CLAUSE,
                                        one.id(),
                                        one.title(),
                                        points(
                                                new Named(Text.of("标题", "Heading"), one.title()),
                                                new Named(Text.of("内容", "Content"), one.summary())))),
                        pack.items().stream().map(Changes::item),
                        pack.programmes().values().stream().map(one -> programme(one, pack)),
                        pack.parameters().values().stream().map(one -> parameter(one, demonstration)),
                        pack.lists().values().stream().map(one -> list(one, demonstration)),
                        pack.targets().stream().map(Changes::target))
                .flatMap(Function.identity())
                .forEach(one -> things.put(one.kind() + " " + one.id(), one));
        return things;
    }

    /** Points that are told apart by what they are called. */
    private static Map<String, Named> points(Named... all) {
        var points = new LinkedHashMap<String, Named>();
        for (var one : all) {
            points.put(one.label().zh(), one);
        }
        return points;
    }

    private static Thing item(Item item) {
        var fixed = together(item.fixed().stream().map(Item.Figure::text).toList());
        return new Thing(
                Change.Kind.CLAUSE,
                item.id(),
                item.title(),
                points(
                        new Named(Text.of("标题", "Heading"), item.title()),
                        new Named(Text.of("内容", "Content"), item.summary()),
                        new Named(Text.of("明定", "Fixed"), fixed),
                        new Named(Text.of("待定", "Open"), together(item.open()))));
    }

    private static Thing programme(Programme programme, PolicyPack pack) {
        var points = points(
                new Named(Text.of("名称", "Name"), programme.title()),
                new Named(Text.of("内容", "Content"), programme.purpose()),
                new Named(Text.of("所属条款", "Clauses"), same(String.join(" ", programme.clauses()))),
                new Named(Text.of("给谁", "For whom"), pack.name(programme.beneficiary())),
                new Named(Text.of("谁出钱", "Who pays"), payers(programme, pack)),
                new Named(
                        Text.of("受理", "Taken"),
                        programme.call() == null ? Text.of("随时", "at any time") : Text.of("按批次", "in calls")));
        programme.terms().stream()
                .filter(term -> term.id().equals(programme.amount()))
                .forEach(term -> points.put("amount", new Named(Text.of("金额按", "Amount by"), term.label())));
        for (var one : programme.criteria()) {
            var rule = one.rule().span().source().text().strip();
            points.put("criterion " + one.id(), Named.formula(one.wording(), rule));
        }
        for (var term : programme.terms()) {
            points.put("term " + term.id(), Named.formula(term.label(), term.written()));
        }
        programme.procedure().ifPresent(filed -> {
            var steps = filed.steps().stream().map(Programme.Step::label).toList();
            var papers =
                    filed.evidence().stream().map(Programme.Evidence::label).toList();
            points.put("steps", new Named(Text.of("办理环节", "Steps"), together(steps)));
            points.put("papers", new Named(Text.of("材料", "Papers"), together(papers)));
        });
        return new Thing(Change.Kind.PROGRAMME, programme.id(), programme.title(), points);
    }

    /** Who pays, each with what their share is called. */
    private static Text payers(Programme programme, PolicyPack pack) {
        return together(programme.payers().stream()
                .map(one -> {
                    var name = pack.name(one.payer());
                    var share = one.share() == null ? null : pack.parameters().get(one.share());
                    return share == null
                            ? name
                            : Text.of(
                                    name.zh() + "（" + share.means().zh() + "）",
                                    name.en() + " (" + share.means().en() + ")");
                })
                .toList());
    }

    private static Thing parameter(Parameter parameter, boolean demonstration) {
        var points = new LinkedHashMap<String, Named>();
        for (var value : parameter.values()) {
            var unit = parameter.unitLabel();
            var number = value.is().toPlainString();
            points.put(
                    value.from().toString(),
                    byDay(
                            value.from(),
                            Text.of(number + unit.zh(), number + " " + unit.en()),
                            value.basis(),
                            demonstration || value.standing() != Parameter.Standing.DEMONSTRATION));
        }
        return new Thing(Change.Kind.PARAMETER, parameter.id(), parameter.means(), points);
    }

    private static Thing list(CodeList list, boolean demonstration) {
        var points = new LinkedHashMap<String, Named>();
        for (var value : list.values()) {
            points.put(
                    value.from().toString(),
                    byDay(
                            value.from(),
                            same(String.join(" ", value.codes())),
                            value.basis(),
                            demonstration || value.standing() != Parameter.Standing.DEMONSTRATION));
        }
        return new Thing(Change.Kind.LIST, list.id(), list.means(), points);
    }

    /** What holds from that day on, with its basis; what no authority has set is not shown outside a demonstration. */
    private static Named byDay(LocalDate from, Text what, Text basis, boolean isShown) {
        return new Named(
                from(from),
                isShown
                        ? Text.of(what.zh() + " · " + basis.zh(), what.en() + " · " + basis.en())
                        : Text.of("尚未确定", "not set yet"));
    }

    private static Text from(LocalDate day) {
        return Text.of(Shown.day(day).zh() + "起", "from " + Shown.day(day).en());
    }

    private static Thing target(Target target) {
        return new Thing(
                Change.Kind.TARGET,
                target.id(),
                target.label(),
                points(
                        new Named(Text.of("数量", "Number"), same(target.atLeast().toPlainString())),
                        new Named(Text.of("期限", "By"), Shown.day(target.by()))));
    }

    private static Text same(String text) {
        return Text.of(text, text);
    }

    private static Text together(List<Text> texts) {
        return Text.of(
                texts.stream().map(Text::zh).collect(Collectors.joining("；")),
                texts.stream().map(Text::en).collect(Collectors.joining("; ")));
    }
}
