package org.zhongchuang.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Unit;

/**
 * A statutory figure of a makerspace and the evidence it is counted from. One that has the id of a fact answers that
 * fact.
 *
 * @param id snake_case; that of a fact where the two mean the same
 * @param basis the rule that wants it
 * @param record the kind of evidence that is counted, null where it is made of other figures
 * @param only the classes of that evidence that count; all where empty
 * @param count what is counted in the rows
 * @param in when a row belongs to a period
 * @param tenants which tenants' rows count
 * @param parts for {@link Count#SHARE}: the figures it is made of
 */
public record Statistic(
        String id,
        Text label,
        Unit unit,
        Text basis,
        @Nullable String record,
        List<String> only,
        Count count,
        @Otherwise("period") In in,
        @Otherwise("all") Tenants tenants,
        List<String> parts) {

    public Statistic {
        only = List.copyOf(only);
        parts = List.copyOf(parts);
        in = Objects.requireNonNullElse(in, In.PERIOD);
        tenants = Objects.requireNonNullElse(tenants, Tenants.ALL);
    }

    /** What is counted. */
    public enum Count {
        /** The rows themselves. */
        ROWS,
        /** The tenants they speak of, each once. */
        SUBJECTS,
        /** The people or bodies on the other side, each once. */
        PARTIES,
        /** The classes that occur, each once. */
        CLASSES,
        /** The money in them. */
        AMOUNT,
        /** The people or places in them. */
        NUMBER,
        /** The square metres in them. */
        QUANTITY,
        /** Full months since the space opened. */
        MONTHS_OPEN,
        /** Months of lease that are left at the end of the period. */
        MONTHS_LEFT,
        /** The first part as a percentage of the second. */
        SHARE;

        /** Whether it is made of other figures. */
        public boolean isDerived() {
            return this == SHARE;
        }
    }

    /** When a row belongs to a period. */
    public enum In {
        /** Its day lies in the period. */
        PERIOD,
        /** Its term and the period have a day in common. */
        DURING,
        /** Its term covers the last day of the period. */
        END
    }

    /** Which tenants' rows count. */
    public enum Tenants {
        ALL,
        /** Those without a registration of their own. */
        TEAMS,
        FIRMS,
        /** Firms that were registered in the period. */
        NEW_FIRMS
    }
}
