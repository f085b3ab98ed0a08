package org.zhongchuang.procedure.amendment;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.records.registry.Spaces;

/** The makerspaces of the registry, with the latest of every fact. */
@Component
class RegisteredSpaces implements Residents {

    private final Spaces spaces;

    RegisteredSpaces(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public List<Resident> of(Programme programme, List<Fact> asked) {
        if (programme.beneficiary() != Audience.OPERATOR) {
            return List.of();
        }
        var facts = asked.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
        return spaces.allKnown().stream()
                .filter(space -> facts.keySet().stream().anyMatch(space.facts()::containsKey))
                .map(space -> new Resident(
                        space.name(), space.area(), space.kind().label(), Answers.values(facts, space.facts())))
                .toList();
    }
}
