package org.zhongchuang.policy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.access.Offices;
import org.zhongchuang.access.Role;
import org.zhongchuang.engine.Programme;

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
