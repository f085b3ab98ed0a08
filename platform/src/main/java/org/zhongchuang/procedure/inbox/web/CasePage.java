package org.zhongchuang.procedure.inbox.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Fact.Kind;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.RolesOfPack;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseEvent;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Watcher.Warning;
import org.zhongchuang.procedure.decision.Hearing;
import org.zhongchuang.procedure.decision.RefusalReason;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.notice.Objection;

/**
 * A case as its reader sees it.
 *
 * @param mayAct whether it is the reader's turn
 * @param sits whether they judge as an expert, without knowing what others thought
 * @param colleagues those to whom the reader may give it
 * @param taker who has taken it on
 * @param isWaitingOut whether its public notice runs, and nobody can do anything but wait
 * @param mayAnswer whether they may answer objections too: not who reviewed the case
 * @param mayDecide whether they may decide it: not who had a part in what is to be decided
 * @param list the list of cases they came from
 * @param next the number of the next case in it
 * @param typed what they typed into a form that was refused, or that stays to be gone on with
 * @param mistakes what was wrong with it, by field
 * @param timeToBeHeard within how many working days the applicant answers, where that is about to be told
 * @param shown whether the reader has just done something with it, or is about to decide it
 */
public record CasePage(
        PolicyPack pack,
        Actor actor,
        CaseDetails details,
        boolean mayAct,
        boolean sits,
        List<Actor> colleagues,
        Optional<String> taker,
        List<Objection> objections,
        boolean isWaitingOut,
        boolean mayAnswer,
        boolean mayDecide,
        UUID request,
        Handling.@Nullable Reason refused,
        Map<String, String> typed,
        Map<String, Text> mistakes,
        Shown shown,
        List<Fact> ownFacts,
        List<Warning> warnings,
        String list,
        Optional<String> next,
        Optional<String> creditCode,
        Optional<Integer> timeToBeHeard) {

    /**
     * As what a case is shown: as it stands, after something was done with it, or with a decision to be looked over.
     */
    enum Shown {
        AS_IT_STANDS,
        AFTER_AN_ACT,
        WITH_PHOTOGRAPHS,
        LOOKED_OVER
    }

    /** How it comes that refusal is proposed. */
    private static final Set<Act> AGAINST = Set.of(Act.ADVISED_AGAINST, Act.MEETING_HELD, Act.OBJECTION_UPHELD);

    /** The office that has the case now. */
    public Text holder() {
        var file = details.file();
        return switch (file.step()) {
            case DRAFT, CORRECTION -> Text.of(file.applicantName(), file.applicantName());
            default -> RolesOfPack.office(pack, file.holder(), file.area());
        };
    }

    /** Whether the reader handed the case in, and nobody has done anything with it since. */
    public boolean isReceived() {
        var events = details.events();
        return actor.isApplicant()
                && details.file().step().isOpen()
                && !events.isEmpty()
                && Set.of(Act.FILED, Act.CORRECTED).contains(events.getLast().act());
    }

    /** Who handed it in for the applicant: whom an office asks; an expert is not told. */
    public Optional<String> contact() {
        return details.events().reversed().stream()
                .filter(event -> !sits && Set.of(Act.FILED, Act.CORRECTED).contains(event.act()))
                .map(CaseEvent::name)
                .findFirst()
                .filter(name -> !name.equals(details.file().applicantName()));
    }

    /** The act by which it was proposed to refuse the case. */
    public Optional<CaseEvent> against() {
        return details.events().reversed().stream()
                .filter(event -> AGAINST.contains(event.act()))
                .findFirst();
    }

    /** Where the case goes if the decider does not follow what is proposed. */
    public Text reconsidered() {
        return Desk.stepToReconsider(details.programme()).label();
    }

    /** Whether there are votes to be shown; an expert sees the own one in its form only. */
    public boolean showsVotes() {
        return !details.ballots().isEmpty() && !sits;
    }

    /** What the reader scored it, if they are an expert and have. */
    public Optional<Integer> mine() {
        return details.ballots().stream()
                .filter(_ -> sits)
                .flatMap(ballot -> Stream.ofNullable(ballot.total()))
                .findFirst();
    }

    /** The colleague who has taken it on, if it is not the reader. */
    public Optional<String> other() {
        return taker.filter(_ ->
                !actor.isApplicant() && !actor.person().equals(details.file().assignee()));
    }

    /**
     * One of the forms of the page. A form bears the step it belongs to, and what was sent without a name is shown in
     * each.
     */
    public CaseForm form(String act) {
        var name = details.file().step() + "." + act;
        return typed.getOrDefault(CaseForm.FIELD, name).equals(name)
                ? new CaseForm(name, typed, mistakes, isWrong())
                : new CaseForm(name, Map.of(), Map.of(), false);
    }

    /** What the reader has just done with it. */
    public Optional<Text> done() {
        return switch (shown) {
            case AS_IT_STANDS, LOOKED_OVER -> Optional.empty();
            case WITH_PHOTOGRAPHS -> Optional.of(Text.of("照片收入本件的材料", "photographs kept with the papers"));
            case AFTER_AN_ACT ->
                details.events().reversed().stream()
                        .filter(event -> !event.isOfTheSystem())
                        .findFirst()
                        .filter(event -> event.name().equals(actor.name()) && !isReceived())
                        .map(event -> event.act().label());
        };
    }

    /** The decision that the reader is about to confirm. */
    public Optional<CaseForm> lookedOver() {
        return shown == Shown.LOOKED_OVER
                ? Optional.of(new CaseForm(typed.getOrDefault(CaseForm.FIELD, ""), typed, Map.of(), false))
                : Optional.empty();
    }

    /** The form of a visit: what is on record of it already stands in it. */
    public CaseForm visit() {
        var recorded = new HashMap<String, String>();
        details.visit().ifPresent(visit -> {
            visit.checks().forEach((item, fits) -> recorded.put(CaseMistakes.CHECK + item, fits ? "yes" : ""));
            visit.faults().forEach((item, fault) -> recorded.put(CaseMistakes.FAULT + item, fault));
            recorded.put("day", visit.day().toString());
            recorded.put("companion", visit.companionId().toString());
            recorded.put("notes", visit.notes());
        });
        return form("visit", recorded);
    }

    /** The form in which it is told what a refusal is to rest on: what was told before already stands in it. */
    public CaseForm announcement() {
        var told = details.deciding().hearing().map(Hearing::reasons).orElse(List.of());
        return form(
                "announce-refusal",
                told.stream()
                        .collect(Collectors.toMap(
                                reason -> reason.ground().isPresent()
                                        ? reason.criterion()
                                        : CaseMistakes.REASON + reason.criterion(),
                                RefusalReason::reason)));
    }

    private CaseForm form(String act, Map<String, String> recorded) {
        var form = form(act);
        return form.typed().isEmpty() ? new CaseForm(form.name(), recorded, Map.of(), false) : form;
    }

    /** Whether an act was refused just now. */
    public boolean isWrong() {
        return refused != null || !mistakes.isEmpty();
    }

    /**
     * What was written into a form that the page no longer has, because the case has left its step or its desk; not
     * what was only chosen there.
     */
    public List<String> leftOver() {
        var form = typed.getOrDefault(CaseForm.FIELD, "");
        var stands = form.startsWith(details.file().step() + ".") && refused != Handling.Reason.NOT_YOURS;
        return form.isEmpty() || refused == null || stands
                ? List.of()
                : new CaseForm(form, typed, Map.of(), false)
                        .sent().entrySet().stream()
                                .filter(one -> !isChosen(one.getKey())
                                        && one.getValue().strip().length() > 1)
                                .filter(one -> Typed.id(one.getValue()).isEmpty())
                                .map(Map.Entry::getValue)
                                .toList();
    }

    private boolean isChosen(String field) {
        var fact = pack.facts().get(field);
        return CaseMistakes.isChosen(field)
                || (fact != null && Set.of(Kind.YES_NO, Kind.CHOICE).contains(fact.kind()));
    }
}
