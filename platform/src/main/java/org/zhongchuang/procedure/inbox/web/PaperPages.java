package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
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
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.AttachPapers;

/** The papers of an application: handing them in, and taking them out again. */
@Controller
class PaperPages {

    private final ApplicationPages pages;
    private final AttachPapers papers;

    PaperPages(ApplicationPages pages, AttachPapers papers) {
        this.pages = pages;
        this.papers = papers;
    }

    @PostMapping("/applications/{id}/files")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView attach(
            @PathVariable CaseId id, @RequestParam String evidence, @RequestParam MultipartFile file, Actor actor)
            throws IOException {
        try (var content = file.getInputStream()) {
            return switch (papers.attach(
                    actor, id, evidence, content, Objects.requireNonNullElse(file.getOriginalFilename(), ""))) {
                case Storing.Stored _ -> new ModelAndView("redirect:/applications/" + id + "#papers");
                case Storing.Rejected(var reason) -> pages.rejected(actor, id, evidence, reason.text());
            };
        }
    }

    @PostMapping("/applications/{id}/files/{attachment}/remove")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "attachment")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView detach(@PathVariable CaseId id, @PathVariable UUID attachment, Actor actor) {
        papers.detach(actor, id, attachment);
        return new ModelAndView("redirect:/applications/" + id + "#papers");
    }
}
