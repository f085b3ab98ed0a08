package org.zhongchuang.money.recovery;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;

/** What a claim does to the books. */
@Component
class ClaimPostings {

    private final Awards awards;
    private final HigherAwards higher;
    private final Ledger ledger;

    ClaimPostings(Awards awards, HigherAwards higher, Ledger ledger) {
        this.higher = higher;
        this.awards = awards;
        this.ledger = ledger;
    }

    void post(Actor actor, Claim claim, String key, Act act, Kind from, Kind to, Fen fen, String note) {
        var of = award(claim);
        var postings = new ArrayList<Posting>();
        postings.add(Posting.move(key, act, of.id().value(), note, account(of, from), account(of, to), fen));
        if (act == Act.REPAID) {
            higher.matched(of)
                    .ifPresent(matched -> postings.add(Posting.move(
                            key + ":match",
                            Act.UNMATCHED,
                            of.id().value(),
                            note,
                            matched,
                            matched.as(Kind.COUNTERPART),
                            fen)));
        }
        ledger.post(actor, postings);
    }

    static Account account(Award award, Kind kind) {
        return new Account(
                kind, award.payer(), award.year(), award.programme(), award.id().toString());
    }

    private Award award(Claim claim) {
        return awards.find(claim.award()).orElseThrow();
    }
}
