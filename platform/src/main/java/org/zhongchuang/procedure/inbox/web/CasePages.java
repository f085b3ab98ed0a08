package org.zhongchuang.procedure.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Fact.Kind;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.RolesOfPack;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseEvent;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Watcher.Warning;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.inbox.Cases;
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

    /** What a form has in it that nobody typed. */
    private static final Set<String> UNSEEN = Set.of("_csrf", "version", "request", CaseForm.FIELD);

    /** How it comes that refusal is proposed. */
    private static final Set<Act> AGAINST = Set.of(Act.ADVISED_AGAINST, Act.MEETING_HELD, Act.OBJECTION_UPHELD);

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
     * @param isSaved whether the reader has just done something with it
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
            boolean isSaved,
            List<Fact> ownFacts,
            List<Warning> warnings,
            String list,
            Optional<String> next,
            Optional<String> creditCode) {

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
                    && Set.of(Act.FILED, Act.CORRECTED)
                            .contains(events.getLast().act());
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
            return taker.filter(_ -> !actor.isApplicant()
                    && !actor.person().equals(details.file().assignee()));
        }

        /**
         * One of the forms of the page. A form bears the step it belongs to, and what was sent without a name is shown
         * in each.
         */
        public CaseForm form(String act) {
            var name = details.file().step() + "." + act;
            return typed.getOrDefault(CaseForm.FIELD, name).equals(name)
                    ? new CaseForm(name, typed, mistakes, isWrong())
                    : new CaseForm(name, Map.of(), Map.of(), false);
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
                    : typed.entrySet().stream()
                            .filter(one -> !UNSEEN.contains(one.getKey())
                                    && !isChosen(one.getKey())
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

    @GetMapping("/cases/{number}")
    @Concerns(value = Thing.CASE, by = "number")
    @Only
    ModelAndView show(
            @PathVariable String number,
            @RequestParam Optional<String> saved,
            Actor actor,
            HttpServletRequest request) {
        cases.opened(actor, number);
        return show(number, actor, null, Map.of(), Map.of(), saved.isPresent(), last.of(request, actor));
    }

    /** The page of a case, with the reason an act was refused for and what was typed, if one was. */
    ModelAndView refused(String number, Actor actor, Handling.Reason refused, Map<String, String> typed) {
        return show(number, actor, refused, typed, Map.of(), false, Query.waiting());
    }

    /** The page of a case with what is wrong with one field. */
    ModelAndView wrong(String number, Actor actor, Map<String, String> typed, String field, Text mistake) {
        return show(number, actor, null, typed, Map.of(field, mistake), false, Query.waiting());
    }

    /** The page of a case after an act that leaves it where it is, with what else was typed beside it. */
    ModelAndView saved(String number, Actor actor, Map<String, String> typed) {
        return show(number, actor, null, typed, Map.of(), true, Query.waiting());
    }

    private ModelAndView show(
            String number,
            Actor actor,
            Handling.@Nullable Reason refused,
            Map<String, String> typed,
            Map<String, Text> mistakes,
            boolean isSaved,
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
                        isSaved,
                        mayAct ? facts : List.of(),
                        actor.isApplicant() ? List.of() : cases.warnings(details.file()),
                        ListAddress.of(list).full(),
                        next.map(CaseFile::caseNumber),
                        cases.creditCode(details.file())));
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
