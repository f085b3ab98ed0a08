package org.zhongchuang.procedure.call.web;

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
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.call.Announced;
import org.zhongchuang.procedure.call.CallClaims;
import org.zhongchuang.procedure.call.CallId;
import org.zhongchuang.procedure.call.Calling;
import org.zhongchuang.procedure.call.Calling.Reason;
import org.zhongchuang.procedure.call.Calls;
import org.zhongchuang.procedure.call.HoldCall;
import org.zhongchuang.procedure.call.SettleCall;

/** Calls: when claims are taken that are judged together, for everybody; opening and settling one, for the office. */
@Controller
public class CallPages {

    private static final String WHOLE_CITY =
            "A call is announced to everybody; its claims are shown as far as their reader may see them.";

    /** No call has so many pages of claims. */
    private static final int LAST_PAGE = 100_000;

    private final Policies policies;
    private final Calls calls;
    private final CallClaims claims;
    private final HoldCall holding;
    private final SettleCall settling;
    private final Reach reach;

    CallPages(Policies policies, Calls calls, CallClaims claims, HoldCall holding, SettleCall settling, Reach reach) {
        this.policies = policies;
        this.calls = calls;
        this.claims = claims;
        this.holding = holding;
        this.settling = settling;
        this.reach = reach;
    }

    /**
     * The calls, and the form to open one.
     *
     * @param programmes those whose claims are judged together
     * @param typed what was typed into the form
     */
    public record ListPage(
            PolicyPack pack,
            List<Announced> calls,
            List<Programme> programmes,
            String programme,
            boolean toSettle,
            FormId form,
            Map<String, String> typed,
            @Nullable Reason refused) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What a call's programme is called; its id where no document has it any more. */
        public Text title(Announced call) {
            var programme = pack.programmes().get(call.programme());
            return programme == null ? Text.of(call.programme(), call.programme()) : programme.title();
        }
    }

    /**
     * One call.
     *
     * @param number how many claims were filed in it
     * @param claims those that the reader may see, a page of them
     * @param isLookedOver whether the settling is shown once more before it is done
     */
    public record OnePage(
            PolicyPack pack,
            Announced call,
            Optional<Programme> programme,
            int number,
            CallClaims.Page claims,
            int page,
            String closes,
            @Nullable Reason refused,
            boolean isLookedOver) {}

    @GetMapping("/calls")
    @InMenu(value = Section.BENEFITS, zh = "申报批次", en = "Calls", icon = "list-check", place = 25)
    @Anyone
    ModelAndView list(@RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String show) {
        return list(programme, show.equals("to_settle"), Map.of(), null);
    }

    private ModelAndView list(String programme, boolean toSettle, Map<String, String> typed, @Nullable Reason refused) {
        return new ModelAndView(
                "procedure/call/list",
                "page",
                new ListPage(
                        policies.current(),
                        calls.all(programme, toSettle),
                        policies.current().programmes().values().stream()
                                .filter(one -> one.call() != null)
                                .toList(),
                        programme,
                        toSettle,
                        FormId.fresh(),
                        typed,
                        refused));
    }

    @PostMapping("/calls")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView open(@RequestParam Map<String, String> typed, Actor actor) {
        var opened = holding.open(
                actor,
                FormId.read(Typed.text(typed, "request")),
                Typed.text(typed, "programme"),
                Typed.day(Typed.text(typed, "opens")),
                Typed.day(Typed.text(typed, "closes")),
                Typed.text(typed, "document"));
        return switch (opened) {
            case Calling.Done(var id) -> new ModelAndView("redirect:/calls/" + id + "?saved");
            case Calling.Refused(var reason) -> conflict(list("", false, typed, reason));
        };
    }

    @GetMapping("/calls/{id}")
    @Common(WHOLE_CITY)
    @Anyone
    ModelAndView one(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, @Nullable Actor actor) {
        return one(new CallId(id), actor, Math.clamp(page, 0, LAST_PAGE), "", null, false);
    }

    private ModelAndView one(
            CallId id, @Nullable Actor actor, int page, String closes, @Nullable Reason refused, boolean isLookedOver) {
        var call = calls.find(id).orElseThrow(() -> Problem.noSuchThing("call " + id));
        return new ModelAndView(
                "procedure/call/call",
                "page",
                new OnePage(
                        policies.current(),
                        call,
                        Optional.ofNullable(policies.current().programmes().get(call.programme())),
                        claims.number(call),
                        actor == null
                                ? new CallClaims.Page(List.of(), false)
                                : claims.page(call, reach.bounds(actor, Thing.CASE), page),
                        page,
                        closes,
                        refused,
                        isLookedOver));
    }

    @PostMapping("/calls/{id}/extend")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView extend(@PathVariable UUID id, @RequestParam(defaultValue = "") String closes, Actor actor) {
        return after(new CallId(id), actor, closes, holding.extend(actor, new CallId(id), Typed.day(closes)));
    }

    @PostMapping("/calls/{id}/withdraw")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView withdraw(@PathVariable UUID id, Actor actor) {
        return after(new CallId(id), actor, "", holding.withdraw(actor, new CallId(id)));
    }

    @PostMapping("/calls/{id}/settle")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView settle(@PathVariable UUID id, @RequestParam(defaultValue = "") String look, Actor actor) {
        var call = new CallId(id);
        return switch (LookOver.read(look)) {
            case CONFIRMED -> after(call, actor, "", settling.settle(actor, call));
            case FIRST ->
                settling.against(calls.find(call).orElseThrow(() -> Problem.noSuchThing("call " + id)))
                        .map(reason -> conflict(one(call, actor, 0, "", reason, false)))
                        .orElseGet(() -> one(call, actor, 0, "", null, true));
            case LEFT -> one(call, actor, 0, "", null, false);
        };
    }

    private ModelAndView after(CallId id, Actor actor, String closes, Calling done) {
        return switch (done) {
            case Calling.Done(var call) -> new ModelAndView("redirect:/calls/" + call + "?saved");
            case Calling.Refused(var reason) -> conflict(one(id, actor, 0, closes, reason, false));
        };
    }

    private static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
