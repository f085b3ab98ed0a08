package org.zhongchuang.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.zhongchuang.engine.formula.Likeness;

/** The words in which a writer of packs is told what to write. */
final class Words {

    private Words() {}

    static String sorted(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The word that somebody meant who wrote another; empty where none is like it. */
    static String nearest(String written, Collection<String> words) {
        return words.stream()
                .filter(word -> Likeness.isLike(word, written))
                .min(Comparator.comparingInt(word -> Likeness.distance(word, written)))
                .orElse("");
    }

    /** What stands at a place of that shape. */
    static Text wanted(Shape shape) {
        return switch (shape) {
            case Shape.Fields(Class<?> of)
            when of == Text.class ->
                Text.of("写中英文，{ zh: …, en: … }", "write words in both languages, { zh: …, en: … }");
            case Shape.Fields fields ->
                Flaws.text(
                        "写这些项：%s",
                        "write the fields %s", Words.sorted(fields.all().keySet()));
            case Shape.Many _ -> Text.of("写列表，每行以 - 开头", "write a list, each line beginning with -");
            case Shape.Named _ -> Text.of("写名称和值，名称: 值", "write names with values, name: value");
            case Shape.Choice(var words) -> Flaws.text("写其中一个：%s", "write one of %s", sorted(words));
            case Shape.Plain plain -> wanted(plain);
        };
    }

    private static Text wanted(Shape.Plain plain) {
        return switch (plain) {
            case TEXT -> Text.of("写文字", "write a text");
            case NUMBER -> Text.of("写数字，如 12 或 0.5", "write a number such as 12 or 0.5");
            case WHOLE -> Text.of("写整数，如 12", "write a whole number such as 12");
            case YES_NO -> Text.of("写 true 或 false", "write true or false");
            case DAY -> Text.of("写日期，如 2017-03-15", "write a day such as 2017-03-15");
            case FORMULA -> Text.of("写公式，如 area_sqm >= 500", "write a formula such as area_sqm >= 500");
            case VALUE ->
                Text.of("写数字、true 或 false、日期、文字或列表", "write a number, true or false, a day, a text or a list");
        };
    }
}
