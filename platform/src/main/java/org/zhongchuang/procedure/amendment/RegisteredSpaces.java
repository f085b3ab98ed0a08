package org.zhongchuang.procedure.amendment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Spaces;

/** The makerspaces of the registry, with the latest of every fact. */
@Component
class RegisteredSpaces implements Residents {

    private final Spaces spaces;
    private final Policies policies;

    RegisteredSpaces(Spaces spaces, Policies policies) {
        this.spaces = spaces;
        this.policies = policies;
    }

    @Override
    public List<Resident> of(Programme programme) {
        var pack = policies.current();
        if (programme.beneficiary() != Audience.OPERATOR) {
            return List.of();
        }
        var asked = pack.factsOf(programme.id()).stream().map(Fact::id).toList();
        return spaces.allKnown().stream()
                .filter(space -> asked.stream().anyMatch(space.facts()::containsKey))
                .map(space -> new Resident(
                        space.name(), space.area(), space.kind().label(), Answers.values(pack.facts(), space.facts())))
                .toList();
    }
}
