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

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeEnds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open notices whose last day has passed. */
    public List<PublicNotice> over() {
        return jdbc.sql("select * from notice.notice where state = 'OPEN' and last_day < :today order by last_day, id")
                .param("today", today())
                .query(Notices::row)
                .list();
    }

    /** Ends a notice that is over; false when it had been ended or paused meanwhile. */
    @Transactional
    public boolean end(UUID id) {
        return jdbc.sql(
                                "update notice.notice set state = 'ENDED' where id = :id and state = 'OPEN' and last_day < :today")
                        .param("id", id)
                        .param("today", today())
                        .update()
                == 1;
    }

    /** Ends the notice that runs for a case whose application is withdrawn, if one does. */
    @Transactional
    public void withdraw(UUID caseFile) {
        jdbc.sql(
                        "update notice.notice set state = 'WITHDRAWN', days_left = null where case_file = :case and state in ('OPEN', 'PAUSED')")
                .param("case", caseFile)
                .update();
    }

    public Optional<LocalDate> nextEnd() {
        return Optional.ofNullable(jdbc.sql("select min(last_day) as next from notice.notice where state = 'OPEN'")
                .query((row, _) -> row.getObject("next", LocalDate.class))
                .list()
                .getFirst());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
