package org.zhongchuang.grants.recognition;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;

/** Kinds of changes by their names. */
@Component
class ChangeCodes implements Coded {

    @Override
    public Optional<Text> word(String act, String code) {
        return act.matches("recognition\\.(ask|withdraw|opine|approve|reject)")
                ? Typed.choice(Change.Kind.class, code).map(Change.Kind::label)
                : Optional.empty();
    }
}
