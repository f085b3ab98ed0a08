package org.zhongchuang.money.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.recovery.Claim.Ground;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.procedure.casework.Bar;
import org.zhongchuang.procedure.casework.CaseFile;

/** All claims, their repayment plans, and who is barred because of one. */
@Service
public class Claims implements Bar {

    static final String SELECT = """
            select c.*, w.number, w.name, w.organisation,
                   case when c.state in ('DUE', 'APPEALED') then coalesce((select sum(b.fen)::bigint from ledger.public_account a join ledger.public_balance b on b.account = a.id
                     where a.matter = c.award::text and a.kind = 'RECEIVABLE'), 0) else 0 end due
              from recovery.claim c join award.public_award w on w.id = c.award
            """;

    private final Reach reach;
    private final ClaimShares shares;
    private final JdbcClient jdbc;
    private final Clock clock;

    Claims(Reach reach, ClaimShares shares, JdbcClient jdbc, Clock clock) {
        this.shares = shares;
        this.reach = reach;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Claim> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(Claims::row)
                .optional();
    }

    /** The claim on an award that is not settled yet. */
    Optional<Claim> open(AwardId award) {
        return jdbc.sql(SELECT + " where c.award = :award and c.state in ('PROPOSED', 'DUE', 'APPEALED')")
                .param("award", award.value())
                .query(Claims::row)
                .optional();
    }

    /** Which claims a list holds: all, those to pay back, those that wait for the reader to confirm or to answer. */
    public enum Which {
        ALL,
        DUE,
        OPEN
    }

    /** The claims that the actor may see, the latest first: a treasury's, a county's, all, or one's own. */
    public List<Claim> list(Actor actor, Which which) {
        return jdbc.sql(SELECT + """
                         where (:everywhere or :ownTreasury = any (w.payers) or w.area = :ownArea or w.organisation = :ownOrganisation)
                           and case :which when 'DUE' then c.state = 'DUE'
                                 when 'OPEN' then c.state = 'APPEALED' or (c.state = 'PROPOSED' and c.proposed_by <> :person) else true end
                         order by c.proposed_at desc, c.id limit 200
                        """)
                .params(reach.bounds(actor, Thing.RECOVERY).parameters())
                .param("which", which.name())
                .param("person", actor.person().value())
                .query(Claims::row)
                .list();
    }

    /** To which treasury how much of a claim comes back. */
    public List<ClaimShares.Share> shares(Claim claim) {
        return shares.of(claim);
    }

    /** Whether a claim may be read by somebody. */
    public boolean maySee(Actor actor, UUID claim) {
        return reach.may(actor, Deed.SEE, Thing.RECOVERY, claim);
    }

    /** Whether somebody is the one who owes, and may appeal. */
    public boolean owes(Actor actor, UUID claim) {
        return reach.may(actor, Deed.KEEP, Thing.RECOVERY, claim);
    }

    /** Whether somebody's office proposes, confirms and answers. */
    public boolean mayHandle(Actor actor, UUID claim) {
        return reach.may(actor, Deed.HANDLE, Thing.RECOVERY, claim);
    }

    /** Whether somebody's treasury takes the money in. */
    public boolean mayCollect(Actor actor, UUID claim) {
        return reach.may(actor, Deed.SETTLE, Thing.RECOVERY, claim);
    }

    /** What of the decisions to look at again the actor may do something about. */
    Bounds ofAffected(Actor actor) {
        return reach.bounds(actor, Deed.SEE, Thing.RECOVERY);
    }

    /** A part of a repayment. */
    public record Part(Fen fen, LocalDate dueOn) {}

    public List<Part> parts(UUID claim) {
        return jdbc.sql("select fen, due_on from recovery.plan where claim = :claim order by seq")
                .param("claim", claim)
                .query((row, _) -> new Part(new Fen(row.getLong("fen")), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    Optional<Claim> lock(UUID id) {
        jdbc.sql("select 1 from recovery.claim where id = :id for update")
                .param("id", id)
                .query((row, _) -> true)
                .list();
        return find(id);
    }

    @Override
    public boolean bars(CaseFile file) {
        return jdbc.sql(
                        "select exists (select 1 from recovery.ban where subject = :subject and :today between since and until)")
                .param("subject", file.subject().value())
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    private static Claim row(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                new AwardId(row.getObject("award", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new Fen(row.getLong("fen")),
                new Fen(row.getLong("due")),
                Ground.valueOf(row.getString("ground")),
                row.getString("reasons"),
                row.getString("recomputed"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("document")),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("appeal_until", LocalDate.class)),
                row.getString("appeal"),
                row.getString("answer"));
    }
}
