package org.zhongchuang.money.award;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.records.registry.SubjectId;

/** Awards from province and state as grounds: each that has arrived in full can be matched once. */
@Component
class HigherAwardGrounds implements Occasions {

    private final HigherAwards awards;

    HigherAwardGrounds(HigherAwards awards) {
        this.awards = awards;
    }

    @Override
    public Source source() {
        return Source.HIGHER_AWARDS;
    }

    @Override
    public List<Occasion> open(Programme programme, Optional<SubjectId> subject) {
        return awards.unmatched(programme.id(), subject).stream()
                .map(one -> new Occasion(
                        one.subject(),
                        one.id().toString(),
                        Text.of(one.document() + " " + one.title(), one.document() + " " + one.title()),
                        facts(programme, one),
                        Text.of(
                                "上级奖励登记册，到账凭证 " + one.proof(),
                                "register of higher awards, proof of receipt " + one.proof())))
                .toList();
    }

    @Override
    public Optional<Map<String, String>> facts(Programme programme, SubjectId subject, String matter) {
        return Typed.id(matter)
                .flatMap(awards::find)
                .filter(one -> one.subject().equals(subject)
                        && one.standing()
                        && one.received().equals(one.fen()))
                .map(one -> facts(programme, one));
    }

    private static Map<String, String> facts(Programme programme, HigherAward one) {
        return Objects.requireNonNull(programme.ground())
                .told(Map.of(
                        "document", one.document(),
                        "level", one.level(),
                        "amount", one.fen().yuan(),
                        "matched", "false"));
    }
}
