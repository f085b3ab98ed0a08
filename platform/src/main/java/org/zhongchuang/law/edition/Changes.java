package org.zhongchuang.law.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Target;
import org.zhongchuang.engine.Text;

/** What one edition of a document says otherwise than another, found by comparing the two point by point. */
public final class Changes {

    private static final Text NOTHING = Text.of("", "");

    private Changes() {}

    /** Something of a document, as a reader would look at it: its points by what they are called. */
    private record Thing(Change.Kind kind, String id, Text what, Map<Text, Text> points) {}

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
        var labels = new LinkedHashSet<>(is.points().keySet());
        labels.addAll(was.points().keySet());
        return labels.stream()
                .map(label -> new Change.Point(
                        label,
                        was.points().getOrDefault(label, NOTHING),
                        is.points().getOrDefault(label, NOTHING)))
                .filter(point -> !point.before().equals(point.after()))
                .toList();
    }

    private static Map<String, Thing> things(PolicyPack pack) {
        var things = new LinkedHashMap<String, Thing>();
        Stream.of(
                        pack.clauses().stream()
                                .map(one -> new Thing(
                                        Change.Kind.CLAUSE,
                                        one.id(),
                                        one.title(),
                                        Map.of(
                                                Text.of("标题", "Heading"), one.title(),
                                                Text.of("内容", "Content"), one.summary()))),
                        pack.items().stream().map(Changes::item),
                        pack.programmes().values().stream().map(Changes::programme),
                        pack.parameters().values().stream().map(Changes::parameter),
                        pack.targets().stream().map(Changes::target))
                .flatMap(Function.identity())
                .forEach(one -> things.put(one.kind() + " " + one.id(), one));
        return things;
    }

    private static Thing item(Item item) {
        var points = new LinkedHashMap<Text, Text>();
        points.put(Text.of("标题", "Heading"), item.title());
        points.put(Text.of("内容", "Content"), item.summary());
        points.put(
                Text.of("明定", "Fixed"),
                together(item.fixed().stream().map(Item.Figure::text).toList()));
        points.put(Text.of("待定", "Open"), together(item.open()));
        return new Thing(Change.Kind.CLAUSE, item.id(), item.title(), points);
    }

    private static Thing programme(Programme programme) {
        var points = new LinkedHashMap<Text, Text>();
        points.put(Text.of("名称", "Name"), programme.title());
        points.put(Text.of("内容", "Content"), programme.purpose());
        points.put(Text.of("所属条款", "Clauses"), same(String.join(" ", programme.clauses())));
        for (var one : programme.criteria()) {
            points.put(one.wording(), same(one.rule().span().source().text().strip()));
        }
        for (var term : programme.terms()) {
            points.put(term.label(), same(term.written()));
        }
        programme.procedure().ifPresent(filed -> {
            points.put(
                    Text.of("办理环节", "Steps"),
                    together(filed.steps().stream().map(Programme.Step::label).toList()));
            points.put(
                    Text.of("材料", "Papers"),
                    together(filed.evidence().stream()
                            .map(Programme.Evidence::label)
                            .toList()));
        });
        return new Thing(Change.Kind.PROGRAMME, programme.id(), programme.title(), points);
    }

    private static Thing parameter(Parameter parameter) {
        var points = new LinkedHashMap<Text, Text>();
        parameter
                .values()
                .forEach(value -> points.put(
                        Text.of(value.from() + " 起", "from " + value.from()),
                        Text.of(
                                value.is().toPlainString()
                                        + parameter.unitLabel().zh() + " · "
                                        + value.basis().zh(),
                                value.is().toPlainString() + " "
                                        + parameter.unitLabel().en() + " · "
                                        + value.basis().en())));
        return new Thing(Change.Kind.PARAMETER, parameter.id(), parameter.means(), points);
    }

    private static Thing target(Target target) {
        return new Thing(
                Change.Kind.TARGET,
                target.id(),
                target.label(),
                Map.of(
                        Text.of("数量", "Number"), same(target.atLeast().toPlainString()),
                        Text.of("期限", "By"), same(target.by().toString())));
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
