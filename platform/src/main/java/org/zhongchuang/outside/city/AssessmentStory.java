package org.zhongchuang.outside.city;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.RunAssessment;
import org.zhongchuang.grants.assessment.ScoreSpace;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Role;

/** The assessment of 2016 as far as it has come when the city opens its doors: all but one expert have scored. */
@Component
class AssessmentStory {

    private static final int YEAR = 2016;
    private static final int LEFT_OPEN = 3;

    private final RunAssessment running;
    private final ScoreSpace scoring;
    private final Rounds rounds;
    private final Accounts accounts;

    AssessmentStory(RunAssessment running, ScoreSpace scoring, Rounds rounds, Accounts accounts) {
        this.running = running;
        this.scoring = scoring;
        this.rounds = rounds;
        this.accounts = accounts;
    }

    void play(Random random) {
        var officer = accounts.appointmentsOf("city1").stream()
                .filter(one -> one.role() == Role.CITY_OFFICER)
                .findFirst()
                .orElseThrow();
        if (running.open(officer, YEAR) instanceof Assessing.Refused) {
            return;
        }
        done(running.score(officer, YEAR));
        var round = rounds.of(YEAR).orElseThrow();
        for (int i = 1; i <= 15; i++) {
            var expert = accounts.appointmentsOf("expert%02d".formatted(i)).getFirst();
            var seats = scoring.seats(expert, round);
            var scored = i == 1 ? Math.max(seats.size() - LEFT_OPEN, 0) : seats.size();
            for (var seat : seats.subList(0, scored)) {
                var scores = new HashMap<String, BigDecimal>();
                for (var indicator : scoring.indicators(seat.space(), round)) {
                    scores.put(
                            indicator.id(),
                            BigDecimal.valueOf(indicator.points() * (4L + random.nextInt(7)))
                                    .movePointLeft(1));
                }
                done(scoring.score(
                        expert,
                        YEAR,
                        seat.space().space(),
                        scores,
                        "演示评议：台账齐全，服务可再深入。",
                        new UUID(random.nextLong(), random.nextLong())));
            }
        }
    }

    private static void done(Assessing assessing) {
        if (assessing instanceof Assessing.Refused(var reason)) {
            throw new IllegalStateException("the assessment of the demonstration: " + reason);
        }
    }
}
