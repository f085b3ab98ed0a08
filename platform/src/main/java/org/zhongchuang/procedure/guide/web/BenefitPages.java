package org.zhongchuang.procedure.guide.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Findings.Outcome;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.KnownAnswers;
import org.zhongchuang.procedure.filing.KnownAnswers.Known;
import org.zhongchuang.procedure.guide.Inquiry;
import org.zhongchuang.procedure.guide.Received;
import org.zhongchuang.procedure.guide.Received.Standing;
import org.zhongchuang.procedure.inbox.Cases;

/** What can I get? A few questions, and for each programme an amount, what is missing, or what would have to change. */
@Controller
public class BenefitPages {

    /** How many questions a reader sees who has answered none. */
    private static final int FIRST = 3;

    private final Policies policies;
    private final Cases cases;
    private final AnswerQuestions answers;
    private final KnownAnswers known;
    private final Received received;
    private final Clock clock;

    BenefitPages(
            Policies policies,
            Cases cases,
            AnswerQuestions answers,
            KnownAnswers known,
            Received received,
            Clock clock) {
        this.policies = policies;
        this.cases = cases;
        this.answers = answers;
        this.known = known;
        this.received = received;
        this.clock = clock;
    }

    /**
     * The questions for one group of readers.
     *
     * @param audience null before the reader has chosen
     * @param self for whom the registers were asked; null for whoever has not signed in as an applicant
     * @param selves for whom else they can be asked
     * @param known what the registers answered, by fact, as far as it was not changed
     * @param received how the applicant stands with what was granted already, by programme
     * @param questions what is asked now, in the order of the policy
     * @param started whether anything is answered yet
     * @param open the actor's own unfinished applications, into which the answers can go
     */
    public record BenefitsPage(
            PolicyPack pack,
            List<Audience> audiences,
            @Nullable Audience audience,
            @Nullable Applicant self,
            List<Applicant> selves,
            Map<String, Known> known,
            Map<String, Standing> received,
            Inquiry inquiry,
            List<Fact> questions,
            boolean started,
            List<CaseFile> open) {

        /** What the registers answered to a question; null where they did not, or the answer was changed. */
        public @Nullable Known known(Fact fact) {
            return known.get(fact.id());
        }

        /** How many programmes are open to the reader that have not given all they can. */
        public long openCount() {
            return inquiry.results().stream()
                    .filter(one -> one.outcome().equals(Optional.of(Outcome.GRANTED)))
                    .filter(one -> {
                        var had = received.get(one.programme().id());
                        return had == null || !had.isUsedUp();
                    })
                    .count();
        }

        /** The questions that the registers have answered. */
        public List<Fact> answered() {
            return pack.facts().values().stream()
                    .filter(fact -> known.containsKey(fact.id()))
                    .toList();
        }
    }

    @GetMapping("/benefits")
    @InMenu(
            value = Section.BENEFITS,
            zh = "我能享受什么",
            en = "What can I get?",
            icon = "gift",
            place = 10,
            often = {
                Role.OPERATOR,
                Role.FIRM,
                Role.FOUNDER,
                Role.RESEARCHER,
                Role.MENTOR,
                Role.INVESTOR,
                Role.SERVICE_PROVIDER,
                Role.INSTITUTION
            })
    @Anyone
    ModelAndView benefits(
            @RequestParam Map<String, String> query,
            @RequestParam(name = "for", defaultValue = "") String name,
            @RequestParam(defaultValue = "") String subject,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            @Nullable Actor actor) {
        var pack = policies.current();
        var audiences = pack.programmes().values().stream()
                .filter(programme -> !programme.internal())
                .map(Programme::beneficiary)
                .distinct()
                .sorted()
                .toList();
        var own = actor != null && actor.isApplicant() ? actor.audience() : null;
        var audience = Typed.choice(Audience.class, name).orElse(own);
        var selves = actor != null && audience == own ? known.applicants(actor) : List.<Applicant>of();
        var self = selves.stream()
                .filter(one -> one.subject().toString().equals(subject))
                .findFirst()
                .or(() -> selves.stream().findFirst());
        var programmes = pack.programmes().values().stream()
                .filter(programme -> programme.beneficiary() == audience && !programme.internal())
                .sorted(Comparator.comparing(programme -> programme.clauses().getFirst()))
                .toList();
        var answers = self.map(one -> answers(one, programmes)).orElseGet(LinkedHashMap::new);
        var registered = Set.copyOf(answers.keySet());
        var all = new LinkedHashMap<String, String>();
        answers.forEach((fact, one) -> all.put(fact, one.value()));
        all.putAll(query);
        answers.entrySet().removeIf(one -> !one.getValue().value().equals(all.get(one.getKey())));
        var had = actor == null
                ? Map.<String, Standing>of()
                : self.map(one -> received.of(actor, one, programmes)).orElse(Map.of());
        var inquiry = Inquiry.of(pack, programmes, all, LocalDate.now(clock), policies.isDemonstration());
        var started = inquiry.typed().keySet().stream().anyMatch(fact -> !answers.containsKey(fact));
        var next = inquiry.next().stream()
                .limit(started ? Integer.MAX_VALUE : FIRST)
                .toList();
        var questions = pack.facts().values().stream()
                .filter(fact -> next.contains(fact)
                        || (!answers.containsKey(fact.id())
                                && (inquiry.typed().containsKey(fact.id()) || registered.contains(fact.id()))))
                .toList();
        var open = actor != null && cases.writes(actor)
                ? cases.ofOperator(actor.organisation()).stream()
                        .filter(file -> file.step() == Step.DRAFT)
                        .toList()
                : List.<CaseFile>of();
        return new ModelAndView(
                byScript ? "procedure/guide/inquiry" : "procedure/guide/benefits",
                "page",
                new BenefitsPage(
                        pack,
                        audiences,
                        audience,
                        self.orElse(null),
                        selves,
                        answers,
                        had,
                        inquiry,
                        questions,
                        started || !answers.isEmpty(),
                        open));
    }

    /** What is known of a subject, and of the first ground that it has for each programme. */
    private Map<String, Known> answers(Applicant self, List<Programme> programmes) {
        var answers = new LinkedHashMap<>(known.of(self));
        for (var programme : programmes) {
            known.grounds(self, programme).stream().findFirst().ifPresent(ground -> answers.putAll(known.of(ground)));
        }
        return answers;
    }

    /** Puts the answers into an unfinished application of the actor's. */
    @PostMapping("/benefits/draft")
    @Concerns(value = Thing.CASE, deed = Deed.KEEP, by = "application")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView keep(@RequestParam CaseId application, @RequestParam Map<String, String> typed, Actor actor) {
        answers.answer(actor, application, typed);
        return new ModelAndView("redirect:/applications/" + application + "?saved");
    }
}
