package org.zhongchuang.law.policy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.law.policy.SetValues.SetValue;

/**
 * The policies the city works by: its packs with the values that authorities have set since, and the editions of both
 * under which something was filed, by which it is judged for ever.
 */
@Service
public class Policies {

    /** How long another node may take to notice a value that was set. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final Library library;
    private final PolicySettings settings;
    private final SetValues values;
    private final Editions editions;
    private final Clock clock;
    private volatile @Nullable Effective effective;

    Policies(Library library, PolicySettings settings, SetValues values, Editions editions, Clock clock) {
        this.library = library;
        this.settings = settings;
        this.values = values;
        this.editions = editions;
        this.clock = clock;
    }

    /** What rules are made of: documents, and the values that were set for them. */
    private record Sources(Library.Present documents, List<SetValue> values) {}

    /**
     * The rules with the values set until some moment, and when that was looked up.
     *
     * @param documents the editions of each document in the order of time, the leading document first
     * @param editions each document as it stands on the day
     * @param city all of these read as one
     */
    private record Effective(
            LocalDate day,
            List<List<DatedEdition>> documents,
            List<Edition> editions,
            PolicyPack city,
            Sources sources,
            long looked) {

        /** The present edition of the document that rules are from; empty where the city no longer has it. */
        Optional<Edition> of(PolicyPack rules) {
            return editions.stream()
                    .filter(one -> one.pack().id().equals(rules.id()))
                    .findFirst();
        }

        /** The present edition of the document that a programme belongs to. */
        Edition of(String programme) {
            return of(city.home(programme)).orElseThrow();
        }
    }

    /** All documents of the city, read as one. */
    public PolicyPack current() {
        return effective().city();
    }

    /**
     * Keeps the rules of a programme as they stand today for what is filed now, and says by which name they are found
     * again.
     */
    public String pin(String programme) {
        var today = effective().of(programme);
        keep(today);
        return today.pack().edition();
    }

    /** Keeps an edition for what rests on it. */
    public void keep(Edition edition) {
        effective().sources().documents().packs().keep(edition);
    }

    /** The rules that something was filed under; empty where that was before editions were kept. */
    public Optional<Edition> edition(String name) {
        return effective().editions().stream()
                .filter(one -> one.pack().edition().equals(name))
                .findFirst()
                .or(() -> editions.find(name));
    }

    /** The rules of a programme that something was filed under; those of today where no edition of it is kept. */
    public Edition edition(String name, String programme) {
        return edition(name).orElseGet(() -> effective().of(programme));
    }

    /**
     * The rules of a programme for what was filed under an edition on a day, judged again today: the same, with values
     * that a document has set since for days before. Nothing else reaches back, and nothing of another document.
     */
    public PolicyPack again(String name, String programme, LocalDate filed) {
        var filedUnder = edition(name, programme).pack();
        return effective()
                .of(filedUnder)
                .map(today -> filedUnder.reachedBy(today.pack(), filed))
                .orElse(filedUnder);
    }

    private Effective effective() {
        var known = effective;
        var today = LocalDate.now(clock);
        if (known == null || !known.day().equals(today) || System.nanoTime() - known.looked() > FRESH) {
            var now = new Sources(library.present(), values.all());
            var documents = known != null && known.sources().equals(now)
                    ? known.documents()
                    : Overlay.of(now.documents().packs().all(), now.values());
            var editions = Overlay.on(documents, today);
            var city = known != null && known.editions().equals(editions) ? known.city() : Overlay.city(editions);
            known = new Effective(today, documents, editions, city, now, System.nanoTime());
            effective = known;
        }
        return known;
    }

    /** All documents read as one, as they stand or will stand on a day, with the values that are set today. */
    public PolicyPack on(LocalDate day) {
        return Overlay.city(Overlay.on(effective().documents(), day));
    }

    /** The same as it would be with a document that was tried. */
    public PolicyPack with(Trial.Fits document, LocalDate day) {
        var set = effective().sources().values();
        return Overlay.city(Overlay.on(Overlay.of(document.together(), set), day));
    }

    /**
     * The editions of a document in the order of time, each with the values that are set today: as it was published,
     * and as it stands from the first day of each amendment on, those to come among them. None where there is no such
     * document.
     */
    public List<DatedEdition> editionsOf(String pack) {
        return effective().documents().stream()
                .filter(one -> one.getFirst().edition().pack().id().equals(pack))
                .findFirst()
                .orElse(List.of());
    }

