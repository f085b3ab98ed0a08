package org.zhongchuang.government.scrutiny;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.payment.Stop;

/**
 * What officers do with findings: dismiss them with a reason, above a sum only by two; or find them true 属实, so that
 * what they are about is not paid until another officer says that it is dealt with, by a recovery or otherwise.
 */
@Service
public class SettleFindings {

    private static final int LONGEST = 400;

    private final Reach reach;
    private final Payments payments;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    SettleFindings(Reach reach, Payments payments, AuditLog audit, JdbcClient jdbc) {
        this.reach = reach;
        this.payments = payments;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Says why a finding means nothing; false where it takes another person, a reason, or is not the actor's. */
    @Transactional
    public boolean dismiss(Actor actor, UUID id, String why) {
        if (!may(actor, id, why) || !(moved(actor, id, why, """
                        update scrutiny.warning set first_by = :person, first_reason = :why, state = case when two then 'LOOKED' else 'DISMISSED' end
                         where id = :id and state = 'OPEN'
                        """) || moved(actor, id, why, """
                        update scrutiny.warning set second_by = :person, second_reason = :why, state = 'DISMISSED'
                         where id = :id and state = 'LOOKED' and first_by <> :person
                        """))) {
            return false;
        }
        audit.record(actor, "warning.dismiss", id.toString(), "");
        return true;
    }

    /**
     * Says that a finding is true, and stops the awards of its case; false without a reason, or where it is not the
     * actor's.
     */
    @Transactional
    public boolean confirm(Actor actor, UUID id, String why) {
        if (!may(actor, id, why) || !moved(actor, id, why, """
                        update scrutiny.warning set state = 'CONFIRMED', confirmed_by = :person, confirmed_why = :why
                         where id = :id and state in ('OPEN', 'LOOKED')
                        """)) {
            return false;
        }
        awards(id)
                .forEach(award ->
                        payments.hold(award, Stop.FINDING, Stop.FINDING.label().zh()));
        audit.record(actor, "warning.confirm", id.toString(), "");
        return true;
    }

    /**
     * Says what came of a finding that is true; its awards are free again unless another one about them is true. False
     * for whoever said that it is true, without a reason, or where it is not the actor's.
     */
    @Transactional
    public boolean resolve(Actor actor, UUID id, String why) {
        if (!may(actor, id, why) || !moved(actor, id, why, """
                        update scrutiny.warning set state = 'RESOLVED', resolved_by = :person, resolved_why = :why
                         where id = :id and state = 'CONFIRMED' and confirmed_by <> :person
                        """)) {
            return false;
        }
        var another = jdbc.sql("""
                        select exists (select 1 from scrutiny.warning w join scrutiny.warning o on o.case_file = w.case_file and o.state = 'CONFIRMED'
                                        where w.id = :id)
                        """).param("id", id).query(Boolean.class).single();
        if (!another) {
            awards(id).forEach(award -> payments.free(award, Stop.FINDING));
        }
        audit.record(actor, "warning.resolve", id.toString(), "");
        return true;
    }

    private boolean may(Actor actor, UUID id, String why) {
        return why.strip().length() >= 2
                && why.strip().length() <= LONGEST
                && reach.may(actor, Deed.HANDLE, Thing.WARNING, id);
    }

    private boolean moved(Actor actor, UUID id, String why, String update) {
        // Two findings about one award wait for one another, so that the last one that is dealt with frees it.
        jdbc.sql("""
                        select o.id from scrutiny.warning w join scrutiny.warning o on o.id = w.id or o.case_file = w.case_file
                         where w.id = :id order by o.id for update of o
                        """).param("id", id).query((row, _) -> true).list();
        return jdbc.sql(update)
                        .param("person", actor.person().value())
                        .param("why", why.strip())
                        .param("id", id)
                        .update()
                == 1;
    }

    private List<AwardId> awards(UUID id) {
        return jdbc.sql("""
                        select a.id from scrutiny.warning w join award.public_award a on a.case_file = w.case_file where w.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new AwardId(row.getObject("id", UUID.class)))
                .list();
    }
}
