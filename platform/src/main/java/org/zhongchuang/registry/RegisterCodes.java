package org.zhongchuang.registry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.audit.Coded;
import org.zhongchuang.engine.Text;
import org.zhongchuang.shell.Typed;

/** Kinds of subjects by their names. */
@Component
class RegisterCodes implements Coded {

    @Override
    public Optional<Text> word(String act, String code) {
        return act.equals("register.enter")
                ? Typed.choice(SubjectKind.class, code).map(SubjectKind::label)
                : Optional.empty();
    }
}
