package org.zhongchuang.procedure.inbox.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.TypedAnswers;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.inbox.web.ApplicationPage.Taken;
import org.zhongchuang.procedure.inbox.web.SentForm.Kept;

/** An application as its applicant sees it: as it stands, and again with what could not be kept or was refused. */
@Component
class ShowApplication {

    private final Cases cases;
    private final AnswerQuestions answers;
    private final CaseFacts facts;
    private final Defects defects;
    private final CaseRules rules;

    ShowApplication(Cases cases, AnswerQuestions answers, CaseFacts facts, Defects defects, CaseRules rules) {
        this.cases = cases;
        this.answers = answers;
        this.facts = facts;
        this.defects = defects;
        this.rules = rules;
    }

    /** The application again, with why something about it was refused and what was typed. */
    ModelAndView refused(Actor actor, CaseId id, Map<String, String> typed, Handling.Reason reason) {
        var mistakes = new CaseMistakes(reason, typed, List.of()).byField();
        return show(actor, id, typed, mistakes, Optional.empty(), reason, false);
    }

    /** Back to the application when all was kept; where something was not, or has no place yet, it is shown again. */
    ModelAndView after(Actor actor, CaseId id, Kept kept, String place) {
        var isKept = kept.mistakes().isEmpty() && kept.taken().stream().allMatch(Taken::isKept);
        var isElsewhere = kept.typed().entrySet().stream()
                .anyMatch(one -> (one.getKey().startsWith(ApplicationPages.REPLY)
                                || one.getKey().equals("stated"))
                        && !one.getValue().isBlank());
        return isKept && !isElsewhere
                ? new ModelAndView("redirect:/applications/" + id + place)
                : show(actor, id, kept, null);
    }

    /** The application again, with what became of each thing that was sent. */
    ModelAndView show(Actor actor, CaseId id, Kept kept, Handling.@Nullable Reason refused) {
        var taken = Optional.of(kept.taken()).filter(all -> !all.isEmpty());
        return show(actor, id, kept.typed(), kept.mistakes(), taken, refused, kept.isWhole());
    }

    /** The application again, where a file was to be sent and none was chosen. */
    ModelAndView noneChosen(Actor actor, CaseId id, Kept kept) {
        return show(actor, id, kept.typed(), kept.mistakes(), Optional.of(List.of()), null, false);
    }

    ModelAndView show(
            Actor actor,
            CaseId id,
            Map<String, String> typed,
            Map<String, Text> mistakes,
            Optional<List<Taken>> taken,
            Handling.@Nullable Reason refused,
            boolean saved) {
        var details = cases.details(actor, id).orElseThrow(() -> Problem.noSuchThing("application " + id));
        var pack = rules.of(details.file());
        var questions = pack.factsOf(details.programme().id()).stream()
                .filter(fact -> facts.isDeclared(details.file(), fact))
                .toList();
        var last = answers.last(id);
        var wrong = new HashMap<String, Text>();
        for (var question : questions) {
            Optional.ofNullable(last.get(question.id()))
                    .flatMap(TypedAnswers.Typed::unread)
                    .flatMap(text -> rules.read(question, text).mistake())
                    .ifPresent(mistake -> wrong.put(question.id(), mistake));
        }
        wrong.putAll(mistakes);
        var page = new ApplicationPage(
                pack,
                details,
                defects.openTargets(details.file()),
                typed,
                wrong,
                taken,
                refused,
                UUID.randomUUID(),
                saved,
                questions,
                last,
                actor.person());
        return new ModelAndView("procedure/inbox/application", "page", page);
    }
}
