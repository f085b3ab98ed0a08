package org.zhongchuang.procedure.inbox.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.Costs;

/** The invoices of an application for money. */
@Controller
class InvoicePages {

    private final ApplicationPages pages;
    private final Costs costs;

    InvoicePages(ApplicationPages pages, Costs costs) {
        this.pages = pages;
        this.costs = costs;
    }

    @PostMapping("/applications/{id}/invoices")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView addInvoice(@PathVariable CaseId id, @RequestParam Map<String, String> typed, Actor actor) {
        var faults = costs.add(
                actor,
                id,
                new Costs.Invoice(
                        id.value(),
                        typed.getOrDefault("kind", ""),
                        Typed.text(typed, "seller"),
                        PlainForm.ofCode(Typed.text(typed, "code")),
                        PlainForm.ofCode(Typed.text(typed, "number")),
                        Typed.day(PlainForm.narrow(typed.getOrDefault("day", "")))
                                .orElse(LocalDate.MAX),
                        Typed.money(typed.getOrDefault("sum", "")).orElse(Fen.ZERO)));
        return faults.isEmpty()
                ? new ModelAndView("redirect:/applications/" + id + "#costs")
                : pages.wrongInvoice(actor, id, typed, faults);
    }

    @PostMapping("/applications/{id}/invoices/{invoice}/remove")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "invoice")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView removeInvoice(@PathVariable CaseId id, @PathVariable UUID invoice, Actor actor) {
        costs.remove(actor, id, invoice);
        return new ModelAndView("redirect:/applications/" + id + "#costs");
    }
}
