package org.zhongchuang.procedure.guide.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.guide.Chances;

/** What an applicant could have and has not asked for: a part of the desk. */
@Controller
public class ChancesPage {

    private final Chances chances;

    ChancesPage(Chances chances) {
        this.chances = chances;
    }

    /** Read after the desk itself, as every programme is judged for it. */
    @GetMapping("/benefits/chances")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView chances(Actor actor) {
        return new ModelAndView("procedure/guide/chances", "page", chances.of(actor));
    }
}
