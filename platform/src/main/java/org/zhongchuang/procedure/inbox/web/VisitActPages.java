package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.review.Visit;
import org.zhongchuang.procedure.review.VisitActs;

/** The visit on site, and its photographs. */
@Controller
class VisitActPages {

    /** The field of the photographs. */
    private static final String PHOTO = "photo";

    private final CasePages pages;
    private final CaseForms forms;
    private final Cases cases;
    private final VisitActs visits;
    private final Clock clock;

    VisitActPages(CasePages pages, CaseForms forms, Cases cases, VisitActs visits, Clock clock) {
        this.clock = clock;
        this.pages = pages;
        this.forms = forms;
        this.cases = cases;
        this.visits = visits;
    }

    @PostMapping("/cases/{number}/visit")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "companion")
    @Only(steps = true)
    ModelAndView visit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handleWithFacts(number, actor, typed, form -> {
            var checks = form.details().programme().filed().visitChecklist().stream()
                    .collect(Collectors.toMap(
                            item -> item.id(), item -> "yes".equals(typed.get("check." + item.id()))));
            var companion = Typed.id(form.text("companion"), PersonId::new);
            if (companion.isEmpty()) {
                return new Handling.Refused(Handling.Reason.TAKES_TWO);
            }
            var day = form.text("day").isEmpty() ? Optional.of(LocalDate.now(clock)) : Typed.day(form.text("day"));
            return day.map(on -> visits.visit(
                            actor,
                            form.id(),
                            form.ticket(),
                            new Visit.Report(on, companion.get(), checks, form.filled("fault."), form.text("notes"))))
                    .orElse(new Handling.Refused(Handling.Reason.WRONG_DAY));
        });
    }

    @PostMapping("/cases/{number}/dispute-visit")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView disputeVisit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number,
                actor,
                typed,
                form -> visits.disputeVisit(actor, form.id(), form.ticket(), form.text("reason")));
    }

    @PostMapping("/cases/{number}/confirm-visit")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView confirmVisit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handleWithFacts(
                number, actor, typed, form -> visits.confirmVisit(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/photos")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView photos(
            @PathVariable String number,
            @RequestParam(name = "file", required = false) List<MultipartFile> photos,
            @RequestParam Map<String, String> typed,
            Actor actor)
            throws IOException {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        var chosen = Uploads.chosen(photos);
        if (chosen.isEmpty()) {
            return pages.wrong(number, actor, typed, PHOTO, Uploads.NONE_CHOSEN);
        }
        var refused = new ArrayList<Text>();
        for (var photo : chosen) {
            try (var content = photo.getInputStream()) {
                var name = Uploads.name(photo);
                if (visits.addPhoto(actor, details.file().id(), content, name) instanceof Storing.Rejected(var why)) {
                    refused.add(Uploads.notKept(name, why.text()));
                }
            }
        }
        return refused.isEmpty()
                ? pages.shown(number, actor, typed, CasePage.Shown.WITH_PHOTOGRAPHS)
                : pages.wrong(number, actor, typed, PHOTO, Uploads.together(refused));
    }
}
