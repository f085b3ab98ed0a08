package org.zhongchuang.law.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.CodeList;
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
    private record Thing(Change.Kind kind, String id, Text what, Map<String, Named> points) {}

    /** A point with what it is called. */
    private record Named(Text label, Text text, boolean isFormula) {

        Named(Text label, Text text) {
            this(label, text, false);
        }

        static Named formula(Text label, String rule) {
            return new Named(label, same(rule), true);
        }
    }

    /** In the order of the document: clauses, then what it offers, then its values. */
    public static List<Change> between(PolicyPack before, PolicyPack after) {
        var old = things(before);
        var now = things(after);
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

    private static List<Change.Point> points(Thing was, Thing is) {
        var keys = new LinkedHashSet<>(is.points().keySet());
        keys.addAll(was.points().keySet());
        var points = new ArrayList<Change.Point>();
        for (var key : keys) {
            var before = was.points().getOrDefault(key, NOTHING);
            var after = is.points().getOrDefault(key, NOTHING);
            if (!before.equals(after)) {
                var label = after.equals(NOTHING) ? before.label() : after.label();
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

    private static Map<String, Thing> things(PolicyPack pack) {
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
                        pack.programmes().values().stream().map(Changes::programme),
                        pack.parameters().values().stream().map(Changes::parameter),
                        pack.lists().values().stream().map(Changes::list),
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

    private static Thing programme(Programme programme) {
        var points = points(
                new Named(Text.of("名称", "Name"), programme.title()),
                new Named(Text.of("内容", "Content"), programme.purpose()),
                new Named(Text.of("所属条款", "Clauses"), same(String.join(" ", programme.clauses()))));
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

    private static Thing parameter(Parameter parameter) {
        var points = new LinkedHashMap<String, Named>();
        for (var value : parameter.values()) {
            var unit = parameter.unitLabel();
            var number = value.is().toPlainString();
            var text = Text.of(
                    number + unit.zh() + " · " + value.basis().zh(),
                    number + " " + unit.en() + " · " + value.basis().en());
            points.put(value.from().toString(), new Named(from(value.from()), text));
        }
        return new Thing(Change.Kind.PARAMETER, parameter.id(), parameter.means(), points);
    }

    private static Thing list(CodeList list) {
        var points = new LinkedHashMap<String, Named>();
        for (var value : list.values()) {
            var codes = String.join(" ", value.codes());
            var text = Text.of(
                    codes + " · " + value.basis().zh(),
                    codes + " · " + value.basis().en());
            points.put(value.from().toString(), new Named(from(value.from()), text));
        }
        return new Thing(Change.Kind.LIST, list.id(), list.means(), points);
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
