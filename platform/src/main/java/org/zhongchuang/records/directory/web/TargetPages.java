package org.zhongchuang.records.directory.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Target;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.directory.Targets;

/** The targets of the policy and how far they are reached. */
@Controller
public class TargetPages {

    private final Targets targets;
    private final Policies policies;

    TargetPages(Targets targets, Policies policies) {
        this.targets = targets;
        this.policies = policies;
    }

    /** The targets of part 二 with what the registers count today. */
    public record TargetsPage(List<Target> targets, Map<String, BigDecimal> reached, String pack) {

        public BigDecimal reached(Target target) {
            return reached.getOrDefault(target.id(), BigDecimal.ZERO);
        }

        /** Where the rows behind the figure are. */
        public String rows(Target target) {
            return switch (target.id()) {
                case "spaces" -> "/directory?kind=space&trait=level_city:yes";
                case "venture_firms" -> "/directory?kind=investor&trait=type:venture";
                case "managed_capital" -> "/directory?kind=fund";
                case "mentors_2020" -> "/directory?kind=person&trait=mentor:yes";
                case "tech_firms" -> "/directory?kind=enterprise&trait=science_sme:yes";
                case "high_tech_firms" -> "/directory?kind=enterprise&trait=high_tech:yes";
                default -> "/directory?kind=person";
            };
        }

        /** What of the counting is ours to say, or how its rows differ from the figure; null where there is nothing. */
        public @Nullable Text note(Target target) {
            return switch (target.id()) {
                case "managed_capital" -> Text.of("本页按实缴计。", "Counted here: what is paid in.");
                case "mentors_2020", "talents" ->
                    Text.of("名单只列同意公开的人，人数可能少于这个数。", "The list names only those who agreed to it and may be shorter.");
                default -> null;
            };
        }
    }

    @GetMapping("/targets")
    @InMenu(
            value = Section.RESULTS,
            zh = "发展目标",
            en = "Targets",
            icon = "target",
            place = 10,
            often = {
                Role.LEADING_GROUP_OFFICE,
                Role.MARKET_OFFICER,
                Role.TAX_OFFICER,
                Role.EDUCATION_OFFICER,
                Role.DEPARTMENT_REPORTER
            })
    @Anyone
    ModelAndView targets() {
        var pack = policies.current();
        return new ModelAndView(
                "records/directory/targets", "page", new TargetsPage(pack.targets(), targets.reached(), pack.id()));
    }
}
