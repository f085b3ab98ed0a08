package org.zhongchuang.ground.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.PersonId;

/**
 * Counts wrong proofs after the sign-in's own: second factors, and passwords asked for once more. Apart from wrong
 * sign-ins, so that a right password does not give a guesser of codes new tries, and so that nobody outside can use
 * them up.
 */
@Component
class Tries {

    private static final int MOST = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Tries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether a person must wait. Who asks holds this person's tries until the end of the transaction: one at a time.
     */
    @Transactional
    boolean areTooMany(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tries ' || :person, 0))")
                .param("person", person.toString())
                .query()
                .singleRow();
        return jdbc.sql(
                        "select exists (select 1 from identity.second_step where person = :person and locked_until > :now)")
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void count(PersonId person, boolean right) {
        if (right) {
            jdbc.sql("delete from identity.second_step where person = :person")
                    .param("person", person.value())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into identity.second_step as t (person, failures) values (:person, 1)
                        on conflict (person) do update
                           set failures = case when t.failures + 1 >= :most then 0 else t.failures + 1 end,
                               locked_until = case when t.failures + 1 >= :most then :until else t.locked_until end
                        """)
                .param("person", person.value())
                .param("most", MOST)
                .param("until", Timestamp.from(clock.instant().plus(LOCK)))
                .update();
    }
}
