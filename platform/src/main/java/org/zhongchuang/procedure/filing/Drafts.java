package org.zhongchuang.procedure.filing;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.NotWritable;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.records.figure.CountedFacts;
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
    private final CaseFacts facts;
    private final Papers papers;
    private final Defects defects;
    private final CountedFacts counted;

    Drafts(
            CaseFiles files,
            Spaces spaces,
            Policies policies,
            FileStore store,
            CaseFacts facts,
            Papers papers,
            Defects defects,
            CountedFacts counted) {
        this.facts = facts;
        this.papers = papers;
        this.defects = defects;
        this.counted = counted;
        this.files = files;
        this.spaces = spaces;
        this.policies = policies;
        this.store = store;
    }

    /** Begins a draft with what is known of the space and what its records come to. */
    void prefill(CaseFile file, Occasion occasion) {
        spaces.known(file.subject()).values().forEach(known -> facts.keep(file.id(), known));
        counted.of(file.subject())
                .forEach((fact, value) -> facts.keep(file.id(), fact, value, KnownFact.Source.DECLARED));
        occasion.facts().forEach((fact, value) -> facts.keep(file.id(), fact, value, KnownFact.Source.REGISTERED));
    }

    /**
     * Keeps the answers that can be understood and returns what is wrong with the others.
     *
     * @param typed what was typed, by fact; an empty answer takes the fact out again
     */
    @Transactional
    public Map<String, Text> answer(Actor actor, UUID id, Map<String, String> typed) {
        var file = writable(actor, id);
        var open = defects.openTargets(file);
        var mistakes = new LinkedHashMap<String, Text>();
        policies.current().factsOf(file.programme()).stream()
                .filter(fact -> typed.containsKey(fact.id())
                        && facts.isDeclared(file, fact)
                        && open.map(targets -> targets.contains(fact.id())).orElse(true))
                .forEach(fact -> {
                    var text = typed.getOrDefault(fact.id(), "").strip();
                    if (text.isEmpty()) {
                        facts.forget(id, fact.id());
                        return;
                    }
                    var answer = Answers.read(fact, text);
                    answer.mistake().ifPresent(mistake -> mistakes.put(fact.id(), mistake));
                    answer.value().ifPresent(value -> facts.keep(id, fact.id(), value, KnownFact.Source.DECLARED));
                });
        return mistakes;
    }

    @Transactional
    public Storing attach(Actor actor, UUID id, String evidence, InputStream content, String name) {
        var file = writable(actor, id);
        if (!isOpen(file, evidence)
                || policies.current().programme(file.programme()).filed().evidence().stream()
                        .noneMatch(one -> one.id().equals(evidence))) {
            throw new NoSuchPaper("that paper is not asked for in case " + id);
        }
        var storing = store.store(content, name, actor.person());
        if (storing instanceof Storing.Stored(var stored)) {
            papers.attach(id, evidence, stored.id(), actor.person());
        }
        return storing;
    }

    @Transactional
    public void detach(Actor actor, UUID id, UUID paper) {
        var file = writable(actor, id);
        papers.find(id, paper)
                .filter(one -> isOpen(file, one.evidence()))
                .ifPresent(one -> papers.detach(id, one.id()));
    }

    private boolean isOpen(CaseFile file, String evidence) {
        var pack = policies.current();
        return defects.openTargets(file)
                .map(targets -> targets.contains(Papers.target(pack, pack.programme(file.programme()), evidence)))
                .orElse(true);
    }

    /** Every fact is answered and every required paper is there. */
    boolean isComplete(CaseFile file) {
        var handedIn = papers.of(file.id());
        return policies.current().programme(file.programme()).filed().evidence().stream()
                .filter(Programme.Evidence::required)
                .allMatch(evidence ->
                        handedIn.stream().anyMatch(paper -> paper.evidence().equals(evidence.id())));
    }

    /** What was said of a makerspace at recognition is known of it from then on; a claim speaks for itself. */
    void remember(Actor actor, CaseFile file, Map<String, String> answers) {
        if (!policies.current().programme(file.programme()).pays()
                && spaces.find(file.subject()).isPresent()) {
            spaces.record(actor, file.subject(), answers, KnownFact.Source.DECLARED);
        }
    }

    private CaseFile writable(Actor actor, UUID id) {
        return files.lock(id)
                .filter(file -> files.isOwn(actor, file))
                .filter(file -> file.step() == Step.DRAFT || file.step() == Step.CORRECTION)
                .orElseThrow(() -> new NotWritable("case " + id + " cannot be changed by " + actor.login() + " now"));
    }

    /** Somebody attaches a file as a paper that the programme does not ask for, or not now. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchPaper extends RuntimeException {

        NoSuchPaper(String message) {
            super(message);
        }
    }
}
