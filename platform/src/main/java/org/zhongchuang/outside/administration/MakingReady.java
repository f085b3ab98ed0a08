package org.zhongchuang.outside.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.Unset;

/**
 * What a city still has to do before each programme can be applied for and decided: values to set, people to appoint.
 */
@Component
public class MakingReady {

    private final Policies policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    MakingReady(Policies policies, JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far one programme is.
     *
     * @param unset the values that its rules and its procedure need and that no authority has set
     * @param empty the offices that have a step of it and nobody in them
     * @param from the day from which all values that are set hold
     */
    public record Readied(Programme programme, List<Parameter> unset, List<Role> empty, LocalDate from) {

        /** Whether it can be decided, today or from a day that is settled. */
        public boolean isReady() {
            return unset.isEmpty() && empty.isEmpty();
        }
    }

    /** All programmes that can be filed for, in the order of the pack. */
    public List<Readied> programmes() {
        var pack = policies.current();
        var held = heldRoles();
        return pack.programmes().values().stream()
                .flatMap(programme -> programme.procedure().stream()
                        .map(procedure -> new Readied(
                                programme,
                                Unset.neededBy(pack, programme)
                                        .filter(Unset::isUnset)
                                        .toList(),
                                procedure.steps().stream()
                                        .flatMap(step -> Role.named(step.role()).stream())
                                        .distinct()
                                        .filter(role -> !held.contains(role.name()))
                                        .toList(),
                                Unset.neededBy(pack, programme)
                                        .flatMap(parameter -> setFrom(parameter).stream())
                                        .max(LocalDate::compareTo)
                                        .orElse(pack.document().effectiveFrom()))))
                .toList();
    }

    /** The offices that have a step of some programme and nobody in them. */
    public static List<Role> empty(List<Readied> programmes) {
        return programmes.stream()
                .flatMap(one -> one.empty().stream())
                .distinct()
                .toList();
    }

    /** The first day on which a value holds that the document or an authority sets. */
    private static Optional<LocalDate> setFrom(Parameter parameter) {
        return parameter.values().stream()
                .filter(value -> value.standing() != Parameter.Standing.DEMONSTRATION)
                .map(Parameter.Value::from)
                .findFirst();
    }

    private Set<String> heldRoles() {
        return jdbc
                .sql(
                        "select distinct role from access.public_appointment where since <= :today and (until is null or until >= :today)")
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
