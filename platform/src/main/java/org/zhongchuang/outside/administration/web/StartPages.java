package org.zhongchuang.outside.administration.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.MakingReady;
import org.zhongchuang.outside.administration.MakingReady.Readied;
import org.zhongchuang.procedure.amendment.Unset;

/** Making a city ready: what has to be done before what, and how far each programme is. */
@Controller
public class StartPages {

    private final MakingReady makingReady;
    private final Policies policies;

    StartPages(MakingReady makingReady, Policies policies) {
        this.makingReady = makingReady;
        this.policies = policies;
    }

    /** The steps with what is left of each, and every programme that can be filed for. */
    public record StartPage(PolicyPack pack, List<Readied> programmes) {

        /** The values that no authority has set: those that some programme needs, and the others. */
        public Unset unset() {
            return Unset.of(pack);
        }

        /** The offices that have a step of some programme and nobody in them. */
        public List<Role> empty() {
            return MakingReady.empty(programmes);
        }

        public long ready() {
            return programmes.stream().filter(Readied::isReady).count();
        }
    }

    @GetMapping("/start")
    @InMenu(value = Section.SYSTEM, zh = "开办准备", en = "Making ready", icon = "list-check", place = 5)
    @Only({Role.ADMINISTRATOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.FINANCE_OFFICER})
    ModelAndView start() {
        return new ModelAndView(
                "outside/administration/start", "page", new StartPage(policies.current(), makingReady.programmes()));
    }
}
