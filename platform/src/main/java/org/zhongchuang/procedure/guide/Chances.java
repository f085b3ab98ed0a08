package org.zhongchuang.procedure.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.filing.KnownAnswers;
import org.zhongchuang.procedure.filing.KnownAnswers.Known;
import org.zhongchuang.procedure.filing.Openings;

/** What an applicant could have today by what the registers know, and has not asked for. */
@Component
public class Chances {

    private static final int SUBJECTS = 3;

    private final Openings openings;
    private final KnownAnswers known;
    private final Policies policies;
    private final Clock clock;

    Chances(Openings openings, KnownAnswers known, Policies policies, Clock clock) {
        this.openings = openings;
        this.known = known;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * How much of it there is.
     *
     * @param sum what it comes to; zero where it is no money
     */
    public record Chance(int count, Fen sum) {}

    public Chance of(Actor actor) {
        var granted = openings.applicants(actor).stream()
                .limit(SUBJECTS)
                .flatMap(one -> granted(actor, one))
                .toList();
        return new Chance(
                granted.size(), granted.stream().flatMap(Optional::stream).reduce(Fen.ZERO, Fen::plus));
    }

    /** The amounts of what would be granted; empty where it is no money. */
    private Stream<Optional<Fen>> granted(Actor actor, Applicant applicant) {
        var facts = known.of(applicant);
        return openings.of(actor, applicant).stream()
                .filter(one -> one.isOpen() && !one.programme().owed())
                .flatMap(one ->
                        one.grounds().stream().flatMap(ground -> judge(one.programme(), facts, ground).stream()))
                .filter(findings -> findings.outcome() == Findings.Outcome.GRANTED)
                .map(findings -> findings.amount());
    }

    private Optional<Findings> judge(Programme programme, Map<String, Known> facts, Occasion ground) {
        var all = new LinkedHashMap<String, String>();
        facts.forEach((id, one) -> all.put(id, one.value()));
        known.of(ground).forEach((id, one) -> all.put(id, one.value()));
        return Inquiry.of(policies.current(), List.of(programme), all, LocalDate.now(clock), policies.isDemonstration())
                .results()
                .getFirst()
                .findings();
    }
}
