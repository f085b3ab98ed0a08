package org.zhongchuang.outside.operation.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.calendar.DueWorks;
import org.zhongchuang.ground.calendar.WorkState;
import org.zhongchuang.ground.shell.Problem;

/** How the work that time brings is going, for the administrators. */
@Controller
public class WorkPages {

    private final DueWorks works;
    private final AuditLog audit;

    WorkPages(DueWorks works, AuditLog audit) {
        this.works = works;
        this.audit = audit;
    }

    /** All works, and what went wrong of late; {@code said} answers the button just pressed, empty otherwise. */
    public record WorkPage(List<WorkState> works, List<WorkState.Failure> failures, Text said) {

        /** What a work is called. */
        public Text name(String work) {
            return works.stream()
                    .filter(one -> one.about().id().equals(work))
                    .findFirst()
                    .map(one -> one.about().name())
                    .orElse(Text.of(work, work));
        }
    }

    @GetMapping("/administration/work")
    @InMenu(value = Section.SYSTEM, zh = "定时工作", en = "Timed work", icon = "clock", place = 20)
    @Only(Role.ADMINISTRATOR)
    ModelAndView show(@RequestParam(defaultValue = "") String asked) {
        var said = switch (asked) {
            case "soon" ->
                Text.of(
                        "已安排立即运行，几秒后刷新本页查看结果。",
                        "It will run at once; reload this page in a few seconds to see how it went.");
            case "busy" ->
                Text.of(
                        "这项工作正在运行，或者没有节点在执行定时工作。",
                        "This work is running already, or no node does the work that time brings.");
            default -> Text.of("", "");
        };
        return new ModelAndView("outside/operation/work", "page", new WorkPage(works.states(), works.failures(), said));
    }

    @PostMapping("/administration/work/{id}/run")
    @Common("The work that time brings is of the whole city.")
    @Fresh
    @Only(Role.ADMINISTRATOR)
    ModelAndView run(@PathVariable String id, Actor actor) {
        if (works.states().stream().noneMatch(one -> one.about().id().equals(id))) {
            throw Problem.noSuchThing("work");
        }
        audit.record(actor, "work.run", id, "");
        return new ModelAndView("redirect:/administration/work", Map.of("asked", works.doSoon(id) ? "soon" : "busy"));
    }
}
