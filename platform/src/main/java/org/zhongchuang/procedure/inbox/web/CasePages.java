package org.zhongchuang.procedure.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.inbox.web.CasePage.Shown;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.procedure.review.EstablishFacts;
import org.zhongchuang.procedure.review.TakeCase;
import org.zhongchuang.procedure.worklist.LastList;
import org.zhongchuang.procedure.worklist.ListAddress;
import org.zhongchuang.procedure.worklist.Query;

/** One case: what is known, where it stands, and what the reader may do with it now. */
@Controller
public class CasePages {

    private final Cases cases;
    private final TakeCase taking;
    private final Notices notices;
    private final CaseRules rules;
    private final EstablishFacts established;
    private final LastList last;

    CasePages(
            Cases cases, TakeCase taking, Notices notices, CaseRules rules, EstablishFacts established, LastList last) {
        this.cases = cases;
        this.taking = taking;
        this.notices = notices;
        this.rules = rules;
        this.established = established;
        this.last = last;
    }

    @GetMapping("/cases/{number}")
    @Concerns(value = Thing.CASE, by = "number")
    @Only
    ModelAndView show(
            @PathVariable String number,
            @RequestParam Optional<String> saved,
            Actor actor,
            HttpServletRequest request) {
        cases.opened(actor, number);
        return show(
                number,
                actor,
                null,
                Map.of(),
                Map.of(),
                saved.isPresent() ? Shown.AFTER_AN_ACT : Shown.AS_IT_STANDS,
                last.of(request, actor));
    }

    /** The page of a case, with the reason an act was refused for and what was typed, if one was. */
    ModelAndView refused(String number, Actor actor, Handling.Reason refused, Map<String, String> typed) {
        return show(number, actor, refused, typed, Map.of(), Shown.AS_IT_STANDS, Query.waiting());
    }

    /** The page of a case with what is wrong with one field. */
    ModelAndView wrong(String number, Actor actor, Map<String, String> typed, String field, Text mistake) {
        return show(number, actor, null, typed, Map.of(field, mistake), Shown.AS_IT_STANDS, Query.waiting());
    }

    /** The page of a case on which a form is gone on with, or looked over before it is confirmed. */
    ModelAndView shown(String number, Actor actor, Map<String, String> typed, Shown shown) {
        return show(number, actor, null, typed, Map.of(), shown, Query.waiting());
    }

    private ModelAndView show(
            String number,
            Actor actor,
            Handling.@Nullable Reason refused,
            Map<String, String> typed,
            Map<String, Text> mistakes,
            Shown shown,
            Query list) {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        var objections =
                details.notice().map(notice -> notices.objections(notice.id())).orElse(List.of());
        var waitsOut = waitsOut(details, objections);
        var mayAct = !waitsOut && isTurnOf(actor, details);
        var colleagues = mayAct || (!details.file().isWith(actor) && taking.mayAssign(actor, details.file()))
                ? taking.colleagues(actor, details.file())
                : List.<Actor>of();
        var assignee = details.file().assignee();
        var facts = established.factsOf(actor, details.file());
        var next = actor.isApplicant() ? Optional.<CaseFile>empty() : last.next(actor, list, details.file());
        return new ModelAndView(
                "procedure/inbox/case",
                "page",
                new CasePage(
                        rules.of(details.file()),
                        actor,
                        details,
                        mayAct,
                        cases.sits(actor),
                        colleagues,
                        assignee == null ? Optional.empty() : taking.nameOf(assignee),
                        cases.seesObjections(actor, details.file()) ? objections : List.of(),
                        waitsOut,
                        mayAct && !cases.hasReviewed(actor, details.file()),
                        mayAct && !cases.hasPrepared(actor, details.file()),
                        UUID.randomUUID(),
                        refused,
                        typed,
                        refused == null ? mistakes : new CaseMistakes(refused, typed, facts).byField(),
                        shown,
                        mayAct ? facts : List.of(),
                        actor.isApplicant() ? List.of() : cases.warnings(details.file()),
                        ListAddress.of(list).full(),
                        next.map(CaseFile::caseNumber),
                        cases.creditCode(details.file()),
                        Optional.of(details.file())
                                .filter(_ -> shown == Shown.LOOKED_OVER
                                        && details.file().step() == Step.DECISION)
                                .filter(_ ->
                                        typed.getOrDefault(CaseForm.FIELD, "").endsWith(".announce-refusal"))
                                .map(file -> rules.limit(
                                        file, details.programme().filed().timeToBeHeard()))));
    }

    private static boolean isTurnOf(Actor actor, CaseDetails details) {
        CaseFile file = details.file();
        return file.isWith(actor)
                && (file.step() != Step.EXPERT_SCORING
                        || details.ballots().stream().anyMatch(ballot -> ballot.state() == Ballot.State.ASSIGNED));
    }

    private static boolean waitsOut(CaseDetails details, List<Objection> objections) {
        return details.file().step() == Step.NOTICE
                && objections.stream().noneMatch(Objection::isOpen)
                && details.notice()
                        .filter(notice -> notice.state() == PublicNotice.State.OPEN)
                        .isPresent();
    }
}
