package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.NotWritable;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.procedure.inbox.Cases;

/** Writing an application: the space, the answers with their check as one types, the papers, filing and correcting. */
@Controller
public class ApplicationPages {

    /** What the fields begin with in which an applicant says something to a defect. */
    static final String REPLY = "reply.";

    private final Cases cases;
    private final AnswerQuestions answers;
    private final FileCase filing;
    private final SentForm form;
    private final ShowApplication applications;

    ApplicationPages(
            Cases cases, AnswerQuestions answers, FileCase filing, SentForm form, ShowApplication applications) {
        this.cases = cases;
        this.answers = answers;
        this.filing = filing;
        this.form = form;
        this.applications = applications;
    }

    @GetMapping("/applications/{id}")
    @Concerns(value = Thing.CASE, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView application(@PathVariable CaseId id, @RequestParam Optional<String> saved, Actor actor) {
        answers.readAnew(actor, id);
        var details = cases.details(actor, id).orElseThrow(() -> Problem.noSuchThing("application " + id));
        if (details.file().step() != Step.DRAFT && details.file().step() != Step.CORRECTION) {
            return new ModelAndView(
                    details.file().number() == null
                            ? "redirect:/desk"
                            : "redirect:/cases/" + details.file().caseNumber());
        }
        return applications.show(actor, id, Map.of(), Map.of(), Optional.empty(), null, saved.isPresent());
    }

    /**
     * Keeps answers. The page's script sends one at a time and gets back the check; without it the button sends all
     * that stands in the form.
     */
    @PostMapping("/applications/{id}/answers")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView answer(
            @PathVariable CaseId id,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            Actor actor)
            throws IOException {
        var kept = form.keep(actor, id, typed, files);
        if (byScript) {
            var page = applications.show(actor, id, typed, kept.mistakes(), Optional.empty(), null, kept.isWhole());
            page.setViewName("procedure/inbox/answered");
            return page;
        }
        return applications.after(actor, id, kept, "?saved");
    }

    @PostMapping("/applications/{id}/file")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "request")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView file(
            @PathVariable CaseId id,
            @RequestParam int version,
            @RequestParam UUID request,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor)
            throws IOException {
        var stated = typed.getOrDefault("stated", "").equals("yes");
        return handIn(actor, id, typed, files, () -> filing.file(actor, id, new Ticket(version, request), stated));
    }

    @PostMapping("/applications/{id}/correct")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "request")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView correct(
            @PathVariable CaseId id,
            @RequestParam int version,
            @RequestParam UUID request,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor)
            throws IOException {
        var replies = new HashMap<UUID, String>();
        typed.forEach((field, text) -> {
            if (field.startsWith(REPLY)) {
                Typed.id(field.substring(REPLY.length())).ifPresent(defect -> replies.put(defect, text.strip()));
            }
        });
        var ticket = new Ticket(version, request, new TreeMap<>(replies).toString());
        return handIn(actor, id, typed, files, () -> filing.correct(actor, id, ticket, replies));
    }

    /** Keeps what stands in the form and hands the application in with it; where not all could be kept, it stays. */
    private ModelAndView handIn(
            Actor actor,
            CaseId id,
            Map<String, String> typed,
            MultiValueMap<String, MultipartFile> files,
            Supplier<Handling> act)
            throws IOException {
        var left = typed;
        try {
            var kept = form.keep(actor, id, typed, files);
            left = kept.typed();
            if (!kept.isWhole()) {
                var refused = kept.mistakes().isEmpty() ? null : Handling.Reason.NOT_COMPLETE;
                return applications.show(actor, id, kept, refused);
            }
        } catch (NotWritable _) {
            // It was handed in already, perhaps by this very request: the act itself says what came of that.
        }
        return after(actor, id, left, act.get());
    }

    @PostMapping("/applications/{id}/withdraw")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "id", parts = "request")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView withdraw(@PathVariable CaseId id, @RequestParam int version, @RequestParam UUID request, Actor actor) {
        return after(actor, id, Map.of(), filing.withdraw(actor, id, new Ticket(version, request)));
    }

    private ModelAndView after(Actor actor, CaseId id, Map<String, String> typed, Handling handling) {
        return switch (handling) {
            case Handling.Done(var file) ->
                new ModelAndView(file.number() == null ? "redirect:/desk" : "redirect:/cases/" + file.caseNumber());
            case Handling.Refused refused -> applications.refused(actor, id, typed, refused.reason());
        };
    }
}
