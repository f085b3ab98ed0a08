package org.zhongchuang.government.scrutiny.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.government.scrutiny.Samples;
import org.zhongchuang.government.scrutiny.Samples.Sample;
import org.zhongchuang.government.scrutiny.SettleFindings;
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
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.money.award.Award;

/** What does not fit together, and the auditor's samples. */
@Controller
public class ScrutinyPages {

    private static final int PAGE = 50;

    private final Warnings warnings;
    private final SettleFindings settling;
    private final Samples samples;
    private final Clock clock;

    ScrutinyPages(Warnings warnings, SettleFindings settling, Samples samples, Clock clock) {
        this.warnings = warnings;
        this.settling = settling;
        this.samples = samples;
        this.clock = clock;
    }

    /**
     * The findings.
     *
     * @param isOne whether one was asked for
     * @param refused whether the one that is shown was not settled, with {@code reason} as it was typed
     */
    public record WarningsPage(
            Actor actor,
            Warnings.Query query,
            boolean isOne,
            List<Found> found,
            Optional<UUID> next,
            boolean refused,
            String reason) {

        /** Whether the reader is another than who said that a finding is true, or looked at it first. */
        public boolean isAnother(Found one) {
            return one.lastBy().filter(actor.person()::equals).isEmpty();
        }
    }

    /** What is to be drawn, as typed. */
    public record TypedSample(String year, String size, String seed) {}

    /** Samples with the awards in them, and why another was not drawn. */
    public record SamplesPage(
            TypedSample typed, @Nullable Text refused, List<Sample> samples, Map<UUID, List<Award>> awards) {}

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
        return warnings(asked, actor, false, "");
    }

    private ModelAndView warnings(Map<String, String> asked, Actor actor, boolean refused, String reason) {
        var query = new Warnings.Query(
                Typed.shown(Warnings.Which.class, asked.getOrDefault("state", ""), Warnings.Which.OPEN),
                asked.getOrDefault("case", ""),
                Typed.id(asked.getOrDefault("after", "")));
        var one = Typed.id(asked.getOrDefault("id", ""));
        var listing = one.isPresent()
                ? new Warnings.Listing(warnings.find(actor, one.get()).stream().toList(), Optional.empty())
                : warnings.list(actor, query, PAGE);
        return new ModelAndView(
                "government/scrutiny/warnings",
                "page",
                new WarningsPage(actor, query, one.isPresent(), listing.found(), listing.next(), refused, reason));
    }

    @PostMapping("/warnings/{id}")
    @Concerns(value = Thing.WARNING, deed = Deed.HANDLE, by = "id")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.FINANCE_OFFICER, Role.LABOUR_OFFICER})
    ModelAndView dismiss(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return after(settling.dismiss(actor, id, reason), id, reason, actor);
    }

    @PostMapping("/warnings/{id}/true")
    @Concerns(value = Thing.WARNING, deed = Deed.HANDLE, by = "id")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.FINANCE_OFFICER, Role.LABOUR_OFFICER})
    ModelAndView confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return after(settling.confirm(actor, id, reason), id, reason, actor);
    }

    @PostMapping("/warnings/{id}/resolved")
    @Concerns(value = Thing.WARNING, deed = Deed.HANDLE, by = "id")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.FINANCE_OFFICER, Role.LABOUR_OFFICER})
    ModelAndView resolve(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return after(settling.resolve(actor, id, reason), id, reason, actor);
    }

    /** Shows the finding as it stands now; one that was not settled with what was typed. */
    private ModelAndView after(boolean settled, UUID id, String reason, Actor actor) {
        return settled
                ? new ModelAndView("redirect:/warnings?id=" + id)
                : warnings(Map.of("id", id.toString()), actor, true, reason);
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
    ModelAndView samples() {
        return samples(new TypedSample(String.valueOf(LocalDate.now(clock).getYear()), "10", "1"), null);
    }

    private ModelAndView samples(TypedSample typed, @Nullable Text refused) {
        var all = samples.latest();
        return new ModelAndView(
                "government/scrutiny/samples",
                "page",
                new SamplesPage(typed, refused, all, all.stream().collect(Collectors.toMap(Sample::id, samples::of))));
    }

    @PostMapping("/samples")
    @Only(Role.AUDITOR)
    ModelAndView draw(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "") String request,
            Actor actor) {
        var whole =
                Stream.of(year, size, seed).allMatch(number -> number.strip().matches("-?[0-9]{1,9}"));
        var refused = whole
                ? samples.draw(
                        actor,
                        Integer.parseInt(year.strip()),
                        Integer.parseInt(size.strip()),
                        Long.parseLong(seed.strip()),
                        FormId.read(request))
                : Optional.of(Text.of(
                        "年度、数量和种子都是不超过九位的整数。", "Year, number and seed are whole numbers of at most nine digits."));
        return refused.map(why -> samples(new TypedSample(year, size, seed), why))
                .orElseGet(() -> new ModelAndView("redirect:/samples"));
    }
}
