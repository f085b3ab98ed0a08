package org.zhongchuang.money.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.money.ledger.BudgetTable;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.web.BudgetView.Said;

/** Entering budgets: one finance officer proposes a table, another of the same treasury approves it. */
@Controller
public class BudgetEntryPages {

    private final BudgetView view;
    private final BudgetTable table;
    private final Budgets budgets;
    private final Clock clock;

    BudgetEntryPages(BudgetView view, BudgetTable table, Budgets budgets, Clock clock) {
        this.view = view;
        this.table = table;
        this.budgets = budgets;
        this.clock = clock;
    }

    @PostMapping("/finance/budget")
    @Fresh
    @Only(Role.FINANCE_OFFICER)
    ModelAndView propose(
            @RequestParam(name = "table", defaultValue = "") String typed,
            @RequestParam Optional<MultipartFile> file,
            Actor actor)
            throws IOException {
        var sent = file.filter(one -> !one.isEmpty());
        var reading = table.read(sent.isPresent() ? sent.get().getBytes() : typed.getBytes(UTF_8));
        if (!reading.mistakes().isEmpty() || reading.lines().isEmpty()) {
            var mistakes = reading.mistakes().isEmpty()
                    ? List.of(Text.of("请选择表格文件，或粘贴至少一行。", "Choose a file or paste at least one row."))
                    : reading.mistakes();
            return view.of(actor, thisYear(), "", Said.mistaken(typed, mistakes));
        }
        var year = reading.lines().getFirst().year();
        return switch (budgets.propose(actor, reading.lines())) {
            case Budgeting.Proposed(var _, var lines) -> view.of(actor, year, actor.area(), Said.entered(lines));
            case Budgeting.Done(var made) -> view.of(actor, year, actor.area(), Said.booked(made));
            case Budgeting.Refused(var reason) ->
                view.of(actor, thisYear(), "", Said.mistaken(typed, List.of(reason.text())));
        };
    }

    /** Another officer approves what was proposed; either drops it. */
    @PostMapping("/finance/budget/proposals")
    @Fresh
    @Concerns(value = Thing.BOOKS, deed = Deed.HANDLE, by = "treasury", parts = "proposal")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView decide(
            @RequestParam String treasury,
            @RequestParam UUID proposal,
            @RequestParam(defaultValue = "0") int year,
            @Act({"approve", "drop"}) String act,
            Actor actor) {
        var shown = year == 0 ? thisYear() : year;
        return switch (act.equals("approve") ? budgets.approve(actor, proposal) : budgets.drop(actor, proposal)) {
            case Budgeting.Refused(var reason) ->
                view.of(actor, shown, treasury, Said.mistaken("", List.of(reason.text())));
            case Budgeting.Done(var made)
            when act.equals("approve") -> view.of(actor, shown, treasury, Said.booked(made));
            default -> new ModelAndView("redirect:/finance/budget?year=" + shown);
        };
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }
}
