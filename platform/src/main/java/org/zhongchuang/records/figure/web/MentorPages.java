package org.zhongchuang.records.figure.web;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.figure.MentorWork;

/** A mentor's own figures, from what makerspaces wrote down. */
@Controller
public class MentorPages {

    private final MentorWork work;

    MentorPages(MentorWork work) {
        this.work = work;
    }

    /** What makerspaces wrote down of the mentor who reads it. */
    public record MentorPage(List<MentorWork.At> places) {

        public long sessions() {
            return places.stream().mapToLong(MentorWork.At::sessions).sum();
        }

        public BigDecimal hours() {
            return places.stream().map(MentorWork.At::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    @GetMapping("/mentoring")
    @InMenu(
            value = Section.WORK,
            zh = "我的聘任和辅导",
            en = "My mentoring",
            icon = "users",
            place = 60,
            often = {Role.MENTOR})
    @Only(Role.MENTOR)
    ModelAndView mine(Actor actor) {
        return new ModelAndView("records/figure/mentoring", "page", new MentorPage(work.of(actor)));
    }
}
