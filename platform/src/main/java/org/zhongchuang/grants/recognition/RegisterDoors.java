package org.zhongchuang.grants.recognition;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.ClauseDoors;

/** From the clauses on recognition to the register of those who have it. */
@Component
class RegisterDoors implements ClauseDoors {

    private static final Door REGISTER = new Door(Text.of("看已认定的众创空间", "See recognised spaces"), "/register/spaces");

    @Override
    public Stream<Door> doorsOf(PolicyPack pack, Clause clause) {
        return pack.programmesOn(clause.id()).stream()
                .filter(programme -> programme.use() == Programme.Use.RECOGNITION)
                .map(_ -> REGISTER);
    }
}
