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
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.procedure.decision.RefuseCase;
import org.zhongchuang.procedure.filing.UnderWay;

/** What an applicant may do while an office has the case: answer before a refusal, urge, withdraw. */
@Controller
class ApplicantActPages {

    private final CaseForms forms;
    private final RefuseCase refuse;
    private final UnderWay underWay;

    ApplicantActPages(CaseForms forms, RefuseCase refuse, UnderWay underWay) {
        this.forms = forms;
        this.refuse = refuse;
        this.underWay = underWay;
    }

    @PostMapping("/cases/{number}/statement")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "number")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView statement(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number, actor, typed, form -> refuse.answer(actor, form.id(), form.ticket(), form.text("statement")));
    }

    @PostMapping("/cases/{number}/urge")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "number")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView urge(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> underWay.urge(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/withdraw")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "number")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView withdraw(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> underWay.withdraw(actor, form.id(), form.ticket()));
    }
}
