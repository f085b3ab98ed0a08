package org.zhongchuang.money.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.casework.Outcome.Terms;
import org.zhongchuang.records.registry.SubjectId;

/** What a grant of money brings about: an award, its instalments, and what each payer's budget commits to it. */
@Service
class AwardMoney implements Outcome {

    private final Ledger ledger;
    private final EarlierAwards earlier;
    private final HigherAwards higher;
    private final AwardRows rows;
    private final AuditLog audit;
    private final Clock clock;

    AwardMoney(Ledger ledger, EarlierAwards earlier, HigherAwards higher, AwardRows rows, AuditLog audit, Clock clock) {
        this.ledger = ledger;
        this.earlier = earlier;
        this.higher = higher;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Programme programme) {
        return programme.pays();
    }

    @Override
    public boolean has(SubjectId subject, String programme, String matter) {
        return rows.has(subject, programme, matter);
    }

    @Override
    public Fen payable(CaseFile file, Fen fen) {
        return earlier.left(
                        file.programme(), file.subject(), LocalDate.now(clock).getYear(), fen)
                .fen();
    }

    @Override
    public Optional<Text> less(CaseFile file, Fen fen) {
        return earlier.left(
                        file.programme(), file.subject(), LocalDate.now(clock).getYear(), fen)
                .why();
    }

    @Override
    public void grant(Actor decider, CaseFile file, Terms terms) {
        var today = LocalDate.now(clock);
        // Two decisions on the same subject wait for each other, so that neither overlooks what the other gives.
        earlier.waitFor(file.subject());
        if (has(file.subject(), file.programme(), file.matter())) {
            throw new Refused(Reason.ALREADY_GRANTED);
        }
        var left = earlier.left(file.programme(), file.subject(), today.getYear(), terms.computed());
        if (!left.fen().equals(terms.fen())) {
            throw new Refused(Reason.CHANGED_MEANWHILE);
        }
        var parts = terms.parts().isEmpty() ? List.of(new Part(terms.fen(), "")) : terms.parts();
        if (!addUp(parts, terms.fen())) {
            throw new Refused(Reason.PARTS_DIFFER);
        }
        var matched = higher.ofMatter(file.programme(), file.matter());
        var id = new AwardId(UUID.randomUUID());
        rows.insert(id, file, terms, left.why().map(Text::zh).orElse(""), matched, today);
        rows.insertParts(id, PaidPart.of(parts, terms.shares()), today);
        var entries = new ArrayList<Posting.Entry>();
        for (var share : terms.shares()) {
            var budget = new Account(Kind.BUDGET, share.payer(), today.getYear(), file.programme(), "");
            var committed =
                    new Account(Kind.COMMITTED, share.payer(), today.getYear(), file.programme(), id.toString());
            // The schema has the last word; this look tells whose budget lacks something.
            if (terms.shares().size() > 1 && ledger.balance(budget).isLessThan(share.fen())) {
                throw new Refused(
                        share.payer().equals(file.area()) ? Reason.COUNTY_LACKS_BUDGET : Reason.CITY_LACKS_BUDGET);
            }
            entries.add(new Posting.Entry(budget, share.fen().negated()));
            entries.add(new Posting.Entry(committed, share.fen()));
        }
        matched.ifPresent(one -> {
            entries.add(
                    new Posting.Entry(one.account(Kind.COUNTERPART), terms.fen().negated()));
            entries.add(new Posting.Entry(one.account(Kind.MATCHED), terms.fen()));
        });
        // The schema has the last word; this look tells which of two accounts lacks something.
        if (matched.isPresent()
                && ledger.balance(matched.get().account(Kind.COUNTERPART)).isLessThan(terms.fen())) {
            throw new Refused(Reason.NO_RECEIPT);
        }
        ledger.post(
                decider, List.of(new Posting("commit:" + id, Act.COMMITTED, id.value(), terms.document(), entries)));
        audit.record(decider, "award.grant", id.toString(), file.caseNumber());
    }

    private static boolean addUp(List<Part> parts, Fen fen) {
        return parts.stream().allMatch(part -> part.fen().isPositive())
                && Fen.sum(parts.stream().map(Part::fen)).equals(fen)
                && parts.stream().skip(1).allMatch(part -> part.milestone().length() >= 2)
                && parts.stream().allMatch(part -> part.milestone().length() <= 200);
    }
}
