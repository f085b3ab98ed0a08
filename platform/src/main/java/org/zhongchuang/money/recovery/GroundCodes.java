package org.zhongchuang.money.recovery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;

/** Grounds of claims by their names. */
@Component
class GroundCodes implements Coded {

    @Override
    public Optional<Text> word(String act, String code) {
        return act.equals("recovery.propose")
                ? Typed.choice(Claim.Ground.class, code).map(Claim.Ground::label)
                : Optional.empty();
    }
}
