package org.zhongchuang.government.scrutiny.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.government.scrutiny.Samples;
import org.zhongchuang.government.scrutiny.Samples.Sample;
import org.zhongchuang.government.scrutiny.Warnings;
import org.zhongchuang.government.scrutiny.Warnings.Found;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.money.award.Award;

/** What does not fit together, and the auditor's samples. */
@Controller
public class ScrutinyPages {

    private static final int PAGE = 50;

    private final Warnings warnings;
    private final Samples samples;
    private final Clock clock;

    ScrutinyPages(Warnings warnings, Samples samples, Clock clock) {
        this.warnings = warnings;
        this.samples = samples;
        this.clock = clock;
    }

    /** The findings; {@code refused} when one was not dismissed. */
    public record WarningsPage(
            Actor actor, Warnings.Query query, List<Found> found, Optional<UUID> next, boolean refused) {}

    /** Samples with the awards in them. */
    public record SamplesPage(Actor actor, int year, List<Sample> samples, Map<UUID, List<Award>> awards) {}

    @GetMapping("/warnings")
    @InMenu(value = Section.OVERSIGHT, zh = "疑点核查", en = "Warnings", icon = "alert-triangle", place = 10)
    @Only({
        Role.CITY_OFFICER,
        Role.CITY_DECIDER,
        Role.COUNTY_OFFICER,
        Role.FINANCE_OFFICER,
        Role.LABOUR_OFFICER,
        Role.AUDITOR
    })
    ModelAndView warnings(@RequestParam Map<String, String> asked, Actor actor) {
        return warnings(asked, actor, false);
    }

    private ModelAndView warnings(Map<String, String> asked, Actor actor, boolean refused) {
        var query = new Warnings.Query(
                asked.getOrDefault("state", "").equals("cleared"),
                asked.getOrDefault("case", ""),
                Typed.id(asked.getOrDefault("after", "")));
        var listing = warnings.list(actor, query, PAGE);
        return new ModelAndView(
                "government/scrutiny/warnings",
                "page",
                new WarningsPage(actor, query, listing.found(), listing.next(), refused));
    }

    @PostMapping("/warnings/{id}")
    @Concerns(value = Thing.WARNING, deed = Deed.HANDLE, by = "id")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.FINANCE_OFFICER, Role.LABOUR_OFFICER})
    ModelAndView dismiss(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return warnings.dismiss(actor, id, reason)
                ? new ModelAndView("redirect:/warnings")
                : warnings(Map.of(), actor, true);
    }

    @GetMapping("/samples")
    @InMenu(
            value = Section.OVERSIGHT,
            zh = "审计抽样",
            en = "Samples",
            icon = "dice",
            place = 20,
            often = {Role.AUDITOR})
    @Only(Role.AUDITOR)
    ModelAndView samples(Actor actor) {
        var all = samples.latest();
        return new ModelAndView(
                "government/scrutiny/samples",
                "page",
                new SamplesPage(
                        actor,
                        LocalDate.now(clock).getYear(),
                        all,
                        all.stream().collect(Collectors.toMap(Sample::id, samples::of))));
    }

    @PostMapping("/samples")
    @Only(Role.AUDITOR)
    ModelAndView draw(
            @RequestParam Optional<Integer> year,
            @RequestParam Optional<Integer> size,
            @RequestParam Optional<Long> seed,
            Actor actor) {
        samples.draw(actor, year.orElse(LocalDate.now(clock).getYear()), size.orElse(0), seed.orElse(1L));
        return new ModelAndView("redirect:/samples");
    }
}
