package org.zhongchuang.law.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;

/** Areas, programmes and parameters by their names. */
@Component
class PolicyCodes implements Coded {

    private final Policies policies;

    PolicyCodes(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Optional<Text> word(String act, String code) {
        var pack = policies.current();
        return switch (act) {
            case "growth.plan" ->
                Optional.ofNullable(pack.programmes().get(code)).map(Programme::title);
            case "access.appoint",
                    "access.appointment-propose",
                    "access.appointment-confirm",
                    "access.appointment-reject",
                    "access.appointment-until",
                    "recognition.approve",
                    "access.end-appointment",
                    "session.role",
                    "budget.propose",
                    "budget.set",
                    "budget.drop",
                    "closing.propose",
                    "closing.close" ->
                pack.areas().stream()
                        .filter(area -> area.code().equals(code))
                        .map(Area::name)
                        .findFirst();
            case "parameter.propose", "parameter.approved", "parameter.rejected", "parameter.withdrawn" ->
                Optional.ofNullable(pack.parameters().get(code)).map(Parameter::means);
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> codes(String typed) {
        return policies.current().parameters().values().stream()
                .filter(one ->
                        one.means().zh().equals(typed) || one.means().en().equals(typed))
                .map(Parameter::id)
                .toList();
    }
}
