package org.zhongchuang.money.recovery;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.recovery.Recovering.Reason;

/** To which treasury how much of a claim comes back: of what each has paid and not had back, in proportion. */
@Component
public class ClaimShares {

    private final JdbcClient jdbc;
    private final Policies policies;

    ClaimShares(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /**
     * What comes back to one treasury.
     *
     * @param payer the area whose treasury it is
     * @param due what of it has not come back yet; nothing before the claim is confirmed
     */
    public record Share(String payer, Fen fen, Fen due) {}

    /** What the treasury is called. */
    public Text treasury(Share share) {
        var area = policies.current().area(share.payer()).name();
        return Text.of(area.zh() + "财政", area.en() + " treasury");
    }

    /** The shares of a claim as they were laid down; of one that waits to be confirmed, as they would be now. */
    public List<Share> of(Claim claim) {
        var laidDown = jdbc.sql("select payer, fen from recovery.share where claim = :claim order by seq")
                .param("claim", claim.id())
                .query((row, _) -> new Share(row.getString("payer"), new Fen(row.getLong("fen")), Fen.ZERO))
                .list();
        if (!laidDown.isEmpty() && claim.due().isPositive()) {
            var paid = paid(claim.award());
            return laidDown.stream()
                    .map(one -> new Share(one.payer(), one.fen(), due(paid, one.payer())))
                    .toList();
        }
        return laidDown.isEmpty() && claim.state() == Claim.State.PROPOSED ? divided(claim) : laidDown;
    }

    /** What has not come back yet to that treasury. */
    Fen due(Claim claim, String payer) {
        return due(paid(claim.award()), payer);
    }

    /** Lays down the shares of a claim that is confirmed. */
    List<Share> layDown(Claim claim) {
        var shares = divided(claim);
        if (shares.isEmpty()) {
            throw new Refused(Reason.MORE_THAN_PAID);
        }
        for (int i = 0; i < shares.size(); i++) {
            jdbc.sql("insert into recovery.share (claim, seq, payer, fen) values (:claim, :seq, :payer, :fen)")
                    .param("claim", claim.id())
                    .param("seq", i + 1)
                    .param("payer", shares.get(i).payer())
                    .param("fen", shares.get(i).fen().value())
                    .update();
        }
        return shares;
    }

    /** Nothing where less has been paid by now than is claimed: a payment may have bounced since it was proposed. */
    private List<Share> divided(Claim claim) {
        var paid = paid(claim.award()).stream()
                .filter(one -> one.left().isPositive())
                .toList();
        if (Fen.sum(paid.stream().map(Paid::left)).isLessThan(claim.fen())) {
            return List.of();
        }
        var sums = claim.fen()
                .inProportion(paid.stream().map(one -> one.left().toYuan()).toList());
        return IntStream.range(0, paid.size())
                .mapToObj(i -> new Share(paid.get(i).payer(), sums.get(i), Fen.ZERO))
                .filter(one -> one.fen().isPositive())
                .toList();
    }

    /** What a treasury has paid of an award and not had back, and what of it is claimed. */
    private record Paid(String payer, Fen left, Fen due) {}

    private static Fen due(List<Paid> paid, String payer) {
        return Fen.sum(paid.stream().filter(one -> one.payer().equals(payer)).map(Paid::due));
    }

    /** By treasury, the one that leads first. */
    private List<Paid> paid(AwardId award) {
        return jdbc.sql("""
                        select a.payer, sum(case a.kind when 'PAID' then b.fen else -b.fen end)::bigint unclaimed,
                               coalesce(sum(b.fen) filter (where a.kind = 'RECEIVABLE'), 0)::bigint due
                          from award.public_award w
                          join ledger.public_account a on a.matter = w.id::text and a.kind in ('PAID', 'RECEIVABLE', 'RETURNED')
                          join ledger.public_balance b on b.account = a.id
                         where w.id = :award group by a.payer, w.payer order by a.payer <> w.payer, a.payer
                        """)
                .param("award", award.value())
                .query((row, _) -> new Paid(
                        row.getString("payer"), new Fen(row.getLong("unclaimed")), new Fen(row.getLong("due"))))
                .list();
    }
}
