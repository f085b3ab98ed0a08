package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
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
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.inbox.web.ApplicationPage.Taken;

/** The papers of an application: handing them in, and taking them out again. */
@Controller
class PaperPages {

    /** How the fields begin in which files are chosen for one of the papers. */
    private static final String FIELD = "file.";

    private final ApplicationPages pages;
    private final AttachPapers papers;

    PaperPages(ApplicationPages pages, AttachPapers papers) {
        this.pages = pages;
        this.papers = papers;
    }

    /** Takes in what was chosen, for one of the papers or for several, each file by itself. */
    @PostMapping("/applications/{id}/files")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView attach(@PathVariable CaseId id, @RequestParam MultiValueMap<String, MultipartFile> files, Actor actor)
            throws IOException {
        var taken = new ArrayList<Taken>();
        for (var field : files.entrySet()) {
            var paper = field.getKey().startsWith(FIELD) ? field.getKey().substring(FIELD.length()) : "";
            for (var file : Uploads.chosen(field.getValue())) {
                taken.add(take(actor, id, paper, file));
            }
        }
        return !taken.isEmpty() && taken.stream().allMatch(Taken::isKept)
                ? new ModelAndView("redirect:/applications/" + id + "?saved#papers")
                : pages.taken(actor, id, taken);
    }

    private Taken take(Actor actor, CaseId id, String paper, MultipartFile file) throws IOException {
        var name = Uploads.name(file);
        try (var content = file.getInputStream()) {
            return switch (papers.attach(actor, id, paper, content, name)) {
                case Storing.Stored(var stored) -> new Taken(paper, stored.name(), Optional.empty());
                case Storing.Rejected(var why) ->
                    new Taken(paper, name, Optional.of(Uploads.notKept(name, why.text())));
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
