package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.Costs;

/** The invoices of an application for money. */
@Controller
class InvoicePages {

    private final ShowApplication applications;
    private final Costs costs;
    private final SentForm form;

    InvoicePages(ShowApplication applications, Costs costs, SentForm form) {
        this.applications = applications;
        this.costs = costs;
        this.form = form;
    }

    @PostMapping("/applications/{id}/invoices")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView addInvoice(
            @PathVariable CaseId id,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor)
            throws IOException {
        return applications.after(actor, id, form.keepWithInvoice(actor, id, typed, files), "#costs");
    }

    @PostMapping("/applications/{id}/invoices/{invoice}/remove")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "invoice")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView removeInvoice(
            @PathVariable CaseId id,
            @PathVariable UUID invoice,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor)
            throws IOException {
        costs.remove(actor, id, invoice);
        return applications.after(actor, id, form.keep(actor, id, typed, files), "#costs");
    }
}
