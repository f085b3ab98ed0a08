package org.zhongchuang.money.award;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Stacking;
import org.zhongchuang.engine.Stacking.Claim;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;

/** What a subject, or a firm it is related to, has been granted for the same matter in the same year. */
@Component
class EarlierAwards {

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Subjects subjects;

    EarlierAwards(JdbcClient jdbc, Policies policies, Subjects subjects) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.subjects = subjects;
    }

    /** Waits until nobody else is being told what this subject had before, and keeps others waiting. */
    void waitFor(SubjectId subject) {
        subjects.hold(subject);
    }

    /** What is left of a sum, and why it is less, if it is. */
    record Left(Fen fen, Optional<Text> why) {}

    Left left(String programme, SubjectId subject, int year, Fen fen) {
        var stacking = policies.current().programme(programme).stacking();
        if (stacking == null) {
            return new Left(fen, Optional.empty());
        }
        var rivals = policies.current().programmes().values().stream()
                .filter(one -> !one.id().equals(programme)
                        && one.stacking() != null
                        && one.stacking().group().equals(stacking.group()))
                .map(Programme::id)
                .toList();
        record Granted(String number, Claim claim) {}
        var granted = jdbc.sql("""
                        with recursive near(id) as (
                          select cast(:subject as uuid)
                          union
                          select case when r.source = n.id then r.target else r.source end from near n
                            join registry.public_relation r on r.kind in ('BECAME', 'BRANCH_OF', 'SPUN_OFF') and n.id in (r.source, r.target))
                        select number, fen from award.award
                         where subject in (select id from near) and year = :year and programme = any (:rivals) order by number
                        """)
                .param("subject", subject.value())
                .param("year", year)
                .param("rivals", rivals.toArray(String[]::new))
                .query((row, _) -> new Granted(
                        row.getString("number"),
                        new Claim(
                                row.getString("number"),
                                stacking.group(),
                                stacking.mode(),
                                new Fen(row.getLong("fen")),
                                Set.of())))
                .list();
        var left = Stacking.left(
                new Claim("", stacking.group(), stacking.mode(), fen, Set.of()),
                granted.stream().map(Granted::claim).toList());
        if (left.equals(fen)) {
            return new Left(left, Optional.empty());
        }
        var numbers = granted.stream().map(Granted::number).toList();
        var topUp = stacking.mode() == Programme.Stacking.Mode.TOP_UP;
        return new Left(
                left,
                Optional.of(Text.of(
                        (topUp ? "就高补差：" : "从高不重复：") + String.join("、", numbers) + " 已就同一事项支持",
                        (topUp ? "Only the difference is paid: " : "The same is not paid twice: ")
                                + String.join(", ", numbers) + " was granted for it")));
    }
}
