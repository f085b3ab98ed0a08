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
import org.zhongchuang.procedure.filing.AttachPapers;

/** The papers of an application: handing them in, and taking them out again. */
@Controller
class PaperPages {

    private final ShowApplication applications;
    private final AttachPapers papers;
    private final SentForm form;

    PaperPages(ShowApplication applications, AttachPapers papers, SentForm form) {
        this.form = form;
        this.applications = applications;
        this.papers = papers;
    }

    @PostMapping("/applications/{id}/files")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView attach(
            @PathVariable CaseId id,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor)
            throws IOException {
        var kept = form.keep(actor, id, typed, files);
        return kept.taken().isEmpty()
                ? applications.noneChosen(actor, id, kept)
                : applications.after(actor, id, kept, "?saved#papers");
    }

    @PostMapping("/applications/{id}/files/{attachment}/remove")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "attachment")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView detach(
            @PathVariable CaseId id,
            @PathVariable UUID attachment,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor)
            throws IOException {
        // Whoever replaces a paper may send the same file again: it is not there any more when that is kept.
        papers.detach(actor, id, attachment);
        var kept = form.keep(actor, id, typed, files);
        return applications.after(actor, id, kept, "#papers");
    }
}
