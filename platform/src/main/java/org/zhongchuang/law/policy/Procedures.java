package org.zhongchuang.law.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;

/** Whose steps the procedure of a programme has. */
@Component
public class Procedures {

    private final Policies policies;

    Procedures(Policies policies) {
        this.policies = policies;
    }

    /** Whom an applicant asks about a case: the office that takes it in, by its name in the area. */
    public Text taking(String programme, String edition, String area) {
        var pack = policies.edition(edition, programme).pack().within(policies.current());
        var first = Optional.ofNullable(pack.programmes().get(programme)).flatMap(Programme::procedure).stream()
                .flatMap(procedure -> procedure.steps().stream())
                .map(step -> Role.named(step.role()).orElseThrow())
                .filter(role -> role.isOfficial() && role != Role.EXPERT)
                .findFirst()
                .orElse(Role.COUNTY_OFFICER);
        return RolesOfPack.office(pack, first, area);
    }

    /** The roles with a step in a programme as an edition has it. */
    public Set<Role> offices(String programme, String edition) {
        return offices(programme, edition, List.of());
    }

    /** The roles to whom a programme gives one of these steps in an edition; with none named, any. */
    public Set<Role> offices(String programme, String edition, List<String> steps) {
        var roles = EnumSet.noneOf(Role.class);
        var found = policies.edition(edition, programme).pack().programmes().get(programme);
        if (found != null) {
            found.procedure().stream()
                    .flatMap(procedure -> procedure.steps().stream())
                    .filter(step -> steps.isEmpty() || steps.contains(step.step()))
                    .forEach(step -> roles.add(Role.named(step.role()).orElseThrow()));
        }
        return roles;
    }
}
