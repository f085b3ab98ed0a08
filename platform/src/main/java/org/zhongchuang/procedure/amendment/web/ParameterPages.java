package org.zhongchuang.procedure.amendment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.edition.ChangesToCome;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.law.policy.Tallies;
import org.zhongchuang.law.policy.Tally;
import org.zhongchuang.procedure.amendment.AmendParameter;
import org.zhongchuang.procedure.amendment.Amending;
import org.zhongchuang.procedure.amendment.DocumentOrder;
import org.zhongchuang.procedure.amendment.WhatIf;

/** The parameter desk: every value with its basis, a proposal with its effect, and its approval by another. */
@Controller
public class ParameterPages {

    private final Policies policies;
    private final AmendParameter amending;
    private final WhatIf whatIf;
    private final Tallies tallies;
    private final ChangesToCome changes;
    private final Clock clock;

    ParameterPages(
            Policies policies,
            AmendParameter amending,
            WhatIf whatIf,
            Tallies tallies,
            ChangesToCome changes,
            Clock clock) {
        this.policies = policies;
        this.amending = amending;
        this.whatIf = whatIf;
        this.tallies = tallies;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/parameters")
    @InMenu(
            value = Section.POLICY,
            zh = "参数与依据",
            en = "Parameters",
            icon = "adjustments",
            place = 40,
            often = {Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView desk(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String standing) {
        var pack = policies.current();
        var today = LocalDate.now(clock);
        var toCome = changes.all();
        var rows = pack.parameters().values().stream()
                .sorted(DocumentOrder.ofParameters(pack))
                .filter(one -> matches(one, q.strip()))
                .map(one -> new DeskPage.Row(
                        one,
                        one.on(today).orElse(null),
                        one.values().stream()
                                .filter(value -> value.from().isAfter(today))
                                .findFirst()
                                .orElse(null),
                        toCome.stream()
                                .filter(each -> each.changesParameter(one.id()))
                                .toList()))
                .filter(row -> standing.isEmpty()
                        || (row.today() != null && row.today().standing().name().equalsIgnoreCase(standing)))
                .toList();
        return new ModelAndView(
                "procedure/amendment/desk",
                "page",
                new DeskPage(
                        pack, q.strip(), standing, rows, amending.all(), amending.unset(), policies.isDemonstration()));
    }

    private static boolean matches(Parameter parameter, String words) {
        return parameter.id().contains(words)
                || parameter.clause().contains(words)
                || parameter.means().zh().contains(words)
                || parameter.means().en().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    @GetMapping("/parameters/{id}")
    @Common("A value holds for the whole city.")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView parameter(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String done) {
        return show(
                id,
                new AmendParameter.Draft(id, value, from, document, reason),
                "",
                null,
                done.equals(ParameterPage.LOOK_OVER) ? "" : done);
    }

    @PostMapping("/parameters/{id}")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_OFFICER)
    ModelAndView propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = LookOver.FIELD, defaultValue = "") String look,
            Actor actor) {
        var draft = new AmendParameter.Draft(id, value, from, document, reason);
        var looked = LookOver.read(look);
        var asks = looked == LookOver.FIRST && amending.doubt(actor, draft).isPresent();
        return asks || looked == LookOver.LEFT
                ? show(id, draft, "", null, asks ? ParameterPage.LOOK_OVER : "")
                : after(id, "proposed", draft, "", amending.propose(actor, draft));
    }

    /** Shows what a draft would do, without keeping anything; what cannot be read is told at its field. */
    @PostMapping("/parameters/{id}/preview")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_OFFICER)
    ModelAndView preview(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason) {
        var draft = new AmendParameter.Draft(id, value, from, document, reason);
        return show(
                id,
                draft,
                "",
                amending.mistake(draft)
                        .map(why -> new Amending.Refused(why, ""))
                        .orElse(null),
                "");
    }

