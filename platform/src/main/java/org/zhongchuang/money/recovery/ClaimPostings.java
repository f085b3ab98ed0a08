package org.zhongchuang.money.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.money.ledger.Posting.Entry;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.recovery.ClaimShares.Share;

/** What a claim does to the books of each treasury to which something of it comes back. */
@Component
class ClaimPostings {

    private final Awards awards;
    private final HigherAwards higher;
    private final ClaimShares shares;
    private final Ledger ledger;

    ClaimPostings(Awards awards, HigherAwards higher, ClaimShares shares, Ledger ledger) {
        this.higher = higher;
        this.awards = awards;
        this.shares = shares;
        this.ledger = ledger;
    }

    /** A claim is confirmed: to each treasury its share is due. */
    void claimed(Actor actor, Claim claim, String document) {
        var moves = moves(award(claim), Kind.CLAIMED, Kind.RECEIVABLE, shares.layDown(claim));
        post(actor, claim, "claim:" + claim.id(), Act.CLAIMED, moves, document);
    }

    /** A claim is dropped: what is due of it is due no more. */
    void waived(Actor actor, Claim claim, String answer) {
        var due = shares.of(claim).stream()
                .map(one -> new Share(one.payer(), one.due(), Fen.ZERO))
                .filter(one -> one.fen().isPositive())
                .toList();
        var moves = moves(award(claim), Kind.RECEIVABLE, Kind.CLAIMED, due);
        post(actor, claim, "waived:" + claim.id(), Act.WAIVED, moves, answer);
    }

    /** Money has come back to one treasury; a match that it was part of makes room again. */
    void repaid(Actor actor, Claim claim, String treasury, Fen fen, String receipt) {
        var of = award(claim);
        var key = "repaid:%s:%s:%s".formatted(claim.id(), treasury, receipt);
        var moves = moves(of, Kind.RECEIVABLE, Kind.RETURNED, List.of(new Share(treasury, fen, Fen.ZERO)));
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(key, Act.REPAID, of.id().value(), receipt, moves));
        higher.matched(of)
                .ifPresent(matched -> postings.add(Posting.move(
                        key + ":match",
                        Act.UNMATCHED,
                        of.id().value(),
                        receipt,
                        matched,
                        matched.as(Kind.COUNTERPART),
                        fen)));
        ledger.post(actor, postings);
    }

    /** What is due to a treasury is taken off a payment that it has still to make, which is settled by that. */
    void offset(Actor actor, Claim claim, Payment payment) {
        var other = awards.find(payment.award()).orElseThrow();
        var part = List.of(new Share(payment.payer(), payment.fen(), Fen.ZERO));
        var entries = new ArrayList<>(moves(other, Kind.COMMITTED, Kind.PAID, part));
        entries.addAll(moves(award(claim), Kind.RECEIVABLE, Kind.RETURNED, part));
        ledger.post(
                actor,
                List.of(new Posting(
                        "offset:" + payment.id(),
                        Act.OFFSET,
                        other.id().value(),
                        claim.document().orElse(""),
                        entries)));
    }

    /** What has not come back yet to a treasury. */
    Fen due(Claim claim, String treasury) {
        return shares.due(claim, treasury);
    }

    private void post(Actor actor, Claim claim, String key, Act act, List<Entry> entries, String note) {
        ledger.post(actor, List.of(new Posting(key, act, claim.award().value(), note, entries)));
    }

    private static List<Entry> moves(Award award, Kind from, Kind to, List<Share> shares) {
        return shares.stream()
                .flatMap(one -> Stream.of(
                        new Entry(award.account(from, one.payer()), one.fen().negated()),
                        new Entry(award.account(to, one.payer()), one.fen())))
                .toList();
    }

    private Award award(Claim claim) {
        return awards.find(claim.award()).orElseThrow();
    }
}
