package org.zhongchuang.records.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/**
 * A row of the records as it stands.
 *
 * @param subject the tenant it speaks of, with the name it has in the register today
 * @param founded the day of registration as it was written down
 * @param registered the day of registration that the register has, which counts
 * @param fen an amount
 */
public record Entry(
        long id,
        SubjectId space,
        RecordKind kind,
        LocalDate day,
        @Nullable LocalDate until,
        Optional<SubjectId> subject,
        String subjectName,
        String subjectCode,
        @Nullable LocalDate founded,
        @Nullable LocalDate registered,
        String party,
        String title,
        String unit,
        String option,
        String reference,
        @Nullable Fen fen,
        @Nullable BigDecimal quantity,
        @Nullable Integer number) {

    /** A field as a list shows it: thousands stand apart. */
    public String shown(Field field) {
        return switch (field) {
            case AMOUNT -> fen == null ? "" : "%,.2f".formatted(fen.toYuan());
            case QUANTITY -> quantity == null ? "" : grouped(quantity.stripTrailingZeros());
            case NUMBER -> number == null ? "" : "%,d".formatted(number);
            default -> text(field);
        };
    }

    /** What the register has of the day of registration, where something else was written down. */
    public Optional<Text> other() {
        return founded == null || registered == null || founded.equals(registered)
                ? Optional.empty()
                : Optional.of(registerCounts(registered));
    }

    /** Which day counts, and who can mend the register. */
    static Text registerCounts(LocalDate registered) {
        var day = Shown.day(registered);
        return Text.of(
                "登记册为" + day.zh() + "，以登记册为准；登记册有误的，请所在地科技部门更正。",
                "The register has " + day.en()
                        + ", which counts; if that is wrong, the science office of the county can mend it.");
    }

    private static String grouped(BigDecimal number) {
        return ("%,." + Math.max(number.scale(), 0) + "f").formatted(number);
    }

    /** A field as a form shows it; an amount in yuan. */
    public String text(Field field) {
        return switch (field) {
            case SUBJECT -> subjectName;
            case CODE -> subjectCode;
            case FOUNDED ->
                Optional.ofNullable(founded)
                        .or(() -> Optional.ofNullable(registered))
                        .map(LocalDate::toString)
                        .orElse("");
            case DAY -> day.toString();
            case UNTIL -> until == null ? "" : until.toString();
            case PARTY -> party;
            case TITLE -> title;
            case UNIT -> unit;
            case CLASS -> option;
            case REFERENCE -> reference;
            case AMOUNT -> fen == null ? "" : fen.yuan();
            case QUANTITY ->
                quantity == null ? "" : quantity.stripTrailingZeros().toPlainString();
            case NUMBER -> number == null ? "" : number.toString();
        };
    }
}
