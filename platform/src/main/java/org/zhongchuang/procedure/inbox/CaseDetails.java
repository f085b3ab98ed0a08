package org.zhongchuang.procedure.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.procedure.casework.CaseEvent;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Defect;
import org.zhongchuang.procedure.casework.Outcome.Share;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.decision.Deciding;
import org.zhongchuang.procedure.decision.Decision;
import org.zhongchuang.procedure.decision.RefusalGround;
import org.zhongchuang.procedure.decision.RefusalReason;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.procedure.filing.Submissions.Difference;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.procedure.review.Meeting;
import org.zhongchuang.procedure.review.Score;
import org.zhongchuang.procedure.review.Visit;
import org.zhongchuang.records.registry.Space;

/**
 * A case with everything it has gathered, as far as its reader may see it.
 *
 * @param hired of a claim for somebody who was hired, who that is by the records, for whoever applies or handles it
 * @param split who would pay how much of what is payable, where several pay it
 */
public record CaseDetails(
        CaseFile file,
        Programme programme,
        Optional<Space> space,
        Optional<List<String>> hired,
        Map<String, String> facts,
        Findings findings,
        List<Paper> attachments,
        List<Defect> defects,
        List<CaseEvent> events,
        Optional<Visit> visit,
        List<Ballot> ballots,
        Optional<Meeting> meeting,
        Optional<PublicNotice> notice,
        Deciding deciding,
        List<Costs.Invoice> costs,
        List<Difference> differences,
        Optional<Fen> payable,
        List<Share> split,
        Optional<Text> less) {

    public Optional<Decision> decision() {
        return deciding.decision();
    }

    /** What an invoice is for; the rules of a case may no longer know a kind that they knew when it was added. */
    public Text nameOf(Costs.Invoice invoice, PolicyPack rules) {
        return Optional.ofNullable(programme.costs().get(invoice.kind())).map(rules.facts()::get).stream()
                .map(Fact::label)
                .findFirst()
                .orElse(Text.of("其他费用", "another cost"));
    }

    /** What a refusal rests on: a condition in the words of the day, or another ground. */
    public Text nameOf(RefusalReason reason) {
        return reason.ground()
                .map(RefusalGround::label)
                .or(() -> findings.all().stream()
                        .filter(finding -> finding.criterion().id().equals(reason.criterion()))
                        .findFirst()
                        .map(Finding::wording))
                .orElse(Text.of(reason.criterion(), reason.criterion()));
    }

    public Score score() {
        return Score.of(ballots);
    }

    /** What a fact or a paper is called. */
    public Text nameOf(PolicyPack pack, String target) {
        var fact = pack.facts().get(target);
        return fact != null ? fact.label() : paperName(Papers.named(target).orElse(target));
    }

    /** How what a defect is about stood, in words. */
    public Text shown(PolicyPack pack, Defect defect, Optional<String> value) {
        var plain = value.filter(text -> !text.isEmpty());
        var fact = pack.facts().get(defect.target());
        if (plain.isEmpty()) {
            return Text.of("（无）", "(nothing)");
        }
        return fact == null
                ? Text.of(plain.get(), plain.get())
                : fact.kind() == Fact.Kind.RECORDS
                        ? Answers.shown(fact, plain.get())
                        : Answers.values(pack.facts(), Map.of(fact.id(), plain.get())).values().stream()
                                .findFirst()
                                .map(read -> Shown.of(read, fact))
                                .orElse(Text.of(plain.get(), plain.get()));
    }

    /** What a paper is called. */
    public Text paperName(String evidence) {
        return evidence.equals(Papers.PHOTO)
                ? Text.of("现场照片", "Photograph of the visit")
                : programme.filed().evidence().stream()
                        .filter(one -> one.id().equals(evidence))
                        .findFirst()
                        .map(Programme.Evidence::label)
                        .orElse(Text.of(evidence, evidence));
    }

    public List<Defect> openDefects() {
        return defects.stream().filter(Defect::isOpen).toList();
    }
}
