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
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.review.NoticeActs;

/** The public notice of a case: publishing it, and answering objections. */
@Controller
class NoticeActPages {

    private final CaseForms forms;
    private final NoticeActs notices;

    NoticeActPages(CaseForms forms, NoticeActs notices) {
        this.forms = forms;
        this.notices = notices;
    }

    @PostMapping("/cases/{number}/publish")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView publish(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> notices.publish(actor, form.id(), form.ticket()));
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
