package org.zhongchuang.law.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;

/** The offices that a pack speaks of: what it calls them, and whether the program knows them. */
public final class RolesOfPack {

    private RolesOfPack() {}

    /** What the pack calls a role; the usual name where it has none of its own. */
    public static Text name(PolicyPack pack, Role role) {
        return pack.names().roles().getOrDefault(role.word(), role.label());
    }

    /** What is wrong, in sentences; empty when all are known and may do what they are given to do. */
    public static List<String> problemsOf(PolicyPack pack) {
        var named = pack.names().roles().keySet().stream()
                .filter(word -> Role.named(word).isEmpty())
                .map("pack.yaml names role %s, which there is not"::formatted);
        var facts = pack.facts().values().stream()
                .filter(fact -> !fact.by().equals(Fact.APPLICANT) && !fact.by().equals(Fact.REGISTER))
                .filter(fact -> Role.named(fact.by()).isEmpty())
                .map(fact -> "fact %s is established by %s, which is no role".formatted(fact.id(), fact.by()));
        var steps = pack.programmes().values().stream()
                .flatMap(programme -> programme.procedure().stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .filter(step -> !mayBeHeld(step))
                        .map(step -> "programme %s: %s may not hold the step %s; roles that may are %s"
                                .formatted(programme.id(), step.role(), step.step(), rolesFor(step))));
        var certificate = Stream.ofNullable(pack.names().certificate())
                .filter(letters -> !letters.matches("[A-Z]{2}"))
                .map("pack.yaml: certificate is two capital letters, not %s"::formatted);
        var carriers = pack.names().carriers().keySet().stream()
                .filter(word -> !word.matches("[a-z][a-z_]{0,39}"))
                .map("pack.yaml: a carrier is a word of small letters, not %s"::formatted);
        return Stream.of(named, facts, steps, certificate, carriers)
                .flatMap(one -> one)
                .toList();
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
