package org.zhongchuang.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the document itself: its days, the areas, the city's own names, its parts and the figures that it fixes. */
final class DocumentCheck {

    private static final String PACK = "pack.yaml";
    private static final String CLAUSES = "clauses/";
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    /** Figures in Chinese numerals: 三年内, 百分之五十, 一倍. */
    private static final Pattern NUMERAL = Pattern.compile("百分之|[一二两三四五六七八九十百千半]+(年|个月|个工作日|日|天|倍|万|元|成|人|家|分)");

    /** What the schema keeps of them, there in capital letters. */
    private static final Pattern CARRIER = Pattern.compile("[a-z][a-z_]{0,39}");

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final PolicyPack pack;
    private final Flaws flaws;

    DocumentCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    void check() {
        names("audience", "audiences", pack.names().audiences().keySet(), Audience.values());
        names("payer", "payers", pack.names().payers().keySet(), Programme.Payer.values());
        words("carriers", pack.names().carriers().keySet(), CARRIER);
        words("kinds", pack.names().kinds().keySet(), KIND);
        days();
        areas();
        clauses();
        figures();
    }

    private void names(String kind, String key, Set<String> words, Enum<?>... known) {
        var all = Stream.of(known).map(Names::word).toList();
        words.stream()
                .filter(word -> !all.contains(word))
                .forEach(word -> flaws.add(
                        Where.in(PACK, "names", key, word),
                        "没有 %2$s 这个词（%1$s），可写：%3$s",
                        "names %s %s, which there is not; write one of %s",
                        kind,
                        word,
                        String.join(", ", all)));
    }

    /** The city has words of its own for these; they only have to be words. */
    private void words(String key, Set<String> words, Pattern form) {
        words.stream()
                .filter(word -> !form.matcher(word).matches())
                .forEach(word -> flaws.add(
                        Where.in(PACK, "names", key, word),
                        "%s 的词用小写字母写，最多 40 个，不是 %s",
                        "a word of %s is written in small letters, 40 at most, not %s",
                        key,
                        word));
    }

    private void days() {
        var document = pack.document();
        var to = document.effectiveTo();
        if (to != null && to.isBefore(document.effectiveFrom())) {
            flaws.add(
                    Where.in(PACK, "document", "effectiveTo"),
                    "失效日 %s 早于施行日 %s",
                    "it ends on %s, before it takes effect on %s",
                    to,
                    document.effectiveFrom());
        }
        var issued = document.issued();
        if (issued != null && issued.isAfter(document.effectiveFrom())) {
            flaws.warn(
                    Where.in(PACK, "document", "issued"),
                    "印发日 %s 晚于施行日 %s，确认文件是否溯及既往",
                    "issued on %s, after it takes effect on %s; make sure that it reaches back",
                    issued,
                    document.effectiveFrom());
        }
        for (int i = 0; i < document.history().size(); i++) {
            var event = document.history().get(i);
            var where = Where.in(PACK, "document", "history", String.valueOf(i));
            var day = event.day();
            if (day != null && day.getYear() != event.year()) {
                flaws.add(
                        where.at("day"),
                        "日期 %s 不在所写的 %s 年",
                        "the day %s is not in the year %s that stands beside it",
                        day,
                        event.year());
            }
            if (to == null && event.effect().zh().matches(".*(全文废止|^废止|失效).*")) {
                flaws.warn(
                        where.at("effect"),
                        "文件已废止，却没有写失效日 effectiveTo",
                        "the document was repealed, but has no effectiveTo");
            }
        }
    }

    private void areas() {
        var areas = pack.areas();
        if (areas.isEmpty()) {
            flaws.warn(
                    Where.in(PACK),
                    "没有写地区 areas；这个政策包只能和写有地区的政策包一起用",
                    "areas is missing; this pack works only beside another one that has areas");
            return;
        }
        var codes = areas.stream().map(Area::code).toList();
        duplicates(codes)
                .forEach(code -> flaws.add(
                        Where.in(PACK, "areas", code).again(), "地区代码 %s 写了两次", "area %s is defined twice", code));
        var cells = new HashSet<List<Integer>>();
        for (var area : areas) {
            var where = Where.in(PACK, "areas", area.code());
            var parent = area.parent();
            if (parent != null && (!codes.contains(parent) || parent.equals(area.code()))) {
                flaws.add(where.at("parent"), "上级地区 %s 不在地区之中", "it is reported to %s, which is no other area", parent);
            }
            if (parent == null
                    && !area.equals(areas.getFirst())
                    && areas.getFirst().parent() == null) {
                flaws.add(
                        where,
                        "%s 没有上级 parent；只有全市可以没有",
                        "%s has no parent; only the whole city has none",
                        area.code());
            }
            if (area.column() != null && area.row() != null && !cells.add(List.of(area.column(), area.row()))) {
                flaws.warn(
                        where.at("column"),
                        "地图上第 %s 列第 %s 行已有别的地区",
                        "another area lies in column %s, row %s of the map",
                        area.column(),
                        area.row());
            }
        }
        if (areas.getFirst().parent() != null) {
            flaws.add(
                    Where.in(PACK, "areas", codes.getFirst(), "parent"),
                    "第一个地区须为全市，没有上级 parent",
                    "the first area must be the whole city, which has no parent");
        }
    }

    private void clauses() {
        duplicates(pack.parts().stream().map(Part::id).toList())
                .forEach(id -> flaws.add(Where.in(CLAUSES, id).again(), "第 %s 部分写了两次", "part %s is defined twice", id));
        duplicates(Stream.concat(
                                pack.clauses().stream().map(Clause::id),
                                pack.items().stream().map(Item::id))
                        .toList())
                .forEach(
                        id -> flaws.add(Where.in(CLAUSES, id).again(), "条款 %s 写了两次", "clause %s is defined twice", id));
    }

    /** A figure with digits in it is worked by something that rests on the same item. */
    private void figures() {
        for (var item : pack.items()) {
            for (int i = 0; i < item.fixed().size(); i++) {
                var figure = item.fixed().get(i);
                var where = Where.in(CLAUSES, item.id(), "fixed", String.valueOf(i));
                if (worksOn(figure.by(), item.id())) {
                    continue;
                }
                if (DIGIT.matcher(figure.zh()).find()) {
                    flaws.add(
                            where,
                            "条款 %s 定了“%s”，却没有规则按它办；在 by 写上参数、目标、义务或事项",
                            "clause %s fixes \"%s\" but no rule works by it; name the parameter, target, obligation or programme in by",
                            item.id(),
                            figure.zh());
                } else if (NUMERAL.matcher(figure.zh()).find()) {
                    flaws.warn(
                            where,
                            "条款 %s 的“%s”像是数字，却没有规则按它办",
                            "clause %s: \"%s\" reads like a figure, but no rule works by it",
                            item.id(),
                            figure.zh());
                }
            }
        }
    }

    private boolean worksOn(String by, String item) {
        var parameter = pack.parameters().get(by);
        var list = pack.lists().get(by);
        var programme = pack.programmes().get(by);
        return by.equals("document")
                || (parameter != null && parameter.clause().equals(item))
                || (list != null && list.clause().equals(item))
                || (programme != null && programme.clauses().contains(item))
                || pack.targets().stream()
                        .anyMatch(one -> one.id().equals(by) && one.clause().equals(item))
                || pack.obligations().stream()
                        .anyMatch(one -> one.id().equals(by) && one.clause().equals(item));
    }

    static List<String> duplicates(List<String> ids) {
        var seen = new HashSet<String>();
        return ids.stream().filter(id -> !seen.add(id)).distinct().toList();
    }
}
