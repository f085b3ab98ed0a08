package org.zhongchuang.notice.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.access.Anyone;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Text;
import org.zhongchuang.file.FileStore;
import org.zhongchuang.file.Storing;
import org.zhongchuang.notice.Notices;
import org.zhongchuang.notice.Objection;
import org.zhongchuang.notice.ObjectionListener;
import org.zhongchuang.notice.PublicNotice;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.shell.Problem;

/** Public notices, and objecting to one. No account needed. */
@Controller
public class NoticePages {

    private final Notices notices;
    private final FileStore files;
    private final Policies policies;
    private final ObjectionListener listener;

    NoticePages(Notices notices, FileStore files, Policies policies, ObjectionListener listener) {
        this.notices = notices;
        this.files = files;
        this.policies = policies;
        this.listener = listener;
    }

    /** The list of notices. {@code next} asks for the page after this one; empty at the end. */
    public record NoticesPage(List<PublicNotice> notices, boolean runningOnly, String next) {}

    /** What was typed into the form of an objection. */
    public record Typed(String name, String contact, String grounds) {}

    /** A notice with the form for objecting. */
    public record NoticePage(
            PublicNotice notice,
            Area area,
            Typed typed,
            Objection.@Nullable Receipt receipt,
            @Nullable Text fileProblem,
            @Nullable Objection asked) {

        /** The reason an objection was refused for, if it was. */
        public Objection.@Nullable Reason refused() {
            return receipt instanceof Objection.Receipt.Refused(var reason) ? reason : null;
        }
    }

    @GetMapping("/notices")
    @Anyone
    ModelAndView list(@RequestParam(defaultValue = "") String show, @RequestParam Optional<UUID> after) {
        var runningOnly = !show.equals("all");
        var found = notices.list(runningOnly, after.flatMap(notices::find));
        var next = found.size() == 20 ? found.getLast().id().toString() : "";
        return new ModelAndView("notice/list", "page", new NoticesPage(found, runningOnly, next));
    }

    @GetMapping("/notices/{id}")
    @Anyone
    ModelAndView notice(@PathVariable UUID id, @RequestParam Optional<String> receipt) {
        var asked = receipt.flatMap(number -> notices.byReceipt(number.strip()));
        return show(id, new Typed("", "", ""), null, null, asked.orElse(null));
    }

    @PostMapping("/notices/{id}/objections")
    @Anyone
    ModelAndView object(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String grounds,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        var typed = new Typed(name, contact, grounds);
        UUID stored = null;
        if (file.isPresent() && !file.get().isEmpty()) {
            try (InputStream content = file.get().getInputStream()) {
                switch (files.store(
                        content, Objects.requireNonNullElse(file.get().getOriginalFilename(), ""), null)) {
                    case Storing.Stored(var kept) -> stored = kept.id();
                    case Storing.Rejected(var reason) -> {
                        return show(id, typed, null, reason.text(), null);
                    }
                }
            }
        }
        var submission = new Objection.Submission(name, contact, grounds, stored);
        var receipt = notices.object(id, submission, listener);
        return receipt instanceof Objection.Receipt.Received
                ? show(id, new Typed("", "", ""), receipt, null, null)
                : show(id, typed, receipt, null, null);
    }

    private ModelAndView show(
            UUID id,
            Typed typed,
            Objection.@Nullable Receipt receipt,
            @Nullable Text fileProblem,
            @Nullable Objection asked) {
        var notice = notices.find(id).orElseThrow(() -> Problem.noSuchThing("notice " + id));
        return new ModelAndView(
                "notice/notice",
                "page",
                new NoticePage(notice, policies.current().area(notice.area()), typed, receipt, fileProblem, asked));
    }
}
