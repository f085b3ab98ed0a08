package org.zhongchuang.procedure.guide.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.records.registry.SubjectId;

/** From what somebody has answered to their application, so that they are not asked the same again. */
@Controller
class DraftPages {

    private final BeginCase begin;
    private final AnswerQuestions answers;

    DraftPages(BeginCase begin, AnswerQuestions answers) {
        this.begin = begin;
        this.answers = answers;
    }

    /** Begins an application with the answers as the actor's own; one that is open already is opened as it stands. */
    @PostMapping("/benefits/apply")
    @Concerns(value = Thing.SUBJECT, deed = Deed.KEEP, by = "subject", parts = "matter")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView begin(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        var who = Typed.id(subject, SubjectId::new).orElseThrow(() -> Problem.noSuchThing("applicant " + subject));
        var open = begin.begun(actor, programme, who, matter);
        if (open.isPresent()) {
            return application(open.get());
        }
        return switch (begin.begin(actor, programme, who, matter)) {
            case Handling.Done(var file) -> {
                answers.answer(actor, file.id(), typed);
                yield application(file);
            }
            // The page where applications are begun opens one that was begun meanwhile, and says what else is against
            // it.
            case Handling.Refused _ -> new ModelAndView("forward:/apply");
        };
    }

    /** Puts the answers into an unfinished application of the actor's. */
    @PostMapping("/benefits/draft")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "application")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView keep(@RequestParam CaseId application, @RequestParam Map<String, String> typed, Actor actor) {
        answers.answer(actor, application, typed);
        return new ModelAndView("redirect:/applications/" + application + "?saved");
    }

    private static ModelAndView application(CaseFile file) {
        return new ModelAndView("redirect:" + file.ownAddress());
    }
}
