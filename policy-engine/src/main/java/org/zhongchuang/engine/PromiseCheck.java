package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Exact;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Subject;

/** Tries to break what a programme promises: many subjects, each where a rule turns or between. */
final class PromiseCheck {

    private static final int TRIALS = 4_000;

    private final Rules rules;
    private final Probes probes;

    private PromiseCheck(Rules rules, LocalDate on) {
        this.rules = rules;
        this.probes = new Probes(rules, on);
    }

    static List<Flaw> problemsOf(Rules rules, LocalDate on) {
        var flaws = new Flaws();
        var promises = rules.programme().promises();
        for (int i = 0; i < promises.size(); i++) {
            var promise = promises.get(i);
            var where = Where.programme(rules.programme().id(), "promises", String.valueOf(i));
            new PromiseCheck(rules, on)
                    .broken(promise, rules.always().get(i))
                    .ifPresent(how -> flaws.add(
                            where,
                            "事项 %s 没有做到“%s”：%s",
                            "programme %s breaks its promise \"%4$s\": %5$s",
                            rules.programme().id(),
                            promise.says().zh(),
                            how.zh(),
                            promise.says().en(),
                            how.en()));
        }
        return flaws.all();
    }

    private Optional<Text> broken(Programme.Promise promise, @Nullable Node always) {
        if (always != null) {
            return always(always);
        }
        var rising = promise.rising();
        if (rising != null) {
            return slot(rising).map(this::falls).orElseGet(() -> noSuchFact(rising));
        }
        var smooth = promise.smooth();
        if (smooth != null && promise.most() != null) {
            var most = new Fen(Exact.scaled(promise.most(), 2));
            return slot(smooth).map(slot -> jumps(slot, most)).orElseGet(() -> noSuchFact(smooth));
        }
        return Optional.of(
                Text.of("没有写 always、rising，也没有写 smooth 和 most", "it says neither always, rising nor smooth with most"));
    }

    private static Optional<Text> noSuchFact(String id) {
        return Optional.of(Text.of(id + " 不是本事项的事实", "\"" + id + "\" is no fact of this programme"));
    }

    private Optional<Integer> slot(String fact) {
        return rules.facts().stream()
                .filter(one -> one.id().equals(fact))
                .findFirst()
                .map(rules.facts()::indexOf);
    }

    private Optional<Text> always(Node condition) {
        for (int trial = 0; trial < TRIALS; trial++) {
            var subject = probes.random();
            if (probes.walk(subject).read(condition).is(0)) {
                var said = probes.said(subject);
                return Optional.of(Text.of("不适用于 " + said, "not for " + said));
            }
        }
        return Optional.empty();
    }

    private Optional<Text> falls(int slot) {
        for (int trial = 0; trial < TRIALS; trial++) {
            var subject = probes.random();
            var more = probes.randomValue(slot);
            if (more <= subject.value()[slot]) {
                continue;
            }
            var raised = probes.changed(subject, slot, more);
            var before = amount(subject);
            var after = amount(raised);
            if (before.isPresent() && after.isPresent() && after.get().isLessThan(before.get())) {
                return Optional.of(Flaws.text(
                        "%s元（%s），而只有 %s元（%s）",
                        "%s yuan for %s, but only %s for %s",
                        before.get().yuan(),
                        probes.said(subject),
                        after.get().yuan(),
                        probes.said(raised)));
            }
        }
        return Optional.empty();
    }

    private Optional<Text> jumps(int slot, Fen most) {
        for (int trial = 0; trial < TRIALS; trial++) {
            var subject = probes.random();
            var step = probes.changed(subject, slot, subject.value()[slot] + 1);
            if (!probes.isAllowed(rules.facts().get(slot), step.value()[slot])) {
                continue;
            }
            var before = amount(subject);
            var after = amount(step);
            if (before.isPresent() && after.isPresent() && isFurther(before.get(), after.get(), most)) {
                return Optional.of(Flaws.text(
                        "从 %s元 到 %s元（%s）",
                        "from %s to %s yuan at %s",
                        before.get().yuan(),
                        after.get().yuan(),
                        probes.said(step)));
            }
        }
        return Optional.empty();
    }

    private static boolean isFurther(Fen one, Fen other, Fen most) {
        return one.toYuan().subtract(other.toYuan()).abs().compareTo(most.toYuan()) > 0;
    }

    /** The amount, zero where refused; empty where it cannot be told. */
    private Optional<Fen> amount(Subject subject) {
        var walk = probes.walk(subject);
        var met = rules.programme().owed()
                || rules.criteria().stream().allMatch(one -> walk.read(one).is(1));
        var amount = walk.read(Objects.requireNonNull(rules.amount(), "a promise about the amount needs one"));
        return !met
                ? Optional.of(Fen.ZERO)
                : amount.isKnown() ? Optional.of(new Fen(amount.value())) : Optional.empty();
    }
}
