package org.zhongchuang.records.directory.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Subject;

/** A person's own entry: whether the public directory shows it is for them to say. */
@Controller
public class OwnEntryPages {

    private final Register register;

    OwnEntryPages(Register register) {
        this.register = register;
    }

    /** A person's own entry, or none. */
    public record OwnPage(Optional<Subject> subject) {}

    @GetMapping("/directory/mine")
    @InMenu(
            value = Section.REGISTERS,
            zh = "我的名录信息",
            en = "My entry",
            icon = "user-circle",
            place = 40,
            often = {Role.MENTOR, Role.RESEARCHER})
    @Only({Role.FOUNDER, Role.RESEARCHER, Role.MENTOR, Role.INVESTOR})
    ModelAndView mine(Actor actor) {
        return new ModelAndView("records/directory/mine", "page", new OwnPage(register.ofAccount(actor.person())));
    }

    @PostMapping("/directory/mine")
    @Only({Role.FOUNDER, Role.RESEARCHER, Role.MENTOR, Role.INVESTOR})
    ModelAndView list(@RequestParam(defaultValue = "no") String listed, Actor actor) {
        register.list(actor, listed.equals("yes"));
        return new ModelAndView("redirect:/directory/mine");
    }
}
