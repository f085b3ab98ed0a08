package org.zhongchuang.procedure.casework;

import static java.util.stream.Collectors.toMap;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.evidence.CountedFacts;
import org.zhongchuang.records.registry.KnownFact;
import org.zhongchuang.records.registry.Spaces;

/**
 * Applications being written. Every colleague of the operator may go on with one; each answer is kept as it is given.
 *
 * <p>A new draft begins with what the registry knows of the space and what its records come to. While a case is being
 * corrected, only what was named as a defect can be changed.
 */
@Service
public class Drafts {

    private final CaseFiles files;
    private final Spaces spaces;
    private final Policies policies;
    private final FileStore store;
    private final CaseRecord record;
    private final CountedFacts counted;
    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(
            CaseFiles files,
            Spaces spaces,
            Policies policies,
            FileStore store,
            CaseRecord record,
            CountedFacts counted,
            JdbcClient jdbc,
            Clock clock) {
        this.record = record;
        this.counted = counted;
        this.files = files;
        this.spaces = spaces;
        this.policies = policies;
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a draft with what is known of the space and what its records come to. */
    void prefill(CaseFile file, Occasion occasion) {
        spaces.known(file.space()).values().forEach(known -> keep(file.id(), known));
        var today = LocalDate.now(clock);
        counted.of(file.space())
                .forEach(
                        (fact, value) -> keep(file.id(), new KnownFact(fact, value, KnownFact.Source.DECLARED, today)));
        occasion.facts()
                .forEach((fact, value) ->
                        keep(file.id(), new KnownFact(fact, value, KnownFact.Source.REGISTERED, today)));
    }

    /** What an office has found out, or what invoices come to. */
    void establish(UUID id, String fact, String value, KnownFact.Source source) {
        keep(id, new KnownFact(fact, value, source, LocalDate.now(clock)));
    }

    /** What the rules say of a case, as of the day it was filed, or of {@code otherwise} while it is a draft. */
    Findings findings(CaseFile file, LocalDate otherwise) {
        return policies.evaluate(
                file.programme(),
                file.filedOn() == null ? otherwise : file.filedOn(),
                Answers.values(policies.current().facts(), answers(file.id())));
    }

    /**
     * Keeps the answers that can be understood and returns what is wrong with the others.
     *
     * @param typed what was typed, by fact; an empty answer takes the fact out again
     */
    @Transactional
    public Map<String, Text> answer(Actor actor, UUID id, Map<String, String> typed) {
        var file = writable(actor, id);
        var open = openTargets(file);
        var mistakes = new LinkedHashMap<String, Text>();
        policies.current().factsOf(file.programme()).stream()
                .filter(fact -> typed.containsKey(fact.id())
                        && isDeclared(file, fact)
                        && open.map(targets -> targets.contains(fact.id())).orElse(true))
                .forEach(fact -> {
                    var text = typed.getOrDefault(fact.id(), "").strip();
                    if (text.isEmpty()) {
                        jdbc.sql("delete from casework.fact where case_file = :id and fact = :fact")
                                .param("id", id)
                                .param("fact", fact.id())
                                .update();
                        return;
                    }
                    var answer = Answers.read(fact, text);
                    answer.mistake().ifPresent(mistake -> mistakes.put(fact.id(), mistake));
                    answer.value()
                            .ifPresent(value -> keep(
                                    id,
                                    new KnownFact(fact.id(), value, KnownFact.Source.DECLARED, LocalDate.now(clock))));
                });
        return mistakes;
    }

    @Transactional
    public Storing attach(Actor actor, UUID id, String evidence, InputStream content, String name) {
        var file = writable(actor, id);
        if (!openTargets(file).map(targets -> targets.contains(evidence)).orElse(true)
                || policies.current().programme(file.programme()).filed().evidence().stream()
                        .noneMatch(one -> one.id().equals(evidence))) {
            throw new NoSuchPaper("that paper is not asked for in case " + id);
        }
        var storing = store.store(content, name, actor.person());
        if (storing instanceof Storing.Stored(var stored)) {
            record.attach(id, evidence, stored.id(), actor.person());
        }
        return storing;
    }

    @Transactional
    public void detach(Actor actor, UUID id, UUID attachment) {
        var file = writable(actor, id);
        var targets = openTargets(file);
        jdbc.sql(
                        "delete from casework.attachment where id = :attachment and case_file = :file and (:all or evidence = any (:targets))")
                .param("attachment", attachment)
                .param("file", id)
                .param("all", targets.isEmpty())
                .param("targets", targets.orElse(List.of()).toArray(String[]::new))
                .update();
    }

    /** The facts or papers that may be changed now; empty when all may. */
    public Optional<List<String>> openTargets(CaseFile file) {
        return file.step() == Step.DRAFT
                ? Optional.empty()
                : Optional.of(
                        jdbc.sql("select target from casework.defect where case_file = :id and corrected_at is null")
                                .param("id", file.id())
                                .query(String.class)
                                .list());
    }

    /** Whether the applicant says so: not a register, not an office, not a sum of invoices. */
    public boolean isDeclared(CaseFile file, Fact fact) {
        return fact.by().equals(Fact.APPLICANT)
                && !policies.current().programme(file.programme()).costs().containsValue(fact.id());
    }

    /** The answers so far, by fact, in their plain form. */
    public Map<String, String> answers(UUID id) {
        return jdbc
                .sql("select fact, value from casework.fact where case_file = :id order by fact")
                .param("id", id)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (_, later) -> later, LinkedHashMap::new));
    }

    /** The answers with where each came from. */
    List<DecisionFile.Given> given(UUID id) {
        return jdbc.sql("select fact, value, source, as_of from casework.fact where case_file = :id order by fact")
                .param("id", id)
                .query((row, _) -> new DecisionFile.Given(
                        row.getString("fact"),
                        row.getString("value"),
                        row.getString("source").toLowerCase(Locale.ROOT),
                        row.getString("as_of")))
                .list();
    }

    private CaseFile writable(Actor actor, UUID id) {
        return files.lock(id)
                .filter(file -> files.isOwn(actor, file))
                .filter(file -> file.step() == Step.DRAFT || file.step() == Step.CORRECTION)
                .orElseThrow(() -> new NotWritable("case " + id + " cannot be changed by " + actor.login() + " now"));
    }

    private void keep(UUID id, KnownFact known) {
        jdbc.sql("""
                        insert into casework.fact values (:id, :fact, :value, :source, :day)
                        on conflict (case_file, fact) do update
                           set value = excluded.value, source = excluded.source, as_of = excluded.as_of
                         where (casework.fact.value, casework.fact.source) <> (excluded.value, excluded.source)
                        """)
                .param("id", id)
                .param("fact", known.fact())
                .param("value", known.value())
                .param("source", known.source().name())
                .param("day", known.asOf())
                .update();
    }

    /** Somebody attaches a file as a paper that the programme does not ask for, or not now. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchPaper extends RuntimeException {

        NoSuchPaper(String message) {
            super(message);
        }
    }

    /** Somebody tries to change a case that is not theirs or not open for changes. */
    @ResponseStatus(HttpStatus.CONFLICT)
    public static final class NotWritable extends RuntimeException {

        NotWritable(String message) {
            super(message);
        }
    }
}
