package org.zhongchuang.grants.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Assessed.Grade;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.law.policy.Policies;

/** Publishing the grades: frozen with a hash, with what each grade brings: an award offered, rectification, removal. */
@Service
public class PublishAssessment {

    private final Rounds rounds;
    private final Appeals appeals;
    private final Policies policies;
    private final Consequences consequences;
    private final RoundRows rows;
    private final Clock clock;

    PublishAssessment(
            Rounds rounds, Appeals appeals, Policies policies, Consequences consequences, RoundRows rows, Clock clock) {
        this.rounds = rounds;
        this.appeals = appeals;
        this.policies = policies;
        this.consequences = consequences;
        this.rows = rows;
        this.clock = clock;
    }

    /** How many spaces would get an award, and how much in all. */
    public record Preview(long awards, Fen fen, Map<Grade, Long> grades) {}

    /** The money that the present grades would cost, by the rules of today. */
    public Preview preview(Round round) {
        var grades = new LinkedHashMap<Grade, Long>();
        for (var grade : Grade.values()) {
            grades.put(grade, 0L);
        }
        rounds.entries(round.id()).forEach(one -> one.grade().ifPresent(grade -> grades.merge(grade, 1L, Long::sum)));
        var awards = Objects.requireNonNullElse(grades.get(Grade.EXCELLENT), 0L);
        return new Preview(awards, award().orElse(Fen.ZERO).times(awards), grades);
    }

    /** The award for 优秀, by the pack's programme; empty where it has none, or while no authority has set it. */
    private Optional<Fen> award() {
        return policies.current().programmes().values().stream()
                .filter(one -> one.restsOn(Source.PUBLISHED_GRADES))
                .findFirst()
                .flatMap(one -> policies.evaluate(one, LocalDate.now(clock), Map.of("grade", Grade.EXCELLENT.code()))
                        .amount())
                .filter(Fen::isPositive);
    }

    @Transactional
    public Assessing publish(Actor actor, int year, String document) {
        var found = rounds.lock(year);
        if (found.isEmpty()) {
            return Assessing.refused(Reason.NO_SUCH_ROUND);
        }
        var round = found.get();
        var last = round.noticeLast();
        if (!rounds.publishes(actor)) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (round.openedBy().equals(actor.person())) {
            return Assessing.refused(Reason.SAME_PERSON);
        }
        if (round.state() != Round.State.NOTICE || last == null) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        if (!LocalDate.now(clock).isAfter(last)) {
            return Assessing.refused(Reason.NOTICE_RUNS);
        }
        if (appeals.of(round).stream().anyMatch(Appeals.Appeal::waits)) {
            return Assessing.refused(Reason.APPEALS_OPEN);
        }
        if (document.length() > 60 || !DocumentNumber.isOne(document)) {
            return Assessing.refused(Reason.NO_DOCUMENT);
        }
        var entries = rounds.entries(round.id());
        var snapshot = snapshot(round, entries);
        consequences.follow(actor, round, entries, award(), document.strip());
        rows.publish(actor, round, document.strip(), snapshot);
        return new Assessing.Done();
    }

    /** What is published, in a fixed order: places, grades, scores, and the ballots they rest on without names. */
    private String snapshot(Round round, List<Assessed> entries) {
        var ballots = rounds.ballots(round.id()).stream().collect(Collectors.groupingBy(Ballot::space));
        var lines = entries.stream()
                .map(one -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("code", one.code());
                    line.put("guidance", one.guidance());
                    line.put("grade", one.grade().map(Grade::code).orElse(""));
                    line.put("place", Objects.requireNonNullElse(one.place(), 0));
                    line.put(
                            "score",
                            Objects.requireNonNullElse(one.score(), BigDecimal.ZERO)
                                    .toPlainString());
                    line.put(
                            "ballots",
                            ballots.getOrDefault(one.space(), List.of()).stream()
                                    .map(ballot -> ballot.abstained()
                                            ? "abstained"
                                            : ballot.total().toPlainString())
                                    .sorted()
                                    .toList());
                    return line;
                })
                .toList();
        return Rounds.JSON.writeValueAsString(Map.of("year", round.year(), "spaces", lines));
    }

    /** A score as it is shown. */
    public static String shown(BigDecimal score) {
        return score.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
