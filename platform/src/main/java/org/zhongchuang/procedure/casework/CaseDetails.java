package org.zhongchuang.procedure.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.records.registry.Space;

/** A case with everything it has gathered, as far as its reader may see it. */
public record CaseDetails(
        CaseFile file,
        Programme programme,
        Optional<Space> space,
        Map<String, String> facts,
        Findings findings,
        List<Attachment> attachments,
        List<Defect> defects,
        List<Event> events,
        Optional<Visit> visit,
        List<Ballot> ballots,
        Optional<Meeting> meeting,
        Optional<PublicNotice> notice,
        Optional<Decision> decision,
        List<Costs.Invoice> costs,
        Optional<Long> payable) {

    public record Attachment(UUID id, String evidence, UUID file, String name, long bytes, Instant addedAt) {}

    /** Something the county asked to be corrected: a fact or a paper, and why. */
    public record Defect(String target, String message, Instant toldAt, Optional<Instant> correctedAt) {

        public boolean isOpen() {
            return correctedAt.isEmpty();
        }
    }

    public record Event(Instant at, Act act, String name, String unit, String note) {}

    public record Visit(
            LocalDate day,
            String visitor,
            UUID companionId,
            String companion,
            Map<String, Boolean> checks,
            String notes,
            boolean confirmed) {}

    /** One expert's vote. Abstaining by recusal is not a zero, and neither is a vote not yet cast. */
    public record Ballot(
            UUID expert,
            String name,
            State state,
            Map<String, Integer> scores,
            @Nullable Integer total,
            String comment) {

        /** How far a vote is. */
        public enum State {
            ASSIGNED,
            RECUSED,
            SCORED
        }
    }

    public record Meeting(LocalDate day, String minutes, String resolution) {}

    /** Why one criterion was judged not to hold. */
    public record CriterionReason(String criterion, String reason) {}

    /** What was decided; the sum in fen, and whose treasury pays it, where money was granted. */
    public record Decision(
            boolean granted,
            String document,
            LocalDate day,
            List<CriterionReason> reasons,
            Optional<Long> fen,
            Optional<String> payer) {}

    /** The sum and number of the votes cast: their mean is exact only as a fraction. */
    public record Score(int sum, int votes) {

        static Score of(List<Ballot> ballots) {
            var cast = ballots.stream()
                    .filter(ballot -> ballot.state() == Ballot.State.SCORED)
                    .toList();
            var sum = cast.stream()
                    .mapToInt(ballot -> ballot.total() == null ? 0 : ballot.total())
                    .sum();
            return new Score(sum, cast.size());
        }

        public boolean reaches(int passMark) {
            return votes > 0 && sum >= passMark * votes;
        }
    }

    public Score score() {
        return Score.of(ballots);
    }

    /** What a fact or a paper is called. */
    public Text nameOf(PolicyPack pack, String target) {
        if (target.equals(CountyActs.PHOTO)) {
            return Text.of("现场照片", "Photograph of the visit");
        }
        var fact = pack.facts().get(target);
        return fact != null
                ? fact.label()
                : programme.filed().evidence().stream()
                        .filter(evidence -> evidence.id().equals(target))
                        .findFirst()
                        .map(Programme.Evidence::label)
                        .orElse(Text.of(target, target));
    }

    public List<Defect> openDefects() {
        return defects.stream().filter(Defect::isOpen).toList();
    }
}
