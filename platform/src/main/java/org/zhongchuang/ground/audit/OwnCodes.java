package org.zhongchuang.ground.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;

/** Roles, and the answers and states that are written in plain letters. */
@Component
class OwnCodes implements Coded {

    private static final Text UPHELD = Text.of("成立", "upheld");
    private static final Text REJECTED = Text.of("不成立", "rejected");

    private static final Pattern DAYS =
            Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2})(?: to ([0-9]{4}-[0-9]{2}-[0-9]{2}))?$");

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
            "assessment.open",
            Map.of("seed", Text.of("随机种子", "seed")),
            "register.list",
            Map.of("true", Text.of("列入名录", "listed"), "false", Text.of("不列入名录", "not listed")));

    @Override
    public Optional<Text> word(String act, String code) {
        // What is confirmed or rejected is said as what was proposed.
        var asked = act.startsWith("access.appointment-") ? "access.appointment-propose" : act;
        return Optional.ofNullable(WORDS.getOrDefault(asked, Map.of()).get(code))
                .or(() -> role(act, code))
                .or(() -> act.equals("access.appointment-until") && code.equals("open")
                        ? Optional.of(Text.of("不限期", "no end"))
                        : Optional.empty())
                .or(() -> days(code));
    }

    /** A day, or from one to another. */
    private static Optional<Text> days(String code) {
        return DAYS.matcher(code)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                .filter(Objects::nonNull)
                .map(day -> Shown.day(LocalDate.parse(day)))
                .reduce((first, last) -> Text.of(first.zh() + "至" + last.zh(), first.en() + " to " + last.en()));
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
