package org.zhongchuang.law.policy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.access.Role;

/** Which offices the pack in force gives a part in its programmes. */
@Component
class StepsOfOffices implements Offices {

    private final Policies policies;

    StepsOfOffices(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String wholeCity() {
        return policies.current().areas().getFirst().code();
    }

    @Override
    public Set<String> programmesOf(Role role) {
        var name = role.name().toLowerCase(Locale.ROOT);
        return policies.current().programmes().values().stream()
                .filter(one -> one.procedure().stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .anyMatch(step -> step.role().equals(name)))
                .map(Programme::id)
                .collect(Collectors.toSet());
    }
}
