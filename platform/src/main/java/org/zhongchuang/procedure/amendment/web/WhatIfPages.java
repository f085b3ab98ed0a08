package org.zhongchuang.procedure.amendment.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Paths;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.Scenarios;
import org.zhongchuang.procedure.amendment.WhatIf;

/** What if a value were different: sliders, cost, winners and losers, by county, in an address that can be sent on. */
@Controller
public class WhatIfPages {

    private final Reach reach;
    private final Policies policies;
    private final WhatIf whatIf;
    private final Scenarios scenarios;
    private final Clock clock;

    WhatIfPages(Reach reach, Policies policies, WhatIf whatIf, Scenarios scenarios, Clock clock) {
        this.reach = reach;
        this.policies = policies;
        this.whatIf = whatIf;
        this.scenarios = scenarios;
        this.clock = clock;
    }

    /**
     * A value that can be moved.
     *
     * @param now the value of the day, null where there is none
     * @param typed what was typed
     * @param most the right end of the slider
     */
    public record Lever(Parameter parameter, @Nullable BigDecimal now, String typed, BigDecimal most) {}

    /** A programme tried with other values. {@code effect} is null while no programme is chosen. */
    public record WhatIfPage(
            PolicyPack pack,
            List<Programme> programmes,
            @Nullable Programme programme,
            LocalDate on,
            List<Lever> levers,
            Map<String, Text> mistakes,
            WhatIf.@Nullable Effect effect,
            List<Scenarios.Scenario> saved,
            String query,
            @Nullable Keeping keeping) {}

    /** The name under which it was to be kept, and why it was not. */
    public record Keeping(String name, Text refused) {}

    @GetMapping("/what-if")
    @InMenu(value = Section.POLICY, zh = "如果……会怎样", en = "What if?", icon = "arrows-exchange", place = 30)
    @Only({
        Role.CITY_OFFICER,
        Role.CITY_DECIDER,
        Role.COUNTY_OFFICER,
        Role.LEADING_GROUP_OFFICE,
        Role.FINANCE_OFFICER,
        Role.AUDITOR
    })
    ModelAndView whatIf(
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            Actor actor) {
        return show(byScript, page(typed, null, actor));
    }

    private WhatIfPage page(Map<String, String> typed, @Nullable Keeping keeping, Actor actor) {
        var pack = policies.current();
        var mistakes = new LinkedHashMap<String, Text>();
        var on = day(typed.getOrDefault("on", ""), mistakes);
        var programmes = pack.programmes().values().stream()
                .filter(one -> !pack.rules(one.id()).parameters().isEmpty())
                .toList();
        var programme = pack.programmes().get(typed.getOrDefault("programme", ""));
        if (programme == null) {
            return new WhatIfPage(
                    pack, programmes, null, on, List.of(), mistakes, null, scenarios.latest(), "", keeping);
        }
        var values = new LinkedHashMap<String, BigDecimal>();
        var levers = pack.rules(programme.id()).parameters().stream()
                .map(parameter -> lever(parameter, on, typed, values, mistakes))
                .toList();
        // Who has no part in values for the whole city sees what a change does at home.
        var own = !reach.may(actor, Deed.SEE, Thing.PARAMETER);
        var effect = whatIf.effect(
                programme.id(), whatIf.reformed(values, on), on, area -> !own || area.equals(actor.area()));
        return new WhatIfPage(
                pack,
                programmes,
                programme,
                on,
                levers,
                mistakes,
                effect,
                scenarios.latest(),
                query(programme, on, values),
                keeping);
    }

    @PostMapping("/what-if")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.COUNTY_OFFICER, Role.LEADING_GROUP_OFFICE, Role.FINANCE_OFFICER})
    ModelAndView save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String request,
            Actor actor) {
        var refused = scenarios.save(actor, name, query, FormId.read(request));
        if (refused.isPresent()) {
            return show(false, page(valuesOf(query), new Keeping(name, refused.get()), actor));
        }
        var page = "/what-if?" + (query.startsWith("programme=") ? query : "");
        return new ModelAndView("redirect:" + Paths.ours(page, "/what-if"));
    }

    /** The values that the address of a what-if carries. */
    private static Map<String, String> valuesOf(String query) {
        var values = new LinkedHashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((field, all) -> values.put(field, Objects.requireNonNullElse(all.getFirst(), "")));
        return values;
    }

    private static ModelAndView show(boolean byScript, WhatIfPage page) {
        return new ModelAndView(byScript ? "procedure/amendment/effects" : "procedure/amendment/what-if", "page", page);
    }

    private LocalDate day(String typed, Map<String, Text> mistakes) {
        if (typed.isBlank()) {
            return LocalDate.now(clock);
        }
        var day = Typed.day(typed);
        if (day.isEmpty()) {
            mistakes.put("on", Text.of("请填写日期，例如 2017-07-01。", "Write a day such as 2017-07-01."));
        }
        return day.orElseGet(() -> LocalDate.now(clock));
    }

    private Lever lever(
            Parameter parameter,
            LocalDate on,
            Map<String, String> typed,
            Map<String, BigDecimal> values,
            Map<String, Text> mistakes) {
        var now = parameter
                .on(on, policies.isDemonstration())
                .map(Parameter.Value::is)
                .orElse(null);
        var text = typed.getOrDefault("set-" + parameter.id(), "").strip().replace(",", "");
        if (text.matches("[0-9]{1,12}([.][0-9]{1,4})?")
                && new BigDecimal(text).stripTrailingZeros().scale()
                        <= parameter.unit().decimals()) {
            if (now == null || now.compareTo(new BigDecimal(text)) != 0) {
                values.put(parameter.id(), new BigDecimal(text));
            }
        } else if (!text.isEmpty()) {
            mistakes.put(
                    parameter.id(),
                    Text.of(
                            "请填写数字，最多" + parameter.unit().decimals() + "位小数。",
                            "Write a number with at most " + parameter.unit().decimals() + " decimals."));
        }
        var most = Objects.requireNonNullElse(now, BigDecimal.TEN)
                .multiply(BigDecimal.valueOf(3))
                .max(BigDecimal.TEN);
        return new Lever(parameter, now, text, most);
    }

    private static String query(Programme programme, LocalDate on, Map<String, BigDecimal> values) {
        var query = new StringBuilder("programme=" + programme.id() + "&on=" + on);
        values.forEach(
                (id, value) -> query.append("&set-").append(id).append('=').append(value.toPlainString()));
        return query.toString();
    }
}
