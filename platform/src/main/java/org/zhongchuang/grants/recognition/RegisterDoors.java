package org.zhongchuang.grants.recognition;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.ClauseDoors;

/** From the clauses on recognition to the register of those who have it, from the one on assessment to the grades. */
@Component
class RegisterDoors implements ClauseDoors {

    private static final Door REGISTER = new Door(Text.of("看已认定的众创空间", "See recognised spaces"), "/register/spaces");
    private static final Door GRADES = new Door(Text.of("看年度考评结果", "See the grades of each year"), "/assessments");

    @Override
    public Stream<Door> doorsOf(PolicyPack pack, Clause clause) {
        return Stream.concat(
                pack.programmesOn(clause.id()).stream()
                        .filter(programme -> programme.use() == Programme.Use.RECOGNITION)
                        .map(_ -> REGISTER),
                pack.assessment().stream()
                        .filter(procedure -> Clause.idOf(procedure.clause()).equals(clause.id()))
                        .map(_ -> GRADES));
    }
}
