package org.zhongchuang.law.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.Where;
import org.zhongchuang.ground.access.Role;

/** The offices that a pack speaks of: what it calls them, and whether the program knows them. */
public final class RolesOfPack {

    private RolesOfPack() {}

    /** What the pack calls a role; the usual name where it has none of its own. */
    public static Text name(PolicyPack pack, Role role) {
        return pack.names().roles().getOrDefault(role.word(), role.label());
    }

    /** The office that holds a role: that of the whole city, of an area of it, or what the pack calls the role. */
    public static Text office(PolicyPack pack, @Nullable Role role, String area) {
        return role == null || role == Role.CITY_OFFICER || role == Role.CITY_DECIDER
                ? pack.areas().getFirst().unit()
                : role == Role.COUNTY_OFFICER ? pack.area(area).unit() : name(pack, role);
    }

    /** What is wrong, each with what it is about; empty when all are known and may do what they are given to do. */
    public static List<Flaw> problemsOf(PolicyPack pack) {
        var named = pack.names().roles().keySet().stream()
                .filter(word -> Role.named(word).isEmpty())
                .map(word -> Flaw.of(
                        Where.in("pack.yaml", "names", "roles", word),
                        Text.of(
                                "没有 %s 这个角色；可写：%s".formatted(word, all()),
                                "names role %s, which there is not; write one of %s".formatted(word, all()))));
        var facts = pack.facts().values().stream()
                .filter(Fact::isOfOffice)
                .filter(fact -> Role.named(fact.by()).isEmpty())
                .map(fact -> Flaw.of(
                        Where.in("facts.yaml", fact.id(), "by"),
                        Text.of(
                                "事实 %s 由 %s 认定，没有这个角色；可写：applicant, register, call, %s"
                                        .formatted(fact.id(), fact.by(), all()),
                                "fact %s is established by %s, which is no role; write applicant, register, call or one of %s"
                                        .formatted(fact.id(), fact.by(), all()))));
        var steps = pack.programmes().values().stream()
                .flatMap(programme -> programme.procedure().stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .filter(step -> !mayBeHeld(step))
                        .map(step -> Flaw.of(
                                Where.in("programmes/", programme.id(), "procedure", "steps", step.step(), "role"),
                                Text.of(
                                        "%s 不能办理步骤 %s；可写：%s".formatted(step.role(), step.step(), rolesFor(step)),
                                        "%s may not hold the step %s; roles that may are %s"
                                                .formatted(step.role(), step.step(), rolesFor(step))))));
        var certificate = Stream.ofNullable(pack.names().certificate())
                .filter(letters -> !letters.matches("[A-Z]{2}"))
                .map(letters -> Flaw.of(
                        Where.in("pack.yaml", "names", "certificate"),
                        Text.of(
                                "certificate 为两个大写字母，不是 " + letters,
                                "certificate is two capital letters, not " + letters)));
        return Stream.of(named, facts, steps, certificate).flatMap(one -> one).toList();
    }

    /** The words that a pack may have for a role, by the place at which it stands. */
    public static Map<String, List<String>> words() {
        var roles = Stream.of(Role.values()).map(Role::word).toList();
        return Map.of(
                "names.roles",
                roles,
                "programme.step.role",
                Stream.of(Role.values())
                        .filter(role -> role.mayHoldSteps() || role == Role.EXPERT)
                        .map(Role::word)
                        .toList(),
                "fact.by",
                Stream.concat(Stream.of(Fact.APPLICANT, Fact.REGISTER, Fact.CALL), roles.stream())
                        .toList());
    }

    private static String all() {
        return Stream.of(Role.values()).map(Role::word).sorted().collect(Collectors.joining(", "));
    }

    private static String rolesFor(Programme.Step step) {
        return Stream.of(Role.values())
                .filter(role -> mayHold(role, step))
                .map(Role::word)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Experts score and do nothing else; who scores is drawn by lot from them. */
    private static boolean mayBeHeld(Programme.Step step) {
        return Role.named(step.role()).filter(role -> mayHold(role, step)).isPresent();
    }

    private static boolean mayHold(Role role, Programme.Step step) {
        return step.does() == StepKind.EXPERT_SCORING ? role == Role.EXPERT : role.mayHoldSteps();
    }
}
