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
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** The entry for which somebody acts: of a person it is for them to say whether the public directory shows it. */
@Controller
public class OwnEntryPages {

    private final Register register;
    private final Subjects subjects;

    OwnEntryPages(Register register, Subjects subjects) {
        this.register = register;
        this.subjects = subjects;
    }

    /** The entry for which somebody acts, their own or that of their organisation, or none. */
    public record OwnPage(Optional<Subject> subject) {

        /** Whether it is for them to say that the directory shows it. */
        public boolean isPerson() {
            return subject.filter(one -> one.kind() == SubjectKind.PERSON).isPresent();
        }
    }

    @GetMapping("/directory/mine")
    @InMenu(
            value = Section.REGISTERS,
            zh = "我的名录信息",
            en = "My entry",
            icon = "user-circle",
            place = 40,
            often = {Role.MENTOR, Role.RESEARCHER, Role.INVESTOR, Role.SERVICE_PROVIDER, Role.INSTITUTION})
    @Only({Role.FIRM, Role.FOUNDER, Role.RESEARCHER, Role.MENTOR, Role.INVESTOR, Role.SERVICE_PROVIDER, Role.INSTITUTION
    })
    ModelAndView mine(Actor actor) {
        return new ModelAndView("records/directory/mine", "page", new OwnPage(subjects.actingAs(actor)));
    }

    @PostMapping("/directory/mine")
    @Only({Role.FOUNDER, Role.RESEARCHER, Role.MENTOR, Role.INVESTOR})
    ModelAndView list(@RequestParam(defaultValue = "no") String listed, Actor actor) {
        register.list(actor, listed.equals("yes"));
        return new ModelAndView("redirect:/directory/mine");
    }
}
