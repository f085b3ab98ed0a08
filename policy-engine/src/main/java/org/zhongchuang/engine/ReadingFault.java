package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a file of a pack cannot be read, in words of whoever writes packs: where, and what to write there. */
final class ReadingFault {

    private ReadingFault() {}

    /** One line: the file, the place in it, what to write. */
    static String told(String file, JacksonException fault) {
        var said = fault.getOriginalMessage();
        if (said.startsWith(file + ":")) {
            return said;
        }
        var place = fault.getLocation();
        var where = place == null || place.getLineNr() < 1
                ? file
                : file + ":" + place.getLineNr() + ":" + place.getColumnNr();
        return where + ": " + field(fault) + words(fault, said);
    }

    /** The field that is wrong, with those that it stands in. */
    private static String field(JacksonException fault) {
        var path = fault.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "number " + (step.getIndex() + 1) : step.getPropertyName())
                .collect(Collectors.joining(", "));
        return path.isEmpty() || fault instanceof UnrecognizedPropertyException ? "" : path + ": ";
    }

    private static String words(JacksonException fault, String said) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "\"" + unknown.getPropertyName() + "\" is not known here; known are "
                    + list(unknown.getKnownPropertyIds().stream().map(String::valueOf));
        }
        if (said.startsWith("Duplicate")) {
            return said.replaceFirst(".*[\"'](.+?)[\"'].*", "\"$1\" is given twice; leave one");
        }
        return fault instanceof MismatchedInputException mismatch
                ? wanted(mismatch.getTargetType(), said) + instead(mismatch)
                : firstLine(said);
    }

    private static String wanted(@Nullable Class<?> type, String said) {
        if (type == null) {
            return firstLine(said);
        }
        if (type == Text.class) {
            return "write words in both languages, { zh: …, en: … }";
        }
        if (type == LocalDate.class) {
            return "write a day such as 2017-03-15";
        }
        if (type == BigDecimal.class
                || (type.isPrimitive() && type != boolean.class)
                || Number.class.isAssignableFrom(type)) {
            return "write a number such as 12 or 0.5";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "write true or false";
        }
        if (type.isEnum()) {
            return "write one of "
                    + list(Stream.of(type.getEnumConstants())
                            .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT)));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "write a list, each line beginning with -";
        }
        if (type.isRecord()) {
            return "write the fields "
                    + list(Arrays.stream(type.getRecordComponents()).map(one -> one.getName()));
        }
        return Map.class.isAssignableFrom(type) ? "write names with values, name: value" : "write a text";
    }

    private static String instead(MismatchedInputException mismatch) {
        return mismatch instanceof InvalidFormatException invalid ? " instead of \"" + invalid.getValue() + "\"" : "";
    }

    private static String list(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(String said) {
        return said.lines().findFirst().orElse("it cannot be read");
    }
}
