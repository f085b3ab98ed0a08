package org.zhongchuang.law.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Role;

/** Whose steps the procedure of a programme has. */
@Component
public class Procedures {

    private final Policies policies;

    Procedures(Policies policies) {
        this.policies = policies;
    }

    /** The roles with a step in a programme; none for one that the pack in force no longer has. */
    public Set<Role> offices(String programme) {
        return offices(programme, List.of());
    }

    /** The roles to whom a programme gives one of these steps; with none named, any. */
    public Set<Role> offices(String programme, List<String> steps) {
        var roles = EnumSet.noneOf(Role.class);
        var found = policies.current().programmes().get(programme);
        if (found != null) {
            found.procedure().stream()
                    .flatMap(procedure -> procedure.steps().stream())
                    .filter(step -> steps.isEmpty() || steps.contains(step.step()))
                    .forEach(step -> roles.add(Role.named(step.role()).orElseThrow()));
        }
        return roles;
    }
}