    @PostMapping("/parameters/{id}/approve")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_DECIDER)
    ModelAndView approve(@PathVariable String id, @RequestParam UUID proposal, Actor actor) {
        return after(id, "approved", nothing(id), "", amending.approve(actor, proposal));
    }

    @PostMapping("/parameters/{id}/reject")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_DECIDER)
    ModelAndView reject(
            @PathVariable String id,
            @RequestParam UUID proposal,
            @RequestParam(defaultValue = "") String answer,
            Actor actor) {
        return after(id, "rejected", nothing(id), answer, amending.reject(actor, proposal, answer));
    }

    @PostMapping("/parameters/{id}/withdraw")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_OFFICER)
    ModelAndView withdraw(@PathVariable String id, @RequestParam UUID proposal, Actor actor) {
        return after(id, "withdrawn", nothing(id), "", amending.withdraw(actor, proposal));
    }

    /** Where nothing was typed beside an answer. */
    private static AmendParameter.Draft nothing(String id) {
        return new AmendParameter.Draft(id, "", "", "", "");
    }

    private ModelAndView after(String id, String done, AmendParameter.Draft draft, String answer, Amending amended) {
        if (!(amended instanceof Amending.Refused refused)) {
            return new ModelAndView("redirect:/parameters/" + id + "?done=" + done);
        }
        var page = show(id, draft, answer, refused, "");
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView show(
            String id, AmendParameter.Draft typed, String answer, Amending.@Nullable Refused refused, String step) {
        var pack = policies.current();
        var parameter = pack.parameters().get(id);
        if (parameter == null) {
            throw Problem.noSuchThing("parameter " + id);
        }
        var proposals = amending.all().stream()
                .filter(one -> one.parameter().equals(id))
                .toList();
        var open = proposals.stream()
                .filter(one -> one.state() == ProposalState.OPEN)
                .findFirst();
        var draft = open.map(one -> new AmendParameter.Draft(
                        id, one.value().toPlainString(), one.from().toString(), one.document(), one.reason()))
                .orElse(typed);
        var isWhole =
                refused == null || open.isPresent() || amending.mistake(draft).isEmpty();
        return new ModelAndView(
                "procedure/amendment/parameter",
                "page",
                new ParameterPage(
                        pack,
                        parameter,
                        draft,
                        open,
                        proposals.stream()
                                .filter(one -> one.state() != ProposalState.OPEN)
                                .toList(),
                        (isWhole ? amending.reformed(draft) : Optional.<PolicyPack>empty())
                                .map(reform -> impact(
                                        pack,
                                        reform,
                                        id,
                                        Typed.day(draft.from()).orElseThrow()))
                                .orElse(null),
                        answer,
                        refused,
                        amending.doubt(draft),
                        step));
    }

    private Impact impact(PolicyPack pack, PolicyPack reform, String parameter, LocalDate on) {
        var wordings = new ArrayList<Impact.Wording>();
        var cases = new LinkedHashMap<Programme, Tally>();
        var effects = new ArrayList<WhatIf.Effect>();
        for (var programme : pack.programmes().values()) {
            if (pack.rules(programme.id()).parameters().stream()
                    .noneMatch(one -> one.id().equals(parameter))) {
                continue;
            }
            var before = pack.evaluate(programme.id(), on, Map.of(), policies.isDemonstration());
            var after = reform.evaluate(programme.id(), on, Map.of(), policies.isDemonstration());
            for (int i = 0; i < before.all().size(); i++) {
                var old = before.all().get(i).wording();
                var changed = after.all().get(i).wording();
                if (!old.equals(changed)) {
                    wordings.add(new Impact.Wording(programme, old, changed));
                }
            }
            if (programme.procedure().isPresent()) {
                cases.put(programme, tallies.of(programme.id()));
            }
            effects.add(whatIf.effect(programme.id(), reform, on, _ -> true));
        }
        return new Impact(wordings, cases, effects);
    }
}
