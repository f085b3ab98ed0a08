package org.zhongchuang.ground.audit;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;

/** Roles, and the answers and states that are written in plain letters. */
@Component
class OwnCodes implements Coded {

    private static final Text UPHELD = Text.of("成立", "upheld");
    private static final Text REJECTED = Text.of("不成立", "rejected");

    private static final Map<String, Map<String, Text>> WORDS = Map.of(
            "access.appointment-propose",
            Map.of(
                    "APPOINT", Text.of("任命", "appointment"),
                    "RESET_FACTOR", Text.of("重设双重验证", "reset of the second factor")),
            "access.appoint",
            Map.of("alone", Text.of("（没有第二人）", "(without a second person)")),
            "factor.reset",
            Map.of("alone", Text.of("（没有第二人）", "(without a second person)")),
            "factor.add",
            Map.of("authenticator", Text.of("手机验证器", "authenticator")),
            "factor.remove",
            Map.of(
                    "authenticator", Text.of("手机验证器", "authenticator"),
                    "recovery code used", Text.of("用掉一个恢复码", "a recovery code was used")),
            "assessment.answer",
            Map.of("UPHELD", UPHELD, "REJECTED", REJECTED),
            "notice.answer",
            Map.of("upheld", UPHELD, "rejected", REJECTED),
            "recovery.answer",
            Map.of(
                    "dropped", Text.of("撤销追回", "the claim was dropped"),
                    "stands", Text.of("维持追回", "the claim stands")),
            "register.list",
            Map.of("true", Text.of("列入名录", "listed"), "false", Text.of("不列入名录", "not listed")));

    @Override
    public Optional<Text> word(String act, String code) {
        return Optional.ofNullable(WORDS.getOrDefault(act, Map.of()).get(code)).or(() -> role(act, code));
    }

    private static Optional<Text> role(String act, String code) {
        return act.startsWith("access.") || act.equals("session.role")
                ? Stream.of(Role.values())
                        .filter(role -> role.name().equals(code))
                        .map(Role::label)
                        .findFirst()
                : Optional.empty();
    }
}
