package org.zhongchuang.records.keeping.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.keeping.EntryPapers;
import org.zhongchuang.records.keeping.EntryPapers.Paper;
import org.zhongchuang.records.keeping.EntryPapers.Taken;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;

/** The scans of entries of the register: seen by whom an entry is open to, handed in by its office. */
@Controller
public class EntryPaperPages {

    private final Subjects subjects;
    private final EntryPapers papers;
    private final FileStore files;

    EntryPaperPages(Subjects subjects, EntryPapers papers, FileStore files) {
        this.subjects = subjects;
        this.papers = papers;
        this.files = files;
    }

    /** The scans of one entry, and what came of the files that were just sent. */
    public record PapersPage(Subject subject, List<Paper> papers, List<Taken> taken) {}

    /** Handing in many at once, and what came of each. */
    public record ManyPage(List<Taken> taken) {}

    @GetMapping("/register/{id}/papers")
    @Concerns(value = Thing.SUBJECT, by = "id")
    @Only
    ModelAndView papers(@PathVariable String id) {
        return page(subject(id), List.of());
    }

    private ModelAndView page(Subject subject, List<Taken> taken) {
        return new ModelAndView(
                "records/keeping/papers", "page", new PapersPage(subject, papers.of(subject.id()), taken));
    }

    @PostMapping("/register/{id}/papers")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView add(
            @PathVariable String id,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            Actor actor)
            throws IOException {
        var subject = subject(id);
        var taken = new ArrayList<Taken>();
        for (var file : given(sent)) {
            try (var content = file.getInputStream()) {
                taken.add(papers.add(actor, subject.id(), content, nameOf(file)));
            }
        }
        return page(subject, taken);
    }

    @PostMapping("/register/{id}/papers/{paper}/remove")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "id", parts = "paper")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView remove(@PathVariable String id, @PathVariable UUID paper, Actor actor) {
        papers.remove(actor, subject(id).id(), paper);
        return new ModelAndView("redirect:/register/" + id + "/papers");
    }

    @GetMapping("/register/{id}/papers/{paper}")
    @Concerns(value = Thing.SUBJECT, by = "id", parts = "paper")
    @Only
    void download(@PathVariable String id, @PathVariable UUID paper, HttpServletResponse response) throws IOException {
        var file = papers.file(subject(id).id(), paper).orElseThrow(() -> Problem.noSuchThing("paper " + paper));
        response.setContentType(file.kind().mediaType());
        response.setContentLengthLong(file.bytes());
        // Never shown inside the site: a document of a stranger must not speak with the site's voice.
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        Files.copy(files.contentOf(file), response.getOutputStream());
    }

    @GetMapping("/register/existing/papers")
    @Common("Each file names the entry it belongs to; the use case looks whether that is the office's.")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView many() {
        return new ModelAndView("records/keeping/many-papers", "page", new ManyPage(List.of()));
    }

    @PostMapping("/register/existing/papers")
    @Common("Each file names the entry it belongs to; the use case looks whether that is the office's.")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView addMany(@RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent, Actor actor)
            throws IOException {
        var taken = new ArrayList<Taken>();
        for (var file : given(sent)) {
            try (var content = file.getInputStream()) {
                taken.addAll(papers.addByName(actor, content, nameOf(file)));
            }
        }
        return new ModelAndView("records/keeping/many-papers", "page", new ManyPage(taken));
    }

    private static List<MultipartFile> given(@Nullable List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream().filter(one -> !one.isEmpty()).toList();
    }

    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private Subject subject(String id) {
        return Typed.id(id, SubjectId::new)
                .flatMap(subjects::find)
                .orElseThrow(() -> Problem.noSuchThing("subject " + id));
    }
}