    /** The amendments that make a document stand as it does today; none where it is as it was published, or gone. */
    public List<Amendment> amendmentsOf(String pack) {
        return find(editionsOf(pack), LocalDate.now(clock))
                .map(DatedEdition::amendments)
                .orElse(List.of());
    }

    /** A document as it stood or will stand on a day, with the values that are set today. */
    public Optional<PolicyPack> find(String id, LocalDate day) {
        return find(editionsOf(id), day).map(one -> one.edition().pack());
    }

    private static Optional<DatedEdition> find(List<DatedEdition> editions, LocalDate day) {
        return editions.isEmpty() ? Optional.empty() : Optional.of(DatedEdition.on(editions, day));
    }

    /**
     * Puts a value in force from a day to come. That somebody else approved it is the caller's to see to, and the
     * schema's.
     *
     * @param document the number of the document that sets it
     */
    @Transactional
    public void set(
            String parameter,
            LocalDate from,
            BigDecimal value,
            String document,
            PersonId proposedBy,
            PersonId approvedBy) {
        values.add(
                new SetValue(documentOf(parameter), parameter, from, value, document, LocalDate.now(clock)),
                proposedBy,
                approvedBy);
        lookAgain();
    }

    /** Lets what was changed be seen at once where it was changed; other nodes notice by themselves. */
    public void lookAgain() {
        OnceCommitted.run(() -> effective = null);
    }

    /** Reads what was typed for one fact as of today: records of what was paid or done do not lie ahead. */
    public Answers.Answer read(Fact fact, String typed) {
        var answer = Answers.read(fact, typed);
        return answer.value()
                .flatMap(value -> Answers.notYet(fact, value, LocalDate.now(clock)))
                .map(mistake -> Answers.Answer.wrong(mistake.zh(), mistake.en()))
                .orElse(answer);
    }

    /** The pack whose document names a parameter. */
    private String documentOf(String parameter) {
        return current().documents().stream()
                .filter(one -> one.parameters().containsKey(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + parameter))
                .id();
    }

    /** Whether the document of a programme holds today: nothing new is applied for under one that does not. */
    public boolean isInForce(String programme) {
        return current().home(programme).document().holdsOn(LocalDate.now(clock));
    }

    /** Whether values that no authority has set may stand in. */
    public boolean isDemonstration() {
        return settings.demonstration();
    }

    /** A document of the city by the id of its pack. */
    public Optional<PolicyPack> find(String id) {
        return current().documents().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Judges a subject on a day. In a demonstration labelled values may stand in for those no authority has set. */
    public Findings evaluate(String programme, LocalDate on, Map<String, FactValue> facts) {
        return current().evaluate(programme, on, facts, settings.demonstration());
    }

    /** Judges on a day by what a record that is a ground for the programme tells. */
    public Findings evaluate(Programme programme, LocalDate on, Map<String, String> record) {
        var told = Objects.requireNonNull(programme.ground()).told(record);
        var facts = current().home(programme.id()).facts();
        return evaluate(programme.id(), on, Answers.values(facts, told));
    }

    /**
     * A time limit or another whole number of the policy, as of today.
     *
     * @throws ValueNotSet if no authority has set it and this is no demonstration
     */
    public int limit(String parameter) {
        return whole(Objects.requireNonNull(current().parameters().get(parameter), parameter));
    }

    /** The same by rules of one document: as it stands today, or as they have it where it is gone. */
    public int limit(PolicyPack rules, String parameter) {
        var declared = effective()
                .of(rules)
                .map(today -> today.pack().parameters().get(parameter))
                .orElseGet(() -> rules.parameters().get(parameter));
        return whole(Objects.requireNonNull(declared, parameter));
    }

    /** A number of how money is paid and taken back; another one where no document of the city says it. */
    public int treasury(Function<TreasuryProcedure, String> which, int otherwise) {
        return current().treasury().map(which).map(this::limit).orElse(otherwise);
    }

    private int whole(Parameter declared) {
        return declared.on(LocalDate.now(clock), settings.demonstration())
                .orElseThrow(() -> new ValueNotSet(declared))
                .is()
                .intValueExact();
    }
}
