package org.zhongchuang.procedure.amendment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.procedure.amendment.AmendParameter.Draft;
import org.zhongchuang.procedure.amendment.AmendSheet;
import org.zhongchuang.procedure.amendment.AmendSheet.Sheet;
import org.zhongchuang.procedure.amendment.Amending;
import org.zhongchuang.procedure.amendment.DocumentOrder;
import org.zhongchuang.procedure.amendment.Proposal;

/** Sheets of values: many are proposed on one page under one document, and decided on another. */
@Controller
public class SheetPages {

    /** What the fields begin with that hold a value. */
    private static final String VALUE = "value.";

    private final Policies policies;
    private final AmendSheet sheets;
    private final Clock clock;

    SheetPages(Policies policies, AmendSheet sheets, Clock clock) {
        this.policies = policies;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** The sheet to fill in, with what was typed and what was wrong with it. */
    public record WritingPage(
            PolicyPack pack,
            List<Parameter> parameters,
            LocalDate today,
            Map<String, String> typed,
            Sheet.@Nullable Wrong wrong,
            Map<String, Text> doubts) {

        /** What is proposed, to go along while it is looked over. */
        public Map<String, String> sent() {
            return LookOver.sent(typed);
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** The value that an authority has set and that holds today. */
        public Optional<Parameter.Value> set(Parameter parameter) {
            return parameter.on(today).filter(value -> value.standing() == Parameter.Standing.SET);
        }

        /** A value of a published rule that could be taken over. */
        public Optional<Parameter.Value> offered(Parameter parameter) {
            return parameter.values().stream()
                    .filter(Parameter.Value::isOffered)
                    .reduce((_, later) -> later);
        }

        public Amending.@Nullable Refused mistake(Parameter parameter) {
            return wrong == null ? null : wrong.mistakes().get(parameter.id());
        }
    }

    /** A sheet that waits for its decision or has one. */
    public record ReadingPage(
            PolicyPack pack,
            UUID id,
            List<Proposal> proposals,
            LocalDate today,
            String answer,
            Amending.@Nullable Refused refused) {

        /** What is wrong with the reason for which it is not approved. */
        public @Nullable Text mistake() {
            return refused != null && refused.reason() == Amending.Reason.NO_REASON
                    ? refused.reason().text()
                    : null;
        }

        public boolean isOpen() {
            return proposals.stream().anyMatch(one -> one.state() == ProposalState.OPEN);
        }

        public Proposal first() {
            return proposals.getFirst();
        }
    }

    @GetMapping("/parameters/sheet")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_OFFICER)
    ModelAndView write() {
        return writing(Map.of(), null, Map.of());
    }

    @PostMapping("/parameters/sheet")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_OFFICER)
    ModelAndView propose(@RequestParam Map<String, String> typed, Actor actor) {
        var drafts = policies.current().parameters().keySet().stream()
                .filter(id -> !typed.getOrDefault(VALUE + id, "").isBlank())
                .map(id -> new Draft(
                        id,
                        typed.getOrDefault(VALUE + id, ""),
                        typed.getOrDefault("from", ""),
                        typed.getOrDefault("document", ""),
                        typed.getOrDefault("reason", "")))
                .toList();
        var look = LookOver.of(typed);
        var doubts = look == LookOver.FIRST ? sheets.doubts(actor, drafts) : Map.<String, Text>of();
        if (look == LookOver.LEFT || !doubts.isEmpty()) {
            return writing(typed, null, doubts);
        }
        return switch (sheets.propose(actor, drafts)) {
            case Sheet.Done(var id) -> new ModelAndView("redirect:/parameters/sheets/" + id);
            case Sheet.Wrong wrong -> writing(typed, wrong, Map.of());
        };
    }

    private ModelAndView writing(Map<String, String> typed, Sheet.@Nullable Wrong wrong, Map<String, Text> doubts) {
        var open = policies.current().parameters().values().stream()
                .filter(one -> one.values().getLast().standing() != Parameter.Standing.FIXED)
                .sorted(DocumentOrder.ofParameters(policies.current()))
                .toList();
        var page = new ModelAndView(
                "procedure/amendment/sheet",
                "page",
                new WritingPage(policies.current(), open, LocalDate.now(clock), typed, wrong, doubts));
        if (wrong != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @GetMapping("/parameters/sheets/{id}")
    @Common("A value holds for the whole city.")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView read(@PathVariable UUID id) {
        return reading(id, "", null);
    }

    @PostMapping("/parameters/sheets/{id}/approve")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_DECIDER)
    ModelAndView approve(@PathVariable UUID id, Actor actor) {
        return after(id, "", sheets.approve(actor, id));
    }

    @PostMapping("/parameters/sheets/{id}/reject")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_DECIDER)
    ModelAndView reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer, Actor actor) {
        return after(id, answer, sheets.reject(actor, id, answer));
    }

    @PostMapping("/parameters/sheets/{id}/withdraw")
    @Common("A value holds for the whole city.")
    @Only(Role.CITY_OFFICER)
    ModelAndView withdraw(@PathVariable UUID id, Actor actor) {
        return after(id, "", sheets.withdraw(actor, id));
    }

    private ModelAndView after(UUID id, String answer, Amending amended) {
        return switch (amended) {
            case Amending.Done _ -> new ModelAndView("redirect:/parameters/sheets/" + id);
            case Amending.Refused refused -> reading(id, answer, refused);
        };
    }

    private ModelAndView reading(UUID id, String answer, Amending.@Nullable Refused refused) {
        var proposals = sheets.of(id);
        if (proposals.isEmpty()) {
            throw Problem.noSuchThing("sheet " + id);
        }
        var page = new ModelAndView(
                "procedure/amendment/sheet-decision",
                "page",
                new ReadingPage(policies.current(), id, proposals, LocalDate.now(clock), answer, refused));
        if (refused != null) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }
}
