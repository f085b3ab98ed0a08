package org.zhongchuang.records.registry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;

/** Kinds of subjects and of relations, and what is recorded of a subject, by their names. */
@Component
class RegisterCodes implements Coded {

    @Override
    public Optional<Text> word(String act, String code) {
        return switch (act) {
            case "register.enter" -> Typed.choice(SubjectKind.class, code).map(SubjectKind::label);
            case "register.relate" -> Typed.choice(Relations.Kind.class, code).map(Relations.Kind::label);
            case "register.record" -> Vocabulary.attribute(code).map(Attribute::label);
            default -> Optional.empty();
        };
    }
}
