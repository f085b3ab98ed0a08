package org.zhongchuang.procedure.guide.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Findings.Outcome;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.KnownAnswers;
import org.zhongchuang.procedure.filing.KnownAnswers.Known;
import org.zhongchuang.procedure.filing.Opening;
import org.zhongchuang.procedure.filing.Openings;
import org.zhongchuang.procedure.guide.Inquiry;
import org.zhongchuang.procedure.guide.Received;

/** What can I get? A few questions, and for each programme an amount, what is missing, or what would have to change. */
@Controller
public class BenefitPages {

    /** How many questions are put to a reader at once. */
    private static final int GROUP = 3;

    private final Policies policies;
    private final Openings openings;
    private final KnownAnswers known;
    private final Received received;
    private final Clock clock;

    BenefitPages(Policies policies, Openings openings, KnownAnswers known, Received received, Clock clock) {
        this.policies = policies;
        this.openings = openings;
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
     * @param openings how the applicant stands with what they have filed and can file, by programme
     * @param sums what was promised to them, by granted case
     * @param questions what is asked now, in the order of the policy
     * @param hasMore whether other questions can still decide something, which are put next
     * @param started whether anything is answered yet
     * @param isUnknown whether the reader's account acts for nobody in the registers
     * @param items what the document says to the reader, where it has nothing that can be judged or applied for
     */
    public record BenefitsPage(
            PolicyPack pack,
            List<Audience> audiences,
            @Nullable Audience audience,
            @Nullable Applicant self,
            List<Applicant> selves,
            Map<String, Known> known,
            Map<String, Opening> openings,
            Map<CaseId, Fen> sums,
            Inquiry inquiry,
            List<Fact> questions,
            boolean hasMore,
            boolean started,
            boolean isUnknown,
            List<Item> items) {

        /** What the registers answered to a question; null where they did not, or the answer was changed. */
        public @Nullable Known known(Fact fact) {
            return known.get(fact.id());
        }

        /** How many programmes are open to the reader that have not given all they can. */
        public long openCount() {
            return inquiry.results().stream()
                    .filter(one -> one.outcome().equals(Optional.of(Outcome.GRANTED)))
                    .filter(one -> {
                        var opening = openings.get(one.programme().id());
                        return opening == null || !opening.isSettled();
                    })
                    .count();
        }

        /** The reader's own answers that a programme asks for, as they can go into a draft of it. */
        public Map<String, String> answersFor(Programme programme) {
            return pack.factsOf(programme.id()).stream()
                    .filter(fact -> inquiry.typed().containsKey(fact.id()) && !known.containsKey(fact.id()))
                    .collect(toMap(Fact::id, fact -> inquiry.value(fact.id())));
        }

        /** The names of the questions that can be seen. */
        public Set<String> shown() {
            return Stream.concat(questions.stream(), answered().stream())
                    .map(Fact::id)
                    .collect(toSet());
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
            often = {Role.OPERATOR, Role.FIRM, Role.FOUNDER, Role.RESEARCHER})
    @Anyone
    ModelAndView benefits(
            @RequestParam Map<String, String> query,
            @RequestParam(name = "for", defaultValue = "") String name,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String more,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            @Nullable Actor actor) {
        var pack = policies.current();
        var own = actor != null && !actor.isOfficial() ? actor.audience() : null;
        var audiences = Stream.concat(
                        Stream.ofNullable(own),
                        pack.programmes().values().stream()
                                .filter(programme -> !programme.internal())
                                .map(Programme::beneficiary))
                .distinct()
                .sorted()
                .toList();
        var audience = Typed.choice(Audience.class, name).orElse(own);
        var selves =
                actor != null && own != null && audience == own ? openings.applicants(actor) : List.<Applicant>of();
        var self = selves.stream()
                .filter(one -> one.subject().toString().equals(subject))
                .findFirst()
                .or(() -> selves.stream().findFirst());
        var mine = actor != null && self.isPresent() ? openings.of(actor, self.get()) : List.<Opening>of();
        var programmes = actor != null && own != null && audience == own
                ? openings.programmes(actor)
                : pack.programmes().values().stream()
                        .filter(programme -> programme.beneficiary() == audience && !programme.internal())
                        .sorted(Comparator.comparing(
                                programme -> programme.clauses().getFirst()))
                        .toList();
        var answers = self.map(one -> answers(one, mine)).orElseGet(LinkedHashMap::new);
        var registered = Set.copyOf(answers.keySet());
        var all = new LinkedHashMap<String, String>();
        answers.forEach((fact, one) -> all.put(fact, one.value()));
        all.putAll(query);
        answers.entrySet().removeIf(one -> !one.getValue().value().equals(all.get(one.getKey())));
        var inquiry = Inquiry.of(pack, programmes, all, LocalDate.now(clock), policies.isDemonstration());
        var started = inquiry.typed().keySet().stream().anyMatch(fact -> !answers.containsKey(fact));
        var next = group(inquiry.next(), query.keySet(), more.equals("yes"));
        var questions = pack.facts().values().stream()
                .filter(fact -> next.contains(fact)
                        || (!answers.containsKey(fact.id())
                                && (inquiry.typed().containsKey(fact.id()) || registered.contains(fact.id()))))
                .toList();
        var items = audience != null && programmes.isEmpty()
                ? pack.items().stream()
                        .filter(item -> item.actors().contains(audience))
                        .toList()
                : List.<Item>of();
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
                        mine.stream().collect(toMap(one -> one.programme().id(), one -> one)),
                        received.sums(mine),
                        inquiry,
                        questions,
                        next.size() < inquiry.next().size(),
                        started || !answers.isEmpty(),
                        own != null && audience == own && self.isEmpty(),
                        items));
    }

    /**
     * The questions to put now, of those that still decide something: those that were put before and left open, and so
     * many others that there is a group of them; whoever goes on past open ones is put another group.
     */
    private static List<Fact> group(List<Fact> open, Set<String> put, boolean goesOn) {
        var before = open.stream().filter(fact -> put.contains(fact.id())).toList();
        var most = goesOn ? before.size() + GROUP : Math.max(before.size(), GROUP);
        return Stream.concat(before.stream(), open.stream().filter(fact -> !before.contains(fact)))
                .limit(most)
                .toList();
    }

    /** What is known of a subject, and of the first ground on which it can file for each programme. */
    private Map<String, Known> answers(Applicant self, List<Opening> openings) {
        var answers = new LinkedHashMap<>(known.of(self));
        for (var opening : openings) {
            opening.grounds().stream().findFirst().ifPresent(ground -> answers.putAll(known.of(ground)));
        }
        return answers;
    }
}
