package org.zhongchuang.money.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.ground.calendar.OneByOne;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.AwardId;

/** Judges every award again once a day, and when the rules get another edition. */
@Service
public class JudgeAgain implements DueWork {

    private final JudgeAward one;
    private final Policies policies;
    private final OneByOne oneByOne;
    private final JdbcClient jdbc;
    private final Clock clock;

    JudgeAgain(JudgeAward one, Policies policies, OneByOne oneByOne, JdbcClient jdbc, Clock clock) {
        this.one = one;
        this.policies = policies;
        this.oneByOne = oneByOne;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public About about() {
        return new About(
                "decisions-again",
                Text.of("决定复核", "Decisions judged again"),
                Text.of(
                        "每天以及规则更新后，重新核算每项决定；按现行事实应当减少的，暂停拨付待复核。",
                        "Once a day and when rules change every decision is judged again; one that would be lower today is held until somebody has looked at it."));
    }

    /** Looked at in full once a day; when one decision cannot be judged, the look is not over and is repeated. */
    @Override
    public void settle() {
        var today = LocalDate.now(clock);
        var edition = policies.current().edition();
        var looked = jdbc.sql("select exists (select 1 from recovery.look where day = :today and edition = :edition)")
                .param("today", today)
                .param("edition", edition)
                .query(Boolean.class)
                .single();
        if (looked) {
            return;
        }
        var all = jdbc.sql("select id from award.public_award")
                .query((row, _) -> new AwardId(row.getObject("id", UUID.class)))
                .list();
        oneByOne.each(all, id -> one.judge(id, today));
        jdbc.sql("""
                        insert into recovery.look (day, edition) values (:today, :edition)
                        on conflict (only_row) do update set day = excluded.day, edition = excluded.edition
                        """).param("today", today).param("edition", edition).update();
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
