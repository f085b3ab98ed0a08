package org.zhongchuang.procedure.inbox.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.review.NoticeActs;

/** The public notice of a case: publishing it, looking at objections and answering them. */
@Controller
public class NoticeActPages {

    private final CaseForms forms;
    private final NoticeActs notices;
    private final Cases cases;

    NoticeActPages(CaseForms forms, NoticeActs notices, Cases cases) {
        this.forms = forms;
        this.notices = notices;
        this.cases = cases;
    }

    /** Who objected in a case. */
    public record SenderPage(String number, Objection.Sender sender) {}

    @PostMapping("/cases/{number}/publish")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView publish(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> notices.publish(actor, form.id(), form.ticket()));
    }

    /** Who objected, for whoever has to find out whether they can be reached; the look is on record. */
    @PostMapping("/cases/{number}/sender")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "objection")
    @Only(steps = true)
    ModelAndView sender(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        var objection = Typed.id(Typed.text(typed, "objection"));
        var found = cases.details(actor, number)
                .flatMap(details -> objection.flatMap(id -> notices.sender(actor, details.file(), id)));
        return new ModelAndView(
                "procedure/inbox/sender",
                "page",
                new SenderPage(number, found.orElseThrow(() -> Problem.noSuchThing("sender of an objection"))));
    }

    @PostMapping("/cases/{number}/check-objection")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "objection")
    @Only(steps = true)
    ModelAndView check(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> {
            var objection = Typed.id(form.text("objection"));
            var admits = form.choice("admits", "yes", "no");
            if (objection.isEmpty()) {
                return new Handling.Refused(Handling.Reason.WRONG_STEP);
            }
            return admits.map(chosen -> notices.check(
                            actor, form.id(), form.ticket(), objection.get(), chosen, form.text("reasons")))
                    .orElse(new Handling.Refused(Handling.Reason.NO_CHOICE));
        });
    }

    @PostMapping("/cases/{number}/answer")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "objection")
    @Only(steps = true)
    ModelAndView answer(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> {
            var objection = Typed.id(form.text("objection"));
            var upheld = form.choice("upheld", "yes", "no");
            if (objection.isEmpty()) {
                return new Handling.Refused(Handling.Reason.WRONG_STEP);
            }
            return upheld.map(chosen -> notices.answer(
                            actor, form.id(), form.ticket(), objection.get(), chosen, form.text("reply")))
                    .orElse(new Handling.Refused(Handling.Reason.NO_CHOICE));
        });
    }
}
