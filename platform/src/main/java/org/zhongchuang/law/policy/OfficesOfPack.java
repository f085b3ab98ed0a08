package org.zhongchuang.law.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.access.Role;

/** What the pack in force calls offices, and which it gives a part in its programmes. */
@Component
class OfficesOfPack implements Offices {

    private final Policies policies;

    OfficesOfPack(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String wholeCity() {
        return policies.current().areas().getFirst().code();
    }

    @Override
    public List<String> namesOfTheCity() {
        var name = policies.current().areas().getFirst().name();
        return List.of(
                name.zh(),
                name.zh().replaceFirst("市$", ""),
                name.en(),
                name.en().split(" ", -1)[0]);
    }

    @Override
    public Text name(Role role) {
        return RolesOfPack.name(policies.current(), role);
    }

    @Override
    public Set<String> programmesOf(Role role) {
        return policies.current().known().stream()
                .filter(one -> one.procedure().stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .anyMatch(step -> step.role().equals(role.word())))
                .map(Programme::id)
                .collect(Collectors.toSet());
    }
}
