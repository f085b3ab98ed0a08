package org.zhongchuang.engine;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Type;
import org.zhongchuang.engine.formula.Unit;

/**
 * Something that can be known of a subject.
 *
 * @param id snake_case, as formulas name it
 * @param help what exactly is counted, for the person who enters it
 * @param least the least value it can have, null where there is no bound
 * @param options the codes of a choice
 * @param fields the fields of a record
 * @param optional whether there may be none, so that {@code given(…)} says what stands for it
 * @param by who says so in a case: {@link #APPLICANT}, {@link #REGISTER}, {@link #CALL}, or the role of an office such
 *     as {@code city_officer}
 */
public record Fact(
        String id,
        Text label,
        Text help,
        Kind kind,
        @Otherwise("none") Unit unit,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<Option> options,
        List<Fact> fields,
        boolean optional,
        @Otherwise(APPLICANT) String by) {

    /** The applicant says so and shows papers. */
    public static final String APPLICANT = "applicant";

    /** The platform's own registers say so; nobody types it. */
    public static final String REGISTER = "register";

    /** The {@link Call} says so once all of its claims have been looked through. */
    public static final String CALL = "call";

    public Fact {
        unit = java.util.Objects.requireNonNullElse(unit, Unit.NONE);
        by = java.util.Objects.requireNonNullElse(by, APPLICANT);
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /** The form of a fact's value. */
    public enum Kind {
        NUMBER,
        YES_NO,
        DAY,
        CHOICE,
        TEXT,
        RECORDS
    }

    /** One value of a choice. */
    public record Option(String code, Text label) {}

    public Text unitLabel() {
        return Text.of(unit.zh(), unit.en());
    }

    /** The label of an option, or the code itself. */
    public Text optionLabel(String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(Option::label)
                .orElse(Text.of(code, code));
    }

    /** Whether what is known by the one can be read as the other, whatever the two are called. */
    public boolean hasSameValuesAs(Fact other) {
        return kind == other.kind
                && unit.equals(other.unit)
                && isSame(least, other.least)
                && isSame(most, other.most)
                && options.stream()
                        .map(Option::code)
                        .toList()
                        .equals(other.options.stream().map(Option::code).toList())
                && fields.size() == other.fields.size()
                && IntStream.range(0, fields.size())
                        .allMatch(at ->
                                fields.get(at).id().equals(other.fields.get(at).id())
                                        && fields.get(at).hasSameValuesAs(other.fields.get(at)));
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    Type type() {
        return switch (kind) {
            case NUMBER -> Type.quantity(unit, unit.decimals());
            case YES_NO -> new Type.Condition();
            case DAY -> new Type.Calendar();
            case CHOICE -> new Type.Words(options.stream().map(Option::code).collect(toSet()));
            case TEXT -> new Type.Words(java.util.Set.of());
            case RECORDS ->
                new Type.Records(
                        fields.stream().collect(toMap(Fact::id, Fact::type, (_, later) -> later, LinkedHashMap::new)));
        };
    }

    /** Whether an office answers for it, and not the applicant, a register or a call. */
    public boolean isOfOffice() {
        return !by.equals(APPLICANT) && !by.equals(REGISTER) && !by.equals(CALL);
    }

    /** The fields by id, in their order. */
    java.util.Map<String, Fact> fieldsById() {
        return fields.stream().collect(toMap(Fact::id, Function.identity(), (_, later) -> later, LinkedHashMap::new));
    }
}
