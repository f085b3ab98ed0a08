package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.FormulaProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a file of a pack cannot be read, in words of whoever writes packs: where, and what to write there. */
final class ReadingFault {

    private static final Pattern TWICE = Pattern.compile("(?i)duplicate[^\n]*?[\"'](.+?)[\"']");

    private ReadingFault() {}

    /** Where a formula stands and what is wrong with it. */
    static Flaw flaw(FormulaProblem e) {
        return Flaw.at(e.file(), e.line(), e.column(), Text.of(e.zh(), e.en()));
    }

    /** The place in the file, and what to write there. */
    static Flaw told(String file, JacksonException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FormulaProblem formula) {
                return flaw(formula);
            }
        }
        var place = fault.getLocation();
        var field = field(fault);
        var words = words(fault, fault.getOriginalMessage());
        return Flaw.at(
                file,
                place == null ? 1 : Math.max(place.getLineNr(), 1),
                place == null ? 1 : Math.max(place.getColumnNr(), 1),
                Text.of(field + words.zh(), field + words.en()));
    }

    /** The field that is wrong, with those that it stands in. */
    private static String field(JacksonException fault) {
        var path = fault.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex() + 1)
                        : String.valueOf(step.getPropertyName()))
                .collect(Collectors.joining(" › "));
        return path.isEmpty() || fault instanceof UnrecognizedPropertyException ? "" : path + ": ";
    }

    private static Text words(JacksonException fault, String said) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            var known = list(unknown.getKnownPropertyIds().stream().map(String::valueOf));
            return Text.of(
                    "这里没有“%s”这一项；可写：%s".formatted(unknown.getPropertyName(), known),
                    "\"%s\" is not known here; known are %s".formatted(unknown.getPropertyName(), known));
        }
        var twice = TWICE.matcher(said);
        if (twice.find()) {
            return Text.of(
                    "“%s”写了两次，留一个".formatted(twice.group(1)),
                    "\"%s\" is given twice; leave one".formatted(twice.group(1)));
        }
        if (!(fault instanceof MismatchedInputException mismatch)) {
            return Text.of(
                    "YAML 写法有误，多半是括号、引号、冒号或缩进",
                    "this is no YAML; look for brackets, quotes, colons or blanks at the start of the line");
        }
        var wanted = wanted(mismatch.getTargetType());
        return mismatch instanceof InvalidFormatException invalid
                ? Text.of(
                        wanted.zh() + "，不是“" + invalid.getValue() + "”",
                        wanted.en() + " instead of \"" + invalid.getValue() + "\"")
                : wanted;
    }

    private static Text wanted(@Nullable Class<?> type) {
        if (type == null) {
            return Text.of("读不出来", "it cannot be read");
        }
        if (type == FactValue.class) {
            return Text.of("写数字、true 或 false、日期、文字或列表", "write a number, true or false, a day, a text or a list");
        }
        if (type == Text.class) {
            return Text.of("写中英文，{ zh: …, en: … }", "write words in both languages, { zh: …, en: … }");
        }
        if (type == LocalDate.class) {
            return Text.of("写日期，如 2017-03-15", "write a day such as 2017-03-15");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Text.of("写 true 或 false", "write true or false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Text.of("写数字，如 12 或 0.5", "write a number such as 12 or 0.5");
        }
        if (type.isEnum()) {
            return oneOf(
                    "写其中一个：",
                    "write one of ",
                    Stream.of(type.getEnumConstants())
                            .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT)));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return Text.of("写列表，每行以 - 开头", "write a list, each line beginning with -");
        }
        if (type.isRecord()) {
            return oneOf(
                    "写这些项：",
                    "write the fields ",
                    Arrays.stream(type.getRecordComponents()).map(one -> one.getName()));
        }
        return Map.class.isAssignableFrom(type)
                ? Text.of("写名称和值，名称: 值", "write names with values, name: value")
                : Text.of("写文字", "write a text");
    }

    private static Text oneOf(String zh, String en, Stream<String> words) {
        var list = list(words);
        return Text.of(zh + list, en + list);
    }

    private static String list(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(", "));
    }
}
