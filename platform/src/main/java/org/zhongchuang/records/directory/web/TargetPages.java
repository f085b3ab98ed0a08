package org.zhongchuang.records.directory.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.zhongchuang.records.directory.Counted;
import org.zhongchuang.records.directory.Targets;
import org.zhongchuang.records.directory.Targets.Count;

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
    public record TargetsPage(Map<Target, Count> counts, String pack) {

        public BigDecimal reached(Target target) {
            return Objects.requireNonNull(counts.get(target)).reached();
        }

        /** Where the rows behind the figure are. */
        public Optional<String> rows(Target target) {
            return Counted.rows(target.id());
        }

        /** What of the counting is ours to say, or how its rows differ from the figure; null where there is nothing. */
        public @Nullable Text note(Target target) {
            var unlisted = Objects.requireNonNull(counts.get(target)).unlisted();
            if (unlisted > 0) {
                var listed = reached(target).longValue() - unlisted;
                return Text.of(
                        "名单里有 " + listed + " 个；另外 " + unlisted + " 个没有公开，只计数。",
                        "The list has " + listed + "; " + unlisted + " more are not public and only counted.");
            }
            return target.id().equals("managed_capital") ? Text.of("本页按实缴计。", "Counted here: what is paid in.") : null;
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
        var counts = new LinkedHashMap<Target, Count>();
        pack.targets().forEach(target -> counts.put(target, targets.of(target.id())));
        return new ModelAndView("records/directory/targets", "page", new TargetsPage(counts, pack.id()));
    }
}
