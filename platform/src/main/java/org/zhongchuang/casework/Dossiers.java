package org.zhongchuang.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Role;
import org.zhongchuang.casework.CaseDetails.Ballot;
import org.zhongchuang.notice.Notices;
import org.zhongchuang.policy.Answers;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.registry.Spaces;

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

    CaseDetails of(Actor actor, CaseFile file) {
        var facts = visibleFacts(actor, file);
        var on = file.filedOn() == null ? LocalDate.now(clock) : file.filedOn();
        var partial = sharesOnly(actor);
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
                        .map(event -> masked(actor, event))
                        .toList(),
                record.visit(file.id()),
                visible(actor, record.ballots(file.id())),
                record.meeting(file.id()),
                notices.latest(file.id()),
                record.decision(file.id()),
                partial ? List.of() : costs.of(file.id()),
                partial ? Optional.empty() : amounts.of(file));
    }

    /** A school or a bank takes one part in a case and sees no other. */
    static boolean sharesOnly(Actor actor) {
        return actor.is(Role.EDUCATION_OFFICER, Role.INVESTOR);
    }

    private Map<String, String> visibleFacts(Actor actor, CaseFile file) {
        var facts = new HashMap<>(drafts.answers(file.id()));
        if (sharesOnly(actor)) {
            var own = actor.role().name().toLowerCase(Locale.ROOT);
            var vocabulary = policies.current().facts();
            facts.keySet()
                    .removeIf(id -> !vocabulary.containsKey(id)
                            || !vocabulary.get(id).by().equals(own));
        }
        return facts;
    }

    /** Applicants and experts read what experts did, never who they are. */
    private static CaseDetails.Event masked(Actor actor, CaseDetails.Event event) {
        var byExpert = event.act() == Act.EXPERT_SCORED || event.act() == Act.EXPERT_RECUSED;
        return (actor.role().isApplicant() || actor.is(Role.EXPERT)) && byExpert
                ? new CaseDetails.Event(event.at(), event.act(), "评审专家", "评审专家", "")
                : event;
    }

    /** An expert sees only their own vote; an applicant sees votes without names once the matter is decided. */
    private static List<Ballot> visible(Actor actor, List<Ballot> ballots) {
        return switch (actor.role()) {
            case EXPERT ->
                ballots.stream()
                        .filter(ballot -> ballot.expert().equals(actor.person()))
                        .toList();
            case OPERATOR, FIRM, FOUNDER ->
                ballots.stream()
                        .filter(ballot -> ballot.state() == Ballot.State.SCORED)
                        .map(ballot -> new Ballot(
                                new UUID(0, 0), "", ballot.state(), ballot.scores(), ballot.total(), ballot.comment()))
                        .toList();
            default -> ballots;
        };
    }
}
