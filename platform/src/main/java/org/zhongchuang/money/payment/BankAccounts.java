package org.zhongchuang.money.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.money.payment.Paying.Reason;

/**
 * Where beneficiaries are paid to. A new account is entered by one person, confirmed by a finance officer, and usable
 * only after some working days; until then the old one stands, and nothing is paid to one that waits.
 */
@Service
public class BankAccounts {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private final Reach reach;
    private final Seal seal;
    private final CoolingPeriod cooling;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    BankAccounts(Reach reach, Seal seal, CoolingPeriod cooling, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.seal = seal;
        this.cooling = cooling;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An account as it may be shown: of its number the last four digits. */
    public record BankAccount(
            UUID id,
            OrganisationId organisation,
            String organisationName,
            String holder,
            String bank,
            String tail,
            boolean confirmed,
            Optional<LocalDate> usableFrom) {}

    /** The accounts that count: one that is confirmed, one that waits. */
    public List<BankAccount> of(OrganisationId organisation) {
        return jdbc.sql(
                        SELECT
                                + " where b.organisation = :organisation and b.state in ('ENTERED', 'CONFIRMED') order by b.entered_at")
                .param("organisation", organisation.value())
                .query(BankAccounts::row)
                .list();
    }

    /** Those that wait for confirmation, as far as the actor may see them. */
    public List<BankAccount> waiting(Actor actor) {
        return jdbc.sql(SELECT + """
                         where b.state = 'ENTERED' and (:everywhere or o.area = :ownArea) order by b.entered_at limit 200
                        """)
                .params(reach.bounds(actor, Thing.BANK_ACCOUNT).parameters())
                .query(BankAccounts::row)
                .list();
    }

    /** An account number opens in its own row only: copied into another's, it would pay the wrong one. */
    private static final String SEALED = "payment.bank_account.sealed";

    private static final String SELECT =
            "select b.*, o.name from payment.bank_account b join access.public_organisation o on o.id = b.organisation";

    @Transactional
    public Paying enter(Actor actor, String holder, String bank, String number) {
        var plain = PlainForm.ofCode(number).replace("-", "");
        if (!reach.may(actor, Deed.KEEP, Thing.BANK_ACCOUNT)) {
            return Paying.refused(Reason.NOT_YOURS);
        }
        if (!isName(holder)) {
            return Paying.refused(Reason.NO_HOLDER);
        }
        if (!isName(bank)) {
            return Paying.refused(Reason.NO_BANK);
        }
        if (!plain.matches("[0-9]{12,30}")) {
            return Paying.refused(Reason.NOT_AN_ACCOUNT);
        }
        var id = UUID.randomUUID();
        var added = jdbc.sql("""
                        insert into payment.bank_account (id, organisation, holder, bank, sealed, fingerprint, tail, state, entered_by, entered_at)
                        values (:id, :organisation, :holder, :bank, :sealed, :print, :tail, 'ENTERED', :person, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("organisation", actor.organisation().value())
                .param("holder", holder)
                .param("bank", bank)
                .param("sealed", seal.close(plain, SEALED, id))
                .param("print", seal.fingerprint(plain))
                .param("tail", plain.substring(plain.length() - 4))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            return Paying.refused(Reason.WAITS_ALREADY);
        }
        audit.record(actor, "account.enter", id.toString(), "");
        return new Paying.Done(id);
    }

    /** One line of visible characters: it goes to the treasury and to a bank as it stands. */
    private static boolean isName(String text) {
        return text.strip().length() >= 2
                && text.length() <= 80
                && !UNSEEN.matcher(text).find();
    }

    /** A finance officer of the treasury in charge confirms, having asked back by another way; or refuses. */
    @Transactional
    public Paying decide(Actor actor, UUID id, boolean confirmed) {
        var found = jdbc.sql(
                        "select organisation, entered_by from payment.bank_account where id = :id and state = 'ENTERED' for update")
                .param("id", id)
                .query((row, _) ->
                        new UUID[] {row.getObject("organisation", UUID.class), row.getObject("entered_by", UUID.class)})
                .optional();
        if (found.isEmpty() || !reach.may(actor, Deed.HANDLE, Thing.BANK_ACCOUNT, id)) {
            return Paying.refused(Reason.NO_SUCH_ACCOUNT);
        }
        if (found.get()[1].equals(actor.person().value())) {
            return Paying.refused(Reason.SAME_PERSON);
        }
        var today = LocalDate.now(clock);
        var later = cooling.after(today);
        var before = jdbc.sql(
                        "update payment.bank_account set state = 'REPLACED' where organisation = :organisation and state = 'CONFIRMED' and :confirmed")
                .param("organisation", found.get()[0])
                .param("confirmed", confirmed)
                .update();
        jdbc.sql(
                        "update payment.bank_account set state = :state, confirmed_by = :person, confirmed_at = :now, usable_from = :from where id = :id")
                .param("state", confirmed ? "CONFIRMED" : "REFUSED")
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                // The first account of somebody waits for nobody; one that replaces another does.
                .param("from", before == 0 ? today : later)
                .param("id", id)
                .update();
        audit.record(actor, confirmed ? "account.confirm" : "account.refuse", id.toString(), "");
        return new Paying.Done(id);
    }

    /** The whole number, for a payment file and nothing else. */
    String number(UUID id) {
        var sealed = jdbc.sql("select sealed from payment.bank_account where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes("sealed"))
                .single();
        return seal.open(sealed, SEALED, id);
    }

    private static BankAccount row(ResultSet row, int number) throws SQLException {
        return new BankAccount(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                row.getString("holder"),
                row.getString("bank"),
                row.getString("tail"),
                row.getString("state").equals("CONFIRMED"),
                Optional.ofNullable(row.getObject("usable_from", LocalDate.class)));
    }
}
