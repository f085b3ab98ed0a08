package org.zhongchuang.records.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/**
 * A row of the records as it stands.
 *
 * @param subject the tenant it speaks of, with the name it has in the register today
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
        String party,
        String title,
        String unit,
        String option,
        String reference,
        @Nullable Fen fen,
        @Nullable BigDecimal quantity,
        @Nullable Integer number) {

    /** A field as a form shows it; an amount in yuan. */
    public String text(Field field) {
        return switch (field) {
            case SUBJECT -> subjectName;
            case CODE -> subjectCode;
            case FOUNDED -> "";
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
