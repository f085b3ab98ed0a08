package org.zhongchuang.procedure.review.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Programme.RubricItem;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.procedure.review.ExpertActs;
import org.zhongchuang.procedure.review.Recusal;

/** What experts say of a case that was drawn for them: scored line by line, looked over once more, then cast. */
@Controller
public class ExpertPages {

    private static final String COMMENT = "comment";

    private final ExpertActs experts;
    private final CaseFiles files;
    private final CaseFacts facts;
    private final Papers papers;
    private final CaseRules rules;

    ExpertPages(ExpertActs experts, CaseFiles files, CaseFacts facts, Papers papers, CaseRules rules) {
        this.experts = experts;
        this.files = files;
        this.facts = facts;
        this.papers = papers;
        this.rules = rules;
    }

    /** Something that is known of the applicant, in words. */
    public record Known(Text label, Text value) {}

    /** A line of the rubric with what the case holds for it. */
    public record Line(RubricItem item, List<Known> known, List<Paper> papers) {}

    /**
     * A vote on a case.
     *
     * @param typed what is filled in so far
     * @param saved whether it was just kept as a draft
     * @param confirming whether everything is filled in and only waits to be cast
     */
    public record BallotPage(
            CaseFile file,
            Programme programme,
            Ballot ballot,
            List<Line> lines,
            Map<String, String> typed,
            boolean saved,
            boolean confirming,
            UUID request,
            @Nullable Reason refused) {

        public boolean isOpen() {
            return ballot.state() == Ballot.State.ASSIGNED && file.step() == Step.EXPERT_SCORING;
        }

        /** The most that all lines together can bring. */
        public int most() {
            return lines.stream().mapToInt(line -> line.item().points()).sum();
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** The points of a line: cast, or filled in. */
        public String points(RubricItem item) {
            return Optional.ofNullable(ballot.scores().get(item.id()))
                    .map(String::valueOf)
                    .orElse(typed(Points.FIELD + item.id()));
        }

        /** What is wrong with the points of a line, once they were looked over. */
        public @Nullable Text wrong(RubricItem item) {
            return refused == Reason.SCORE_OUT_OF_BOUNDS ? Points.wrong(item, typed) : null;
        }

        /** What is wrong with what was written, where that is why the vote or the stepping aside was refused. */
        public @Nullable Text wrong(String field) {
            var why = field.equals(COMMENT) ? Reason.SCORE_OUT_OF_BOUNDS : Reason.NO_REASON;
            return refused == why && typed(field).isBlank() ? why.text() : null;
        }

        /** What the lines that are filled in come to. */
        public int total() {
            return Optional.ofNullable(ballot.total())
                    .orElseGet(() -> Points.of(typed).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        }
    }

    /** The votes that an expert gave back; {@code just} the number of the case of the last act, or empty. */
    public record RecusalsPage(List<Recusal> recusals, String just) {}

    @GetMapping("/cases/{number}/ballot")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView ballot(@PathVariable String number, @RequestParam Optional<String> saved, Actor actor) {
        var file = file(number);
        return page(file, actor, experts.draft(actor, file), saved.isPresent(), false, null);
    }

    /** Keeps what is filled in; {@code check} then shows it once more, to be cast or changed. */
    @PostMapping("/cases/{number}/ballot")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView fill(
            @PathVariable String number,
            @Act({"keep", "check"}) String act,
            @RequestParam Map<String, String> form,
            Actor actor) {
        var file = file(number);
        var typed = ofTheBallot(file, form);
        return handle(file, actor, form, ticket -> experts.keep(actor, file.id(), ticket, typed), _ -> {
            if (act.equals("keep")) {
                return new ModelAndView("redirect:/cases/" + number + "/ballot?saved");
            }
            var whole = ExpertActs.fits(programme(file), Points.of(typed), Typed.text(typed, COMMENT));
            return whole
                    ? page(file, actor, typed, false, true, null)
                    : refused(file, actor, typed, Reason.SCORE_OUT_OF_BOUNDS);
        });
    }

    @PostMapping("/cases/{number}/score")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView score(@PathVariable String number, @RequestParam Map<String, String> form, Actor actor) {
        var file = file(number);
        return handle(
                file,
                actor,
                form,
                ticket -> experts.score(actor, file.id(), ticket, Points.of(form), Typed.text(form, COMMENT)),
                _ -> new ModelAndView("redirect:/cases/" + number + "/ballot"));
    }

    @PostMapping("/cases/{number}/recuse")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView recuse(@PathVariable String number, @RequestParam Map<String, String> form, Actor actor) {
        var file = file(number);
        return handle(
                file,
                actor,
                form,
                ticket -> experts.recuse(actor, file.id(), ticket, Typed.text(form, "reasons")),
                _ -> new ModelAndView("redirect:/recusals?just=" + number));
    }

    /** What is on record of the cases that an expert gave back and can no longer open. */
    @GetMapping("/recusals")
    @Only(Role.EXPERT)
    ModelAndView recusals(@RequestParam(defaultValue = "") String just, Actor actor) {
        var recusals = experts.recusals(actor);
        var known = recusals.stream().anyMatch(one -> one.number().equals(just));
        return new ModelAndView("procedure/review/recusals", "page", new RecusalsPage(recusals, known ? just : ""));
    }

    private ModelAndView handle(
            CaseFile file,
            Actor actor,
            Map<String, String> form,
            Function<Ticket, Handling> act,
            Function<CaseFile, ModelAndView> done) {
        var isLong = form.values().stream().anyMatch(text -> text.length() > Desk.LONGEST_TEXT);
        var handling = isLong ? Handling.refused(Reason.TOO_LONG) : act.apply(Ticket.of(form));
        return switch (handling) {
            case Handling.Done(var after) -> done.apply(after);
            case Handling.Refused refused -> refused(file, actor, form, refused.reason());
        };
    }

    private ModelAndView refused(CaseFile file, Actor actor, Map<String, String> typed, Reason reason) {
        var page = page(file, actor, typed, false, false, reason);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(
            CaseFile file,
            Actor actor,
            Map<String, String> typed,
            boolean saved,
            boolean confirming,
            @Nullable Reason refused) {
        var ballot = experts.own(actor, file).orElseThrow(() -> Problem.noSuchThing("ballot on " + file.number()));
        return new ModelAndView(
                "procedure/review/ballot",
                "page",
                new BallotPage(
                        file,
                        programme(file),
                        ballot,
                        lines(file),
                        typed,
                        saved,
                        confirming,
                        UUID.randomUUID(),
                        refused));
    }

    private List<Line> lines(CaseFile file) {
        var answers = facts.answers(file.id());
        var attached = papers.of(file.id());
        var lines = new ArrayList<Line>();
        for (var item : programme(file).filed().rubric()) {
            lines.add(new Line(
                    item,
                    item.shows().stream()
                            .flatMap(id -> known(file, id, answers).stream())
                            .toList(),
                    attached.stream()
                            .filter(paper -> item.shows().contains(paper.evidence()))
                            .toList()));
        }
        return lines;
    }

    private Optional<Known> known(CaseFile file, String id, Map<String, String> answers) {
        Fact fact = rules.of(file).facts().get(id);
        var value = answers.get(id);
        return fact == null || value == null
                ? Optional.empty()
                : Answers.values(rules.of(file).facts(), Map.of(id, value)).values().stream()
                        .findFirst()
                        .map(read -> new Known(fact.label(), Shown.of(read, fact)));
    }

    /** What the form holds of a vote, and nothing else. */
    private Map<String, String> ofTheBallot(CaseFile file, Map<String, String> form) {
        var kept = new HashMap<String, String>();
        kept.put(COMMENT, Typed.text(form, COMMENT));
        programme(file)
                .filed()
                .rubric()
                .forEach(item -> kept.put(Points.FIELD + item.id(), Typed.text(form, Points.FIELD + item.id())));
        return kept;
    }

    private Programme programme(CaseFile file) {
        return rules.programme(file);
    }

    private CaseFile file(String number) {
        return files.findByNumber(number).orElseThrow(() -> Problem.noSuchThing("case " + number));
    }
}
