package org.zhongchuang.procedure.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseDetails.Ballot;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.records.registry.Spaces;

/** Puts together what a case has gathered, as far as its reader may see it. */
@Component
class Dossiers {

    private final CaseRecord record;
    private final Drafts drafts;
    private final Policies policies;
    private final Spaces spaces;
    private final Notices notices;
    private final Costs costs;
    private final Amounts amounts;
    private final Clock clock;

    Dossiers(
            CaseRecord record,
            Drafts drafts,
            Policies policies,
            Spaces spaces,
            Notices notices,
            Costs costs,
            Amounts amounts,
            Clock clock) {
        this.record = record;
        this.drafts = drafts;
        this.policies = policies;
        this.spaces = spaces;
        this.notices = notices;
        this.costs = costs;
        this.amounts = amounts;
        this.clock = clock;
    }

    /** Which votes of experts a reader sees. */
    enum Votes {
        ALL,
        OWN,
        WITHOUT_NAMES,
        NONE
    }

    /**
     * Who reads.
     *
     * @param partOnly whether they take one part in a case, as a school or a bank does, and see no other
     */
    record Reader(Actor actor, boolean partOnly, Votes votes) {}

    CaseDetails of(Reader reader, CaseFile file) {
        var facts = visibleFacts(reader, file);
        var on = file.filedOn() == null ? LocalDate.now(clock) : file.filedOn();
        var partial = reader.partOnly();
        return new CaseDetails(
                file,
                policies.current().programme(file.programme()),
                spaces.find(file.space()),
                facts,
                policies.evaluate(
                        file.programme(), on, Answers.values(policies.current().facts(), facts)),
                partial ? List.of() : record.attachments(file.id()),
                record.defects(file.id()),
                record.events(file.id()).stream()
                        .map(event -> masked(reader, event))
                        .toList(),
                record.visit(file.id()),
                visible(reader, record.ballots(file.id())),
                record.meeting(file.id()),
                notices.latest(file.id()),
                record.decision(file.id()),
                partial ? List.of() : costs.of(file.id()),
                partial ? Optional.empty() : amounts.of(file));
    }

    private Map<String, String> visibleFacts(Reader reader, CaseFile file) {
        var facts = new HashMap<>(drafts.answers(file.id()));
        if (reader.partOnly()) {
            var own = reader.actor().role().name().toLowerCase(Locale.ROOT);
            var vocabulary = policies.current().facts();
            facts.keySet()
                    .removeIf(id -> !vocabulary.containsKey(id)
                            || !vocabulary.get(id).by().equals(own));
        }
        return facts;
    }

    /** Who does not see the votes reads what experts did, never who they are. */
    private static CaseDetails.Event masked(Reader reader, CaseDetails.Event event) {
        var byExpert = event.act() == Act.EXPERT_SCORED || event.act() == Act.EXPERT_RECUSED;
        return byExpert && reader.votes() != Votes.ALL
                ? new CaseDetails.Event(event.at(), event.act(), "评审专家", "评审专家", "")
                : event;
    }

    /** An expert sees only their own vote; an applicant sees votes without names once the matter is decided. */
    private static List<Ballot> visible(Reader reader, List<Ballot> ballots) {
        return switch (reader.votes()) {
            case ALL -> ballots;
            case OWN ->
                ballots.stream()
                        .filter(ballot -> ballot.expert().equals(reader.actor().person()))
                        .toList();
            case WITHOUT_NAMES ->
                ballots.stream()
                        .filter(ballot -> ballot.state() == Ballot.State.SCORED)
                        .map(ballot -> new Ballot(
                                new UUID(0, 0), "", ballot.state(), ballot.scores(), ballot.total(), ballot.comment()))
                        .toList();
            case NONE -> List.of();
        };
    }
}
