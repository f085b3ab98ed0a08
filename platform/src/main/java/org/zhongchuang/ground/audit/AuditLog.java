package org.zhongchuang.ground.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Refused;

/**
 * The record of acts. The words of each act stand in {@link Acts}.
 *
 * <p>What may come in floods, because anybody can cause it, is written by {@link FrequentActs} instead.
 */
@Service
public class AuditLog {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DETAIL = 500;

    private static final String INSERT = """
            insert into audit.entry (at, person, role, unit, act, subject, detail, source, times)
            values (:at, :person, :role, :unit, :act, :subject, :detail, :source, :times)
            """;

    private final JdbcClient jdbc;
    private final FormsDone forms;
    private final Source source;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, FormsDone forms, Source source, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.source = source;
        this.clock = clock;
    }

    /** Who did something, as far as it is known. */
    record Doer(
            @Nullable PersonId person,
            @Nullable String role,
            @Nullable String unit) {

        static final Doer NOBODY = new Doer(null, null, null);

        static Doer of(Actor actor) {
            return new Doer(actor.person(), actor.role().name(), actor.unit());
        }

        static Doer of(PersonId person) {
            return new Doer(person, null, null);
        }
    }

    /**
     * Records an act.
     *
     * @param act what was done, such as {@code case.FILED}
     * @param subject what it was done to
     * @param detail more about it; never personal data
     */
    public void record(Actor actor, String act, String subject, String detail) {
        write(Doer.of(actor), act, subject, detail, present(act), 1);
    }

    /** Records what happened by itself because time passed, or what an unnamed visitor did. */
    public void recordWithoutActor(String act, String subject, String detail) {
        write(Doer.NOBODY, act, subject, detail, present(act), 1);
    }

    /** Records what a person did before acting under any appointment, such as signing in. */
    public void recordOf(PersonId person, String act, String subject, String detail) {
        write(Doer.of(person), act, subject, detail, present(act), 1);
    }

    /** Records what a person did, under their appointment where they have come as far as acting under one. */
    public void recordOf(PersonId person, Optional<Actor> actor, String act, String subject, String detail) {
        write(actor.map(Doer::of).orElseGet(() -> Doer.of(person)), act, subject, detail, present(act), 1);
    }

    /**
     * Whether a form has done its work already.
     *
     * @param things to what the act is done, and whatever else makes it another act
     * @throws Refused where its number stands for something else
     */
    public boolean isDone(Actor actor, FormId form, String act, Object... things) {
        return forms.isDone(FormsDone.Sent.by(actor, form, act, things));
    }

    /**
     * Whether a form does its work now, for the first time; from here on it has. Of two that are sent at once the
     * second waits for the first.
     *
     * @throws Refused where its number stands for something else
     */
    public boolean isFirst(Actor actor, FormId form, String act, Object... things) {
        return forms.isFirst(FormsDone.Sent.by(actor, form, act, things));
    }

    void write(Doer doer, String act, String subject, String detail, Optional<String> from, int times) {
        jdbc.sql(INSERT)
                .param("at", Timestamp.from(clock.instant()))
                .param("person", doer.person() == null ? null : doer.person().value())
                .param("role", doer.role())
                .param("unit", doer.unit())
                .param("act", act)
                .param("subject", Plain.text(subject, LONGEST_SUBJECT))
                .param("detail", Plain.text(detail, LONGEST_DETAIL))
                .param("source", from.orElse(null))
                .param("times", times)
                .update();
    }

    /** The mark of where it came from, for acts that keep it. */
    Optional<String> present(String act) {
        return Acts.of(act).filter(one -> one.group().keepsSource()).flatMap(_ -> source.present());
    }
}
