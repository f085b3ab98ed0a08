package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula;

/**
 * What a clause offers: who may have it, on which conditions, how much, and how it is filed for.
 *
 * @param clauses the items that grant it
 * @param payer whose money it is; of several who pay, the first
 * @param payers who pays it, in the order of the pack, at least one; all but the last with their share
 * @param terms named steps of the working, each of which may speak of those before it
 * @param amount the term that is the amount in yuan, null where the programme pays nothing
 * @param owed whether the amount is due either way, as a tax is, and not only when granted
 * @param results further terms worth showing with the answer
 * @param promises what must hold for every subject, which the pack check tries to falsify
 * @param proactive whether the city finds out by itself who may have it, and offers it (免申即享)
 * @param internal whether it is a check of the authority's own and nothing that anybody gets
 * @param use what the product does with it besides, null where nothing: a grant is a recognition, or it judges
 *     something
 * @param level its place among the levels that a makerspace climbs, from 1, null where it is none
 * @param ground of what kind of record each claim is, null where one can claim once and for all
 * @param call how its claims are judged together, null where each is judged by itself
 * @param costs facts that are the sum of an applicant's invoices of a kind, by that kind
 * @param procedure how it is filed for, absent where it is a guide only
 */
public record Programme(
        String id,
        Text title,
        Text purpose,
        List<String> clauses,
        Audience beneficiary,
        @Otherwise("nobody") Payer payer,
        List<PaymentShare> payers,
        @Nullable Stacking stacking,
        List<Term> terms,
        List<Criterion> criteria,
        @Nullable String amount,
        boolean owed,
        List<String> results,
        List<Promise> promises,
        boolean proactive,
        boolean internal,
        @Nullable Use use,
        @Nullable Integer level,
        @Nullable Ground ground,
        @Nullable Call call,
        Map<String, String> costs,
        Optional<Procedure> procedure) {

    public Programme {
        payers = payers.isEmpty()
                ? List.of(new PaymentShare(Objects.requireNonNullElse(payer, Payer.NOBODY), null))
                : List.copyOf(payers);
        payer = Objects.requireNonNullElse(payer, payers.getFirst().payer());
        costs = costs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(costs));
        clauses = List.copyOf(clauses);
        terms = List.copyOf(terms);
        criteria = List.copyOf(criteria);
        results = List.copyOf(results);
        promises = List.copyOf(promises);
    }

    /** The clause that grants it, such as 五(二). */
    public String clause() {
        return Clause.idOf(clauses.getFirst());
    }

    /** Whether its amount is one of its terms. */
    boolean hasAmount() {
        return terms.stream().anyMatch(term -> term.id().equals(amount));
    }

    /** Whether money is paid when it is granted. */
    public boolean pays() {
        return amount != null && !owed && procedure.isPresent();
    }

    /** How it is filed for. Throws {@link IllegalStateException} where nobody can file for it. */
    public Procedure filed() {
        return procedure.orElseThrow(() -> new IllegalStateException("nobody files for " + id));
    }

    /** What the product does with a programme besides granting it. */
    public enum Use {
        /** A grant enters the makerspace into the register of those that are recognised. */
        RECOGNITION,
        /** A grant arranges a science project. */
        PROJECT,
        /** Its criteria are the checks of a year's statistics. */
        STATISTICS
    }

    /** Whether each claim rests on a record of that kind. */
    public boolean restsOn(Ground.Source source) {
        return ground != null && ground.from() == source;
    }

    /**
     * One of those who pay.
     *
     * @param share the parameter with the percentage that they pay; without it, all that the others leave
     */
    public record PaymentShare(Payer payer, @Nullable String share) {}

    /** Whose money it is. */
    public enum Payer {
        CITY("市财政", "the city"),
        COUNTY_OF_SEAT("所在地财政", "the county of the seat"),
        LOCAL("地方财政（级次待定）", "local finance (level open)"),
        OPEN("文件未明确", "left open by the document"),
        TAX("税收减免", "tax relief"),
        PARTNER("单位自有收入", "the employer's own income"),
        NOBODY("不涉及资金", "no money");

        private final Text label;

        Payer(String zh, String en) {
            label = Text.of(zh, en);
        }

        /** Whether it names one treasury, so that it can pay a share beside another. */
        boolean isTreasury() {
            return this == CITY || this == COUNTY_OF_SEAT;
        }

        /** The usual name; {@link PolicyPack#name(Payer)} is what the city says. */
        Text label() {
            return label;
        }
    }

    /**
     * Which programmes may not be had together in full.
     *
     * @param group programmes of one group concern the same matter
     */
    public record Stacking(String group, Mode mode) {

        public enum Mode {
            /** 从高不重复: only the highest. */
            HIGHEST,
            /** 就高补差: the difference up to the highest. */
            TOP_UP
        }
    }

    /**
     * A named step of the working.
     *
     * @param is its formula, or else {@code table}
     */
    public record Term(
            String id,
            Text label,
            @Nullable Formula is,
            @Nullable Table table) {

        public Formula formula() {
            return is != null ? is : Objects.requireNonNull(table, id).formula();
        }

        /** Its formula as written, a table row by row. */
        public String written() {
            return is != null
                    ? is.span().source().text().strip()
                    : Objects.requireNonNull(table, id).written();
        }
    }

    /**
     * Something that holds for every subject.
     *
     * @param always a condition over terms and facts
     * @param rising a fact that, when it rises, never lowers the amount
     * @param smooth a fact whose smallest step never changes the amount by more than {@code most} yuan
     */
    public record Promise(
            Text says,
            @Nullable Formula always,
            @Nullable String rising,
            @Nullable String smooth,
            @Nullable BigDecimal most) {}

    /**
     * How a programme is filed for and decided.
     *
     * @param passMark the parameter with the least mean score of the experts; null where none score
     * @param panelSize the parameter with the number of experts who score a case; null where none do
     * @param correctionDays the parameter with the time an applicant has to correct
     * @param objectionDays the parameter with the time in which an objection is handled
     * @param objectionCheckDays the parameter with the time in which it is looked at first; without it, the same time
     * @param hearingDays the parameter with the time an applicant has to answer before a refusal; without it, the time
     *     to correct
     */
    public record Procedure(
            @Nullable String passMark,
            @Nullable String panelSize,
            String correctionDays,
            String objectionDays,
            @Nullable String objectionCheckDays,
            @Nullable String hearingDays,
            List<Evidence> evidence,
            List<Step> steps,
            List<CheckItem> visitChecklist,
            List<RubricItem> rubric,
            Text statement) {

        public Procedure {
            evidence = List.copyOf(evidence);
            steps = List.copyOf(steps);
            visitChecklist = List.copyOf(visitChecklist);
            rubric = List.copyOf(rubric);
        }

        /** Every parameter that it names. */
        public Stream<String> parameters() {
            return Stream.concat(
                    Stream.of(passMark, panelSize, correctionDays, objectionDays, objectionCheckDays, hearingDays)
                            .filter(Objects::nonNull),
                    steps.stream().map(Step::days));
        }

        /** What its rubric shows to experts and is neither one of those facts nor one of its papers. */
        Stream<String> shownOfNothing(Set<String> facts) {
            return rubric.stream()
                    .flatMap(line -> line.shows().stream())
                    .filter(id -> !facts.contains(id)
                            && evidence.stream().noneMatch(one -> one.id().equals(id)));
        }

        /** The parameter with the time an applicant has to answer before a refusal. */
        public String timeToBeHeard() {
            return hearingDays != null ? hearingDays : correctionDays;
        }

        /** The parameter with the time in which an objection is looked at first: whether it is one to be answered. */
        public String timeToCheckObjections() {
            return objectionCheckDays != null ? objectionCheckDays : objectionDays;
        }
    }

    /** A paper the applicant hands in. */
    public record Evidence(String id, Text label, boolean required) {}

    /**
     * One step of the procedure.
     *
     * @param step its id, once in a programme; the word of a kind, such as {@code acceptance} 受理, or one of the pack's
     * @param kind what is done there; without it the kind of that word, or a review
     * @param name what the pack calls it; without it what its kind is called
     * @param role who does it
     * @param days the parameter that holds its time limit in working days
     */
    public record Step(
            String step, @Nullable StepKind kind, @Nullable Text name, String role, String days) {

        public StepKind does() {
            return kind != null ? kind : StepKind.named(step).orElse(StepKind.REVIEW);
        }

        public Text label() {
            return name != null ? name : does().label();
        }

        /** Whether a reader knows what it is called: by the pack, or because its id is the word of its kind. */
        boolean isNamed() {
            return name != null || StepKind.named(step).isPresent();
        }
    }

    /** One thing that a site visit looks at. */
    public record CheckItem(String id, Text label) {}

    /**
     * One line of the experts' rubric, scored from 0 to {@code points}.
     *
     * @param scale what earns how many points; null where nothing is written
     * @param shows the facts and papers of the programme that an expert looks at for it
     */
    public record RubricItem(
            String id, Text label, int points, @Nullable Text scale, List<String> shows) {

        public RubricItem {
            shows = List.copyOf(shows);
        }
    }
}
