package org.zhongchuang.outside.city;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.ApprovedCase;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.law.policy.Policies;

/**
 * What those of the demonstration say of themselves: the facts of an approved case of the pack that is granted, and of
 * numbers a little more where that changes nothing. No value is thought up that the pack does not know.
 */
@Component
public record Examples(Policies policies) {

    /** By how much a number may be more, in per cent; a sum of money by less, or budgets would not last. */
    private static final int MORE = 100;

    private static final int MORE_MONEY = 25;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the applicant types, and what the offices establish, each by the fact. */
    public record Example(Map<String, String> said, Map<String, String> found) {}

    /** The facts of the case as they are. */
    public Optional<Example> of(Programme programme) {
        return caseOf(programme).map(one -> example(programme, one.given()));
    }

    /** The same with other numbers; each number takes one draw. */
    public Optional<Example> of(Programme programme, LocalDate day, Random random) {
        return caseOf(programme).map(one -> {
            var given = new HashMap<>(one.given());
            for (var fact : policies.current().factsOf(programme.id())) {
                if (fact.kind() == Fact.Kind.NUMBER && given.containsKey(fact.id())) {
                    var drawn = random.nextInt(MORE + 1);
                    var known = Objects.requireNonNull(given.put(fact.id(), more(fact, given.get(fact.id()), drawn)));
                    if (!isGranted(programme, day, given)) {
                        given.put(fact.id(), known);
                    }
                }
            }
            return example(programme, given);
        });
    }

    /** Everything that the case gives; nothing where there is none. */
    public Map<String, FactValue> given(Programme programme) {
        return caseOf(programme).map(ApprovedCase::given).orElse(Map.of());
    }

    private Optional<ApprovedCase> caseOf(Programme programme) {
        return policies.current().home(programme.id()).cases().stream()
                .filter(one -> one.programme().equals(programme.id()))
                .filter(one -> one.refused().isEmpty() && one.undecided().isEmpty())
                .filter(one -> one.amount() == null || one.amount().signum() > 0)
                .findFirst();
    }

    private boolean isGranted(Programme programme, LocalDate day, Map<String, FactValue> given) {
        return policies.evaluate(programme.id(), day, given).outcome() == Findings.Outcome.GRANTED;
    }

    private static FactValue more(Fact fact, FactValue known, int drawn) {
        if (!(known instanceof FactValue.Quantity(var number))) {
            return known;
        }
        var share = fact.unit() == Unit.YUAN ? drawn * MORE_MONEY / MORE : drawn;
        var more = number.multiply(HUNDRED.add(BigDecimal.valueOf(share))).divide(HUNDRED, 0, RoundingMode.DOWN);
        var most = fact.unit() == Unit.PERCENT ? HUNDRED : fact.most();
        return new FactValue.Quantity(most == null ? more : more.min(most));
    }

    private Example example(Programme programme, Map<String, FactValue> given) {
        var said = new LinkedHashMap<String, String>();
        var found = new LinkedHashMap<String, String>();
        for (var fact : policies.current().factsOf(programme.id())) {
            var value = given.get(fact.id());
            if (value != null && !isTold(programme, fact)) {
                (fact.by().equals(Fact.APPLICANT) ? said : found).put(fact.id(), written(fact, value));
            }
        }
        return new Example(said, found);
    }

    /** Whether it is read from invoices or from the record on which the claim rests. */
    private static boolean isTold(Programme programme, Fact fact) {
        var ground = programme.ground();
        return programme.costs().containsValue(fact.id())
                || (ground != null && ground.facts().containsValue(fact.id()));
    }

    /** As somebody would type it: records one a line. */
    private static String written(Fact fact, FactValue value) {
        if (!(value instanceof FactValue.Rows(var rows))) {
            return value.plain();
        }
        return rows.stream()
                .map(row -> fact.fields().stream()
                        .map(field ->
                                Objects.requireNonNull(row.get(field.id())).plain())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
