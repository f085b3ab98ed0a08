package org.zhongchuang.law.reading.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Availability;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.CodeList;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Part;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.ClauseDoors;
import org.zhongchuang.law.policy.DatedEdition;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.Tallies;
import org.zhongchuang.law.policy.Tally;
import org.zhongchuang.law.policy.WordingNotes;
import org.zhongchuang.law.reading.Sought;

/** The live document: the whole policy, and one clause of it. */
@Controller
public class PolicyPages {

    /** Before every document: a day that was asked for and cannot be read. */
    private static final LocalDate NO_DAY = LocalDate.MIN;

    private final Policies policies;
    private final OfficialTexts texts;
    private final WordingNotes notes;
    private final Tallies tallies;
    private final List<ClauseDoors> doors;
    private final Clock clock;

    PolicyPages(
            Policies policies,
            OfficialTexts texts,
            WordingNotes notes,
            Tallies tallies,
            List<ClauseDoors> doors,
            Clock clock) {
        this.doors = doors;
        this.policies = policies;
        this.texts = texts;
        this.notes = notes;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** What the reader asked to see. */
    public record Filter(Sought sought, @Nullable Audience audience, boolean usableOnly) {

        public String words() {
            return sought.words();
        }

        public boolean isSet() {
            return !words().isEmpty() || audience != null || usableOnly;
        }
    }

    /**
     * The document as far as the filter lets through.
     *
     * @param leads whether it is the document that stands on the home page
     * @param inForce whether the document holds on the day as of which it is shown
     * @param on the day as of which it is shown, where that is not today
     * @param editions how it stood and will stand, in the order of time
     * @param wordings the official text by clause, empty before its import
     * @param note where that came from; null before its import
     */
    public record DocumentPage(
            PolicyPack pack,
            boolean leads,
            boolean inForce,
            @Nullable LocalDate on,
            List<DatedEdition> editions,
            Filter filter,
            List<Part> parts,
            int found,
            Map<String, String> wordings,
            WordingNotes.@Nullable Note note,
            List<PolicyPack> others) {

        /** The amendments that make it stand as it is shown. */
        public List<Amendment> amendments() {
            return editions.stream()
                    .filter(one -> one.edition().pack().edition().equals(pack.edition()))
                    .flatMap(one -> one.amendments().stream())
                    .toList();
        }

        /** How many parts are numbered: a preamble is none. */
        public long numbered() {
            return pack.parts().stream()
                    .filter(part -> !part.ordinal().isEmpty())
                    .count();
        }
    }

    /** One programme with what has come of it. */
    public record Offer(Programme programme, Tally tally) {}

    /** A parameter with its value of today. */
    public record Setting(Parameter parameter, Parameter.@Nullable Value today) {}

    /** A list with its codes of today. */
    public record ListOfDay(CodeList list, CodeList.@Nullable Value today) {}

    /** One clause with everything that hangs on it; {@code on} is the day as of which, where that is not today. */
    public record ClausePage(
            PolicyPack pack,
            @Nullable LocalDate on,
            Clause clause,
            Optional<String> wording,
            WordingNotes.@Nullable Note note,
            List<Offer> offers,
            List<ClauseDoors.Door> doors,
            List<Setting> settings,
            List<ListOfDay> lists,
            @Nullable Clause before,
            @Nullable Clause after) {}

    @GetMapping({"/", "/policies/{pack}"})
    @InMenu(value = Section.POLICY, zh = "政策原文", en = "The policy", icon = "file-text", place = 10)
    @Common("The policy is public.")
    @Anyone
    ModelAndView document(
            @PathVariable Optional<String> pack,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "for", defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<String> on) {
        var today = LocalDate.now(clock);
        var id = pack.orElseGet(() -> policies.current().documents().getFirst().id());
        var day = on.map(typed -> Typed.day(typed).orElse(NO_DAY)).orElse(today);
        var policy = policies.find(id, day).orElseThrow(() -> Problem.noSuchThing("policy " + id));
        if (on.isPresent() && day.isBefore(policy.document().effectiveFrom())) {
            return otherDay(id, on.get());
        }
        var filter = new Filter(Sought.in(policy, q), audience(audience), state.equals("usable"));
        var wordings = texts.wordings(policy);
        var parts = policy.parts().stream()
                .map(part -> filtered(policy, part, filter, wordings))
                .filter(part -> !part.items().isEmpty() || !part.clauses().isEmpty())
                .toList();
        var found = parts.stream()
                .mapToInt(part -> part.items().size()
                        + part.clauses().stream()
                                .mapToInt(clause -> clause.items().size())
                                .sum())
                .sum();
        var editions = policies.editionsOf(id);
        return new ModelAndView(
                "law/policy/document",
                "page",
                new DocumentPage(
                        policy,
                        id.equals(policies.current().id()),
                        policy.document().holdsOn(day),
                        day.equals(today) ? null : day,
                        editions,
                        filter,
                        parts,
                        found,
                        wordings,
                        notes.of(policy).orElse(null),
                        policies.current().documents().stream()
                                .filter(one -> !one.id().equals(policy.id()))
                                .toList()));
    }

    @GetMapping("/policies/{pack}/clauses/{id}")
    @Common("The policy is public.")
    @Anyone
    ModelAndView clause(@PathVariable String pack, @PathVariable String id, @RequestParam Optional<String> on) {
        var today = LocalDate.now(clock);
        var day = on.map(typed -> Typed.day(typed).orElse(NO_DAY)).orElse(today);
        var policy = policies.find(pack, day).orElseThrow(() -> Problem.noSuchThing("policy " + pack));
        if (on.isPresent() && day.isBefore(policy.document().effectiveFrom())) {
            return otherDay(pack, on.get());
        }
        var clauses = policy.clauses();
        var at = clauses.stream().map(Clause::id).toList().indexOf(id);
        if (at < 0) {
            throw Problem.noSuchThing("clause " + id);
        }
        var offers = policy.programmesOn(id).stream()
                .map(programme -> new Offer(programme, tallies.of(programme.id())))
                .toList();
        var settings = policy.parametersOn(id).stream()
                .map(parameter -> new Setting(
                        parameter, parameter.on(day, policies.isDemonstration()).orElse(null)))
                .toList();
        var lists = policy.lists().values().stream()
                .filter(list -> list.isOf(id))
                .map(list -> new ListOfDay(
                        list, list.on(day, policies.isDemonstration()).orElse(null)))
                .toList();
        return new ModelAndView(
                "law/policy/clause",
                "page",
                new ClausePage(
                        policy,
                        day.equals(today) ? null : day,
                        clauses.get(at),
                        Optional.ofNullable(texts.wordings(policy).get(id)),
                        notes.of(policy).orElse(null),
                        offers,
                        doors.stream()
                                .flatMap(one -> one.doorsOf(policy, clauses.get(at)))
                                .toList(),
                        settings,
                        lists,
                        at > 0 ? clauses.get(at - 1) : null,
                        at + 1 < clauses.size() ? clauses.get(at + 1) : null));
    }

    /** The page on which a day is chosen says at its field what is wrong with this one. */
    private static ModelAndView otherDay(String pack, String on) {
        return new ModelAndView("redirect:/policies/{pack}/editions", Map.of("pack", pack, "on", on));
    }

    private static @Nullable Audience audience(String name) {
        return Typed.choice(Audience.class, name).orElse(null);
    }

    private static Part filtered(PolicyPack pack, Part part, Filter filter, Map<String, String> wordings) {
        var clauses = part.clauses().stream()
                .map(clause -> {
                    var whole = contains(filter.sought(), clause.id(), clause.title(), clause.summary())
                            || contains(filter.sought(), wordings.getOrDefault(clause.id(), ""));
                    return new Clause(
                            clause.id(),
                            clause.title(),
                            clause.summary(),
                            passing(pack, clause.items(), filter, whole));
                })
                .filter(clause -> !clause.items().isEmpty())
                .toList();
        return new Part(
                part.id(),
                part.title(),
                passing(pack, part.items(), filter, contains(filter.sought(), part.id(), part.title())),
                clauses);
    }

    private static List<Item> passing(PolicyPack pack, List<Item> items, Filter filter, boolean whole) {
        Predicate<Item> words = item -> whole || contains(filter.sought(), item.id(), item.title(), item.summary());
        return items.stream()
                .filter(words)
                .filter(item -> filter.audience() == null || item.actors().contains(filter.audience()))
                .filter(item -> !filter.usableOnly() || pack.availability(item) != Availability.PLANNED)
                .toList();
    }

    private static boolean contains(Sought sought, String id, Text... texts) {
        return sought.standsIn(id)
                || Stream.of(texts).anyMatch(text -> sought.standsIn(text.zh()) || sought.standsIn(text.en()));
    }
}
