package org.zhongchuang.procedure.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Limit;
import org.zhongchuang.ground.access.Throttle;
import org.zhongchuang.ground.access.TooMany;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.PackWords;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.ObjectionListener;
import org.zhongchuang.procedure.notice.PublicNotice;

/** Public notices, and objecting to one. No account needed. */
@Controller
public class NoticePages {

    private final Notices notices;
    private final FileStore files;
    private final Policies policies;
    private final ObjectionListener listener;
    private final Throttle throttle;
    private final PackWords words;

    NoticePages(
            Notices notices,
            FileStore files,
            Policies policies,
            ObjectionListener listener,
            Throttle throttle,
            PackWords words) {
        this.words = words;
        this.throttle = throttle;
        this.notices = notices;
        this.files = files;
        this.policies = policies;
        this.listener = listener;
    }

    /** The list of notices. {@code next} asks for the page after this one; empty at the end. */
    public record NoticesPage(List<PublicNotice> notices, PackWords words, boolean runningOnly, String next) {}

    /** What was typed into the form of an objection; a form sent twice carries the same {@code request}. */
    public record Typed(UUID request, String name, String contact, String grounds) {

        static Typed nothing() {
            return new Typed(UUID.randomUUID(), "", "", "");
        }
    }

    /** A notice with the form for objecting. */
    public record NoticePage(
            PublicNotice notice,
            PackWords words,
            Area area,
            Typed typed,
            Objection.@Nullable Receipt receipt,
            @Nullable Text fileProblem) {

        /** The reason an objection was refused for, if it was. */
        public Objection.@Nullable Reason refused() {
            return receipt instanceof Objection.Receipt.Refused(var reason) ? reason : null;
        }

        /** Whether it was just received: the number is what is read then, and no form. */
        public boolean isReceived() {
            return receipt instanceof Objection.Receipt.Received;
        }

        /** What was wrong with a field. */
        public @Nullable Text mistake(String field) {
            var reason = refused();
            var wrong = reason == null
                    ? List.<String>of()
                    : switch (reason) {
                        case ANONYMOUS -> List.of("name");
                        case NO_CONTACT, WRONG_CONTACT -> List.of("contact");
                        case TOO_LONG_NAME -> List.of("name", "contact");
                        case TOO_LONG, NO_GROUNDS -> List.of("grounds");
                        case NO_SUCH_NOTICE, TOO_LATE -> List.<String>of();
                    };
            return reason != null && wrong.contains(field) ? reason.text() : null;
        }
    }

    @GetMapping("/notices")
    @InMenu(value = Section.OPENNESS, zh = "公示", en = "Notices", icon = "speakerphone", place = 10)
    @Anyone
    ModelAndView list(@RequestParam(defaultValue = "") String show, @RequestParam Optional<UUID> after) {
        var runningOnly = !show.equals("all");
        var found = notices.list(runningOnly, after.flatMap(notices::find));
        var next = found.size() == 20 ? found.getLast().id().toString() : "";
        return new ModelAndView("procedure/notice/list", "page", new NoticesPage(found, words, runningOnly, next));
    }

    @GetMapping("/notices/{id}")
    @Common("A public notice is for everybody; a receipt is known to who was given it.")
    @Anyone
    ModelAndView notice(@PathVariable UUID id) {
        return show(id, Typed.nothing(), null, null);
    }

    @PostMapping("/notices/{id}/objections")
    @Common("Anybody may object to a public notice.")
    @Anyone
    ModelAndView object(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String grounds,
            @RequestParam Optional<MultipartFile> file,
            HttpServletRequest http) {
        var typed = new Typed(request.orElseGet(UUID::randomUUID), name, contact, grounds);
        var evidence = file.filter(one -> !one.isEmpty());
        var counts = counts(
                id, http.getRemoteAddr(), evidence.map(MultipartFile::getSize).orElse(0L));
        take(counts);
        var submission = new Objection.Submission(
                typed.request(),
                name,
                contact,
                grounds,
                evidence.map(this::taking).orElse(null));
        var receipt = notices.object(id, submission, listener);
        if (!(receipt instanceof Objection.Receipt.Received)) {
            counts.forEach(one -> throttle.giveBack(one.limit(), one.key(), one.tokens()));
        }
        return switch (receipt) {
            case Objection.Receipt.Received _ -> show(id, Typed.nothing(), receipt, null);
            case Objection.Receipt.Refused _ ->
                show(id, typed, receipt, evidence.map(NoticePages::chosenAgain).orElse(null));
            case Objection.Receipt.FileRejected(var reason) -> show(id, typed, null, reason.text());
        };
    }

    /** Whoever is made to wait by one count has used up nothing of the others. */
    private void take(List<Count> counts) {
        var taken = new ArrayList<Count>();
        try {
            for (var one : counts) {
                throttle.orWait(one.limit(), one.key(), one.tokens());
                taken.add(one);
            }
        } catch (TooMany tooMany) {
            taken.forEach(one -> throttle.giveBack(one.limit(), one.key(), one.tokens()));
            throw tooMany;
        }
    }

    /** One of the counts that an objection adds to. */
    private record Count(Limit limit, String key, long tokens) {}

    /** Each objection is looked at and answered by somebody, so nobody files them by the dozen. */
    private static List<Count> counts(UUID notice, String address, long bytes) {
        return Stream.of(
                        new Count(Limit.OBJECTION_OF_PAIR, address + " " + notice, 1),
                        new Count(Limit.OBJECTION_AT_ADDRESS, address, 1),
                        new Count(Limit.OBJECTION_TO_NOTICE, notice.toString(), 1),
                        new Count(Limit.OBJECTION_BYTES_AT_ADDRESS, address, bytes),
                        new Count(Limit.OBJECTION_BYTES_TO_NOTICE, notice.toString(), bytes))
                .filter(one -> one.tokens() > 0)
                .toList();
    }

    /** A browser forgets a chosen file with the form: its name says which one to choose again. */
    private static Text chosenAgain(MultipartFile file) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return Text.of("请重新选择文件“" + name + "”，它还没有提交。", "Choose the file “" + name + "” again; it was not sent.");
    }

    private Supplier<Storing> taking(MultipartFile file) {
        return () -> {
            try (InputStream content = file.getInputStream()) {
                return files.store(content, Objects.requireNonNullElse(file.getOriginalFilename(), ""), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private ModelAndView show(UUID id, Typed typed, Objection.@Nullable Receipt receipt, @Nullable Text fileProblem) {
        var notice = notices.find(id).orElseThrow(() -> Problem.noSuchThing("notice " + id));
        return new ModelAndView(
                "procedure/notice/notice",
                "page",
                new NoticePage(notice, words, policies.current().area(notice.area()), typed, receipt, fileProblem));
    }
}
