package org.zhongchuang.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.access.Accounts;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Only;
import org.zhongchuang.access.Role;
import org.zhongchuang.casework.CaseDetails;
import org.zhongchuang.casework.CaseDetails.CriterionReason;
import org.zhongchuang.casework.CaseFile;
import org.zhongchuang.casework.Cases;
import org.zhongchuang.casework.CityActs;
import org.zhongchuang.casework.CountyActs;
import org.zhongchuang.casework.DecideCase;
import org.zhongchuang.casework.Drafts;
import org.zhongchuang.casework.ExpertActs;
import org.zhongchuang.casework.Handling;
import org.zhongchuang.casework.Ticket;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.file.FileStore;
import org.zhongchuang.file.StoredFile;
import org.zhongchuang.file.Storing;
import org.zhongchuang.notice.Notices;
import org.zhongchuang.notice.Objection;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.shell.Problem;

/** One case: what is known, where it stands, and what the reader may do with it now. */
@Controller
public class CasePages {

    private final Cases cases;
    private final CaseActs acts;
    private final Accounts accounts;
    private final Notices notices;
    private final FileStore files;
    private final Policies policies;

    CasePages(Cases cases, CaseActs acts, Accounts accounts, Notices notices, FileStore files, Policies policies) {
        this.cases = cases;
        this.acts = acts;
        this.accounts = accounts;
        this.notices = notices;
        this.files = files;
        this.policies = policies;
    }

    /** The use cases that move a case on, bundled for the page that offers them all. */
    @org.springframework.stereotype.Component
    record CaseActs(CountyActs county, CityActs city, ExpertActs experts, DecideCase decide) {}

    /**
     * A case as its reader sees it.
     *
     * @param mayAct whether it is the reader's turn
     * @param typed what they typed into a form that was refused
     */
    public record CasePage(
            PolicyPack pack,
            Actor actor,
            CaseDetails details,
            boolean mayAct,
            List<Actor> colleagues,
            List<Objection> objections,
            UUID request,
            Handling.@Nullable Reason refused,
            Map<String, String> typed) {

        /** The office that has the case now. */
        public Text holder() {
            var file = details.file();
            return switch (file.step()) {
                case DRAFT, CORRECTION -> Text.of(file.operatorName(), file.operatorName());
                case ACCEPTANCE, REVIEW, SITE_VISIT -> pack.area(file.area()).unit();
                case EXPERT_SCORING -> Role.EXPERT.label();
                case CITY_REVIEW, MEETING, NOTICE, DECISION, GRANTED, REFUSED, WITHDRAWN ->
                    pack.areas().getFirst().unit();
            };
        }

        /** Why a photograph was not kept, if one was not. */
        public Storing.@Nullable Reason photoProblem() {
            return typed.containsKey("photo") ? Storing.Reason.valueOf(typed("photo")) : null;
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What a fact or a paper is called. */
        public Text nameOf(String target) {
            if (target.equals(CountyActs.PHOTO)) {
                return Text.of("现场照片", "Photograph of the visit");
            }
            var fact = pack.facts().get(target);
            return fact != null
                    ? fact.label()
                    : details.programme().evidence().stream()
                            .filter(evidence -> evidence.id().equals(target))
                            .findFirst()
                            .map(Programme.Evidence::label)
                            .orElse(Text.of(target, target));
        }
    }

    @GetMapping("/cases/{number}")
    @Only
    ModelAndView show(@PathVariable String number, Actor actor) {
        return show(number, actor, null, Map.of());
    }

    @GetMapping("/cases/{number}/files/{attachment}")
    @Only
    void download(@PathVariable String number, @PathVariable UUID attachment, Actor actor, HttpServletResponse response)
            throws IOException {
        var id = uuid(number)
                .or(() -> cases.details(actor, number)
                        .map(details -> details.file().id()));
        var found = id.flatMap(one -> cases.attachment(actor, one, attachment)).flatMap(one -> files.find(one.file()));
        send(found.orElseThrow(() -> Problem.noSuchThing("attachment " + attachment)), response);
    }

    /** What an objector handed in; for those who answer objections and those who audit. */
    @GetMapping("/cases/{number}/objections/{objection}/file")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    void objectionFile(
            @PathVariable String number, @PathVariable UUID objection, Actor actor, HttpServletResponse response)
            throws IOException {
        var found = cases.details(actor, number)
                .flatMap(CaseDetails::notice)
                .flatMap(notice -> notices.objections(notice.id()).stream()
                        .filter(one -> one.id().equals(objection))
                        .findFirst())
                .flatMap(Objection::file)
                .flatMap(files::find);
        send(found.orElseThrow(() -> Problem.noSuchThing("file of objection " + objection)), response);
    }

    @PostMapping("/cases/{number}/photos")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView photo(@PathVariable String number, @RequestParam MultipartFile file, Actor actor) throws IOException {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return switch (acts.county().addPhoto(actor, details.file().id(), content, name)) {
                case Storing.Stored _ -> new ModelAndView("redirect:/cases/" + number);
                case Storing.Rejected(var reason) -> show(number, actor, null, Map.of("photo", reason.name()));
            };
        }
    }

