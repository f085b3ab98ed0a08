package org.zhongchuang.outside.dealings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.grants.assessment.Appeals;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.PublishAssessment;
import org.zhongchuang.grants.assessment.Round;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.RunAssessment;
import org.zhongchuang.grants.assessment.ScoreSpace;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.outside.city.Claimants;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.records.registry.SubjectId;

/**
 * The assessment of the first year: when the first year ends, all but one expert have scored. In the second year it is
 * finished, appealed and published, and that of the second has come as far.
 */
@Component
@Order(0)
class AssessmentStory implements LaterChapter {

    private static final int EXPERTS = 15;
    private static final int LEFT_OPEN = 3;

    private final RunAssessment running;
    private final ScoreSpace scoring;
    private final Rounds rounds;
    private final Publishing publishing;
    private final Claimants claimants;
    private final Stage stage;
    private final Map<String, Integer> votes = new HashMap<>();

    AssessmentStory(
            RunAssessment running,
            ScoreSpace scoring,
            Rounds rounds,
            Publishing publishing,
            Claimants claimants,
            Stage stage) {
        this.running = running;
        this.scoring = scoring;
        this.rounds = rounds;
        this.publishing = publishing;
        this.claimants = claimants;
        this.stage = stage;
    }

    /** How the grades come out, and what they bring. */
    @Component
    record Publishing(Appeals appeals, PublishAssessment publish) {}

    @Override
    public void tell() {
        if (running.open(officer(0), year(1)) instanceof Assessing.Refused) {
            return;
        }
        done(running.score(officer(0), year(1)));
        vote(year(1), LEFT_OPEN);
    }

    @Override
    public void plan(Turns turns, long seed) {
        if (rounds.of(year(1)).isEmpty()) {
            return;
        }
        turns.once(day(2, 3, 20), _ -> vote(year(1), 0));
        turns.once(day(2, 3, 22), _ -> done(running.rank(officer(0), year(1))));
        turns.once(day(2, 3, 24), _ -> done(running.notify(officer(0), year(1))));
        turns.once(day(2, 3, 28), _ -> appeal());
        turns.once(day(2, 3, 30), _ -> answer());
        turns.once(
                day(2, 4, 11),
                _ -> done(publishing.publish().publish(decider(), year(1), "演示科〔%d〕31号".formatted(year(2)))));
        turns.once(day(3, 2, 24), _ -> done(running.open(officer(1), year(2))));
        turns.once(day(3, 2, 27), _ -> describe());
        turns.once(day(3, 3, 5), _ -> done(running.score(officer(1), year(2))));
        turns.once(day(3, 3, 9), _ -> vote(year(2), LEFT_OPEN));
    }

    /** Every expert scores what is theirs; the first leaves so many open. */
    private void vote(int year, int leftOpen) {
        var round = rounds.of(year).orElseThrow();
        for (int i = 0; i < EXPERTS; i++) {
            var expert = stage.cast().officer(Role.EXPERT, "", i);
            var open = scoring.seats(expert, round).stream()
                    .filter(seat -> seat.mine().isEmpty())
                    .toList();
            for (var seat : open.subList(0, Math.max(open.size() - (i == 0 ? leftOpen : 0), 0))) {
                score(expert, round, seat);
            }
        }
    }

    /**
     * The lot decides who scores a makerspace; what it gets depends on the makerspace and on how many have scored it,
     * so that the same seed gives the same grades.
     */
    private void score(Actor expert, Round round, ScoreSpace.Seat seat) {
        var space = seat.space();
        var ballots = votes.merge(round.year() + space.name(), 1, Integer::sum);
        var usual = 6 + new Random(space.name().hashCode()).nextInt(4);
        var random = new Random(space.name().hashCode() * 31L + round.year() * 7L + ballots);
        var scores = new HashMap<String, BigDecimal>();
        for (var indicator : scoring.indicators(space, round)) {
            scores.put(
                    indicator.id(),
                    BigDecimal.valueOf(indicator.points() * (usual + (long) random.nextInt(2)))
                            .movePointLeft(1));
        }
        done(scoring.score(
                expert,
                round.year(),
                space.space(),
                scores,
                "演示评议：台账齐全，服务可再深入。",
                UUID.nameUUIDFromBytes((round.year() + space.code() + expert.login())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    /** Two ask for a second look at what their records brought. */
    private void appeal() {
        var round = rounds.of(year(1)).orElseThrow();
        claimants.recognisedBefore(day(1, 12, 31)).stream()
                .skip(6)
                .limit(2)
                .flatMap(space -> rounds.entry(round.id(), space.space()).stream())
                .forEach(entry -> scoring.counted(entry, round).stream()
                        .findFirst()
                        .ifPresent(indicator -> done(publishing
                                .appeals()
                                .file(
                                        operator(entry.space()),
                                        year(1),
                                        entry.space(),
                                        indicator.id(),
                                        "台账中有三场活动在截止后补录，请按现有台账复核（演示）。"))));
    }

    /** The first is right, if the records say so by now; the second is not. */
    private void answer() {
        var round = rounds.of(year(1)).orElseThrow();
        var upheld = true;
        for (var appeal : publishing.appeals().of(round).stream()
                .sorted(Comparator.comparing(Appeals.Appeal::name))
                .toList()) {
            var answers = publishing.appeals();
            var counted = answers.recount(round, appeal).map(now -> now.figure().add(BigDecimal.ONE));
            if (upheld
                    && answers.propose(officer(0), year(1), appeal.id(), counted, "核对签到表和照片，另有一场应予计入（演示）。")
                            instanceof Assessing.Done) {
                done(answers.agree(officer(1), year(1), appeal.id(), true));
            } else {
                done(answers.reject(officer(0), year(1), appeal.id(), "已按台账复核（演示）。"));
            }
            upheld = false;
        }
    }

    private void describe() {
        var told = 0;
        for (var space : claimants.recognisedBefore(day(2, 12, 31))) {
            if (told++ % 3 == 0) {
                done(running.describe(operator(space.space()), year(2), space.space(), "与高校共建实验室，全年免费开放（演示）。"));
            }
        }
    }

    private int year(int number) {
        return stage.times().year(number);
    }

    private LocalDate day(int year, int month, int day) {
        return stage.times().day(year, month, day);
    }

    private Actor operator(SubjectId space) {
        return claimants.operatorOf(space);
    }

    private Actor officer(int number) {
        return stage.cast().officer(Role.CITY_OFFICER, "", number);
    }

    private Actor decider() {
        return stage.cast().officer(Role.CITY_DECIDER, "", 0);
    }

    private static void done(Assessing assessing) {
        if (assessing instanceof Assessing.Refused(var reason)) {
            throw new IllegalStateException("the assessment of the demonstration: " + reason);
        }
    }
}
