package org.zhongchuang.law.reading.web;

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
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Part;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.edition.ChangesToCome;
import org.zhongchuang.law.edition.ChangesToCome.ToCome;
import org.zhongchuang.law.policy.DatedEdition;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.policy.WordingNotes;
import org.zhongchuang.law.reading.Sought;

/** The live document: the whole policy. */
@Controller
public class PolicyPages {

    private final ReadingDay reading;
    private final OfficialTexts texts;
    private final WordingNotes notes;
    private final ChangesToCome changes;

    PolicyPages(ReadingDay reading, OfficialTexts texts, WordingNotes notes, ChangesToCome changes) {
        this.reading = reading;
        this.texts = texts;
        this.notes = notes;
        this.changes = changes;
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
     * @param toCome amendments to come, on the home page those of all documents; none where another day is read
     * @param wordings the official text by clause, empty before its import
     * @param note where that came from; null before its import
     */
    public record DocumentPage(
            PolicyPack pack,
            boolean leads,
            boolean inForce,
            @Nullable LocalDate on,
            List<DatedEdition> editions,
            List<ToCome> toCome,
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
        var city = reading.policies().current();
        var id = pack.orElseGet(() -> city.documents().getFirst().id());
        var read = reading.of(id, on);
        if (read.isEmpty()) {
            return ReadingDay.otherDay(id, on);
        }
        var policy = read.get().policy();
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
        var leads = id.equals(city.id());
        return new ModelAndView(
                "law/policy/document",
                "page",
                new DocumentPage(
                        policy,
                        leads,
                        policy.document().holdsOn(read.get().day()),
                        read.get().on(),
                        reading.policies().editionsOf(id),
                        read.get().on() != null ? List.of() : leads ? changes.all() : changes.of(id),
                        filter,
                        parts,
                        found,
                        wordings,
                        notes.of(policy).orElse(null),
                        city.documents().stream()
                                .filter(one -> !one.id().equals(policy.id()))
                                .toList()));
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