    @ExceptionHandler
    void notWritable(Drafts.NotWritable problem, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }

    private void send(StoredFile file, HttpServletResponse response) throws IOException {
        response.setContentType(file.kind().mediaType());
        response.setContentLengthLong(file.bytes());
        // Never shown inside the site: a document of a stranger must not speak with the site's voice.
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        Files.copy(files.contentOf(file), response.getOutputStream());
    }

    @PostMapping("/cases/{number}/take")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER})
    ModelAndView take(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> acts.county().take(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/accept")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView accept(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> acts.county().accept(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/return")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView sendBackForCorrection(
            @PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> acts.county()
                        .sendBack(actor, form.id(), form.ticket(), ApplicationPages.nonBlank(typed, "defect.")));
    }

    @PostMapping("/cases/{number}/recommend")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView recommend(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> acts.county().recommend(actor, form.id(), form.ticket(), form.text("opinion")));
    }

    @PostMapping("/cases/{number}/advise-against")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView adviseAgainst(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> actor.role() == Role.COUNTY_OFFICER
                        ? acts.county().adviseAgainst(actor, form.id(), form.ticket(), form.text("reasons"))
                        : acts.city().adviseAgainst(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    @PostMapping("/cases/{number}/visit")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView visit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> {
            var checks = form.details().programme().visitChecklist().stream()
                    .collect(Collectors.toMap(
                            item -> item.id(), item -> "yes".equals(typed.get("check." + item.id()))));
            return uuid(form.text("companion"))
                    .map(companion ->
                            acts.county().visit(actor, form.id(), form.ticket(), companion, checks, form.text("notes")))
                    .orElse(new Handling.Refused(Handling.Reason.TAKES_TWO));
        });
    }

    @PostMapping("/cases/{number}/confirm-visit")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView confirmVisit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> acts.county().confirmVisit(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/pass")
    @Only(Role.CITY_OFFICER)
    ModelAndView pass(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number, actor, typed, form -> acts.city().pass(actor, form.id(), form.ticket(), form.text("opinion")));
    }

    @PostMapping("/cases/{number}/score")
    @Only(Role.EXPERT)
    ModelAndView score(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> {
            var scores = new HashMap<String, Integer>();
            ApplicationPages.nonBlank(typed, "score.").forEach((line, points) -> {
                if (points.matches("\\d{1,3}")) {
                    scores.put(line, Integer.parseInt(points));
                }
            });
            return acts.experts().score(actor, form.id(), form.ticket(), scores, form.text("comment"));
        });
    }

    @PostMapping("/cases/{number}/recuse")
    @Only(Role.EXPERT)
    ModelAndView recuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> acts.experts().recuse(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    @PostMapping("/cases/{number}/meeting")
    @Only(Role.CITY_OFFICER)
    ModelAndView meeting(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> acts.city()
                        .hold(
                                actor,
                                form.id(),
                                form.ticket(),
                                form.text("minutes"),
                                "grant".equals(typed.get("proposal")),
                                form.text("resolution")));
    }

    @PostMapping("/cases/{number}/publish")
    @Only(Role.CITY_OFFICER)
    ModelAndView publish(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> acts.city().publish(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/answer")
    @Only(Role.CITY_OFFICER)
    ModelAndView answer(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> uuid(form.text("objection"))
                        .map(objection -> acts.city()
                                .answer(
                                        actor,
                                        form.id(),
                                        form.ticket(),
                                        objection,
                                        "yes".equals(typed.get("upheld")),
                                        form.text("reply")))
                        .orElse(new Handling.Refused(Handling.Reason.WRONG_STEP)));
    }

    @PostMapping("/cases/{number}/grant")
    @Only(Role.CITY_DECIDER)
    ModelAndView grant(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> acts.decide().grant(actor, form.id(), form.ticket(), form.text("document")));
    }

    @PostMapping("/cases/{number}/refuse")
    @Only(Role.CITY_DECIDER)
    ModelAndView refuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> {
            var reasons = ApplicationPages.nonBlank(typed, "reason.").entrySet().stream()
                    .map(entry -> new CriterionReason(entry.getKey(), entry.getValue()))
                    .toList();
            return acts.decide().refuse(actor, form.id(), form.ticket(), form.text("document"), reasons);
        });
    }

    @PostMapping("/cases/{number}/send-back")
    @Only(Role.CITY_DECIDER)
    ModelAndView sendBack(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> acts.decide().sendBack(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    /** A form about a case: which case, on which state, and what was typed. */
    private record Form(CaseDetails details, Ticket ticket, Map<String, String> typed) {

        UUID id() {
            return details.file().id();
        }

        String text(String field) {
            return typed.getOrDefault(field, "").strip();
        }
    }

    private ModelAndView handle(String number, Actor actor, Map<String, String> typed, Function<Form, Handling> act) {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        var version =
                typed.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(typed.get("version")) : -1;
        var ticket = new Ticket(version, uuid(typed.getOrDefault("request", "")).orElseGet(UUID::randomUUID));
        return switch (act.apply(new Form(details, ticket, typed))) {
            case Handling.Done _ -> new ModelAndView("redirect:/cases/" + number);
            case Handling.Refused(var reason) -> {
                var page = show(number, actor, reason, typed);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    private ModelAndView show(
            String number, Actor actor, Handling.@Nullable Reason refused, Map<String, String> typed) {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        var mayAct = isTurnOf(actor, details);
        var colleagues = mayAct && actor.role() == Role.COUNTY_OFFICER
                ? accounts.holding(Role.COUNTY_OFFICER, actor.area()).stream()
                        .filter(one -> !one.person().equals(actor.person()))
                        .toList()
                : List.<Actor>of();
        var objections = details.notice()
                .filter(_ -> actor.role() == Role.CITY_OFFICER
                        || actor.role() == Role.CITY_DECIDER
                        || actor.role() == Role.AUDITOR)
                .map(notice -> notices.objections(notice.id()))
                .orElse(List.of());
        return new ModelAndView(
                "casework/case",
                "page",
                new CasePage(
                        policies.current(),
                        actor,
                        details,
                        mayAct,
                        colleagues,
                        objections,
                        UUID.randomUUID(),
                        refused,
                        typed));
    }

    private static boolean isTurnOf(Actor actor, CaseDetails details) {
        CaseFile file = details.file();
        return actor.role() == file.step().holder()
                && (actor.role() != Role.EXPERT
                        || details.ballots().stream()
                                .anyMatch(ballot -> ballot.state() == CaseDetails.Ballot.State.ASSIGNED));
    }

    private static Optional<UUID> uuid(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
