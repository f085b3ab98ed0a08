package org.zhongchuang.procedure.filing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;

/**
 * Something in an application that its applicant does not say: an office, a school, a bank or an expert supplies it at
 * their step.
 *
 * @param label what is supplied
 * @param by who supplies it
 * @param step the step at which they do
 * @param days the working days they have for that step; empty while no authority has set them
 */
public record Supplied(Text label, Role by, Text step, Optional<Integer> days) {

    /** The steps at which an office establishes what it answers for. */
    private static final Set<StepKind> ESTABLISHING =
            EnumSet.of(StepKind.REVIEW, StepKind.CITY_REVIEW, StepKind.MEETING);

    /** What others supply in an application for a programme, in the order of the vocabulary. */
    public static List<Supplied> of(PolicyPack pack, Programme programme, LocalDate today, boolean demonstration) {
        return pack.factsOf(programme.id()).stream()
                .flatMap(fact -> Role.named(fact.by()).stream()
                        .flatMap(role -> programme.procedure().stream()
                                .flatMap(procedure -> stepOf(procedure, role).stream())
                                .map(step -> new Supplied(
                                        fact.label(), role, step.label(), days(pack, step, today, demonstration)))))
                .toList();
    }

    /** An office that accepts a case and reviews it later establishes its part when it reviews. */
    private static Optional<Programme.Step> stepOf(Programme.Procedure procedure, Role role) {
        var own = procedure.steps().stream()
                .filter(step -> step.role().equals(role.word()))
                .toList();
        return own.stream()
                .filter(step -> ESTABLISHING.contains(step.does()))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    private static Optional<Integer> days(
            PolicyPack pack, Programme.Step step, LocalDate today, boolean demonstration) {
        return Optional.ofNullable(pack.parameters().get(step.days()))
                .flatMap(parameter -> parameter.on(today, demonstration))
                .map(value -> value.is().intValueExact());
    }
}
