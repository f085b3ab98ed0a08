package org.zhongchuang.ground.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * The forms that did what they were sent for. The same form sent again by the same person does nothing more; its number
 * with anything else is refused, because whoever sent it would be told that it was done.
 *
 * <p>Written in the transaction of the act: what is undone leaves the form as if it had not been sent.
 */
@Component
class FormsDone {

    private final JdbcClient jdbc;
    private final Clock clock;

    FormsDone(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A form as it is sent.
     *
     * @param what a hash of what it does to what: what is typed into it may be personal
     */
    record Sent(UUID form, PersonId person, String what) {

        /**
         * A form of somebody's.
         *
         * @param things to what it does it, and whatever else makes it another act
         */
        static Sent by(Actor actor, FormId form, String act, Object... things) {
            return new Sent(form.value(), actor.person(), Sha256.hex(act + List.of(things)));
        }
    }

    /**
     * Whether it has done its work.
     *
     * @throws Refused where its number stands for something else
     */
    boolean isDone(Sent sent) {
        var earlier = earlier(sent.form());
        if (earlier.filter(one -> !one.equals(sent)).isPresent()) {
            throw new Refused(FormUsed.FORM_USED);
        }
        return earlier.isPresent();
    }

    /**
     * Whether it does its work now, for the first time; from here on it has. Of two that are sent at once the second
     * waits for the first.
     *
     * @throws Refused where its number stands for something else
     */
    boolean isFirst(Sent sent) {
        var first = jdbc.sql("""
                                insert into audit.form (id, person, what, done_at)
                                values (:form, :person, :what, :now) on conflict (id) do nothing
                                """)
                        .param("form", sent.form())
                        .param("person", sent.person().value())
                        .param("what", sent.what())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        return first || !isDone(sent);
    }

    private Optional<Sent> earlier(UUID form) {
        return jdbc.sql("select person, what from audit.form where id = :form")
                .param("form", form)
                .query((row, _) ->
                        new Sent(form, new PersonId(row.getObject("person", UUID.class)), row.getString("what")))
                .optional();
    }
}
