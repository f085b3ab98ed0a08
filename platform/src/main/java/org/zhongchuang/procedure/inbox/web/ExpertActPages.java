package org.zhongchuang.procedure.inbox.web;

import java.util.HashMap;
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
import org.zhongchuang.procedure.review.ExpertActs;

/** What experts say of a case that was drawn for them. */
@Controller
class ExpertActPages {

    private final CaseForms forms;
    private final ExpertActs experts;

    ExpertActPages(CaseForms forms, ExpertActs experts) {
        this.forms = forms;
        this.experts = experts;
    }

    @PostMapping("/cases/{number}/score")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView score(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> {
            var scores = new HashMap<String, Integer>();
            form.filled("score.").forEach((line, points) -> {
                if (points.matches("\\d{1,3}")) {
                    scores.put(line, Integer.parseInt(points));
                }
            });
            return experts.score(actor, form.id(), form.ticket(), scores, form.text("comment"));
        });
    }

    @PostMapping("/cases/{number}/recuse")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView recuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number, actor, typed, form -> experts.recuse(actor, form.id(), form.ticket(), form.text("reasons")));
    }
}
