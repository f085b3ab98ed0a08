package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
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
            @PathVariable CaseId id,
            @RequestParam String evidence,
            @RequestParam("file") List<MultipartFile> files,
            Actor actor)
            throws IOException {
        for (var file : files) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            try (var content = file.getInputStream()) {
                if (papers.attach(actor, id, evidence, content, name) instanceof Storing.Rejected(var why)) {
                    return pages.rejected(actor, id, evidence, files.size() == 1 ? why.text() : of(name, why.text()));
                }
            }
        }
        return new ModelAndView("redirect:/applications/" + id + "#papers");
    }

    /** Of several files, which one was not kept; those before it are. */
    private static Text of(String name, Text why) {
        return Text.of("“" + name + "”没有上传：" + why.zh(), "“" + name + "” was not kept: " + why.en());
    }

    @PostMapping("/applications/{id}/files/{attachment}/remove")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "attachment")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView detach(@PathVariable CaseId id, @PathVariable UUID attachment, Actor actor) {
        papers.detach(actor, id, attachment);
        return new ModelAndView("redirect:/applications/" + id + "#papers");
    }
}
