package org.zhongchuang.procedure.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How public notices end: their last day passes, or the application is withdrawn. */
@Service
public class NoticeEnds {

    /** No objection to it waits to be looked at or answered. */
    private static final String UNCHALLENGED = """
             and not exists (select 1 from notice.objection o where o.notice = n.id and o.state in ('RECEIVED', 'ADMITTED'))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeEnds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open notices whose last day has passed and to which no objection waits. */
    public List<PublicNotice> over() {
        return jdbc.sql("select * from notice.notice n where state = 'OPEN' and last_day < :today" + UNCHALLENGED
                        + " order by last_day, id")
                .param("today", today())
                .query(Notices::row)
                .list();
    }

    /** Ends a notice that is over; false when it had been ended or paused meanwhile. */
    @Transactional
    public boolean end(UUID id) {
        // Whoever objects holds the notice; what they have kept is seen once it is ours.
        jdbc.sql("select 1 from notice.notice where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return jdbc.sql(
                                "update notice.notice n set state = 'ENDED' where id = :id and state = 'OPEN' and last_day < :today"
                                        + UNCHALLENGED)
                        .param("id", id)
                        .param("today", today())
                        .update()
                == 1;
    }

    /** Ends the notice that runs for a case whose application is withdrawn, if one does, and what was open about it. */
    @Transactional
    public void withdraw(UUID caseFile) {
        jdbc.sql("""
                        update notice.objection set state = 'CLOSED' where state in ('RECEIVED', 'ADMITTED')
                           and notice in (select id from notice.notice where case_file = :case and state in ('OPEN', 'PAUSED'))
                        """).param("case", caseFile).update();
        jdbc.sql(
                        "update notice.notice set state = 'WITHDRAWN', days_left = null where case_file = :case and state in ('OPEN', 'PAUSED')")
                .param("case", caseFile)
                .update();
    }

    public Optional<LocalDate> nextEnd() {
        return Optional.ofNullable(
                jdbc.sql("select min(last_day) as next from notice.notice n where state = 'OPEN'" + UNCHALLENGED)
                        .query((row, _) -> row.getObject("next", LocalDate.class))
                        .list()
                        .getFirst());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
