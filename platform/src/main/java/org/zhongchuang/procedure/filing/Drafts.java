package org.zhongchuang.procedure.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.NotWritable;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.records.figure.CountedFacts;
import org.zhongchuang.records.registry.KnownFact;
import org.zhongchuang.records.registry.Spaces;

/**
 * Applications being written. Every colleague of the operator may go on with one.
 *
 * <p>A new draft begins with what the registry knows of the space and what its records come to. While a case is being
 * corrected, only what was named as a defect can be changed.
 */
@Service
public class Drafts {

    private final CaseFiles files;
    private final Spaces spaces;
    private final CaseRules rules;
    private final CaseFacts facts;
    private final Defects defects;
    private final CountedFacts counted;

    Drafts(CaseFiles files, Spaces spaces, CaseRules rules, CaseFacts facts, Defects defects, CountedFacts counted) {
        this.facts = facts;
        this.defects = defects;
        this.counted = counted;
        this.files = files;
        this.spaces = spaces;
        this.rules = rules;
    }

    /** Begins a draft with what is known of the space and what its records come to. */
    void prefill(CaseFile file, Occasion occasion) {
        prefill(file, occasion.facts(), Set.of());
    }

    /** Writes down what is known, but of those facts that somebody has answered in the draft. */
    void prefill(CaseFile file, Map<String, String> ground, Set<String> answered) {
        // Of what is known twice, the ground says more than the records, and these more than the register.
        var known = new LinkedHashMap<String, Runnable>();
        spaces.known(file.subject()).forEach((fact, one) -> known.put(fact, () -> facts.keep(file.id(), one)));
        counted.of(file.subject())
                .forEach((fact, value) ->
                        known.put(fact, () -> facts.keep(file.id(), fact, value, KnownFact.Source.DECLARED)));
        ground.forEach((fact, value) ->
                known.put(fact, () -> facts.keep(file.id(), fact, value, KnownFact.Source.REGISTERED)));
        known.forEach((fact, keep) -> {
            if (!answered.contains(fact)) {
                keep.run();
            }
        });
    }

    /** Remembers everything that was said. */
    void remember(Actor actor, CaseFile file) {
        remember(actor, file, facts.answers(file.id()));
    }

    /**
     * Keeps the replies, closes the defects that were dealt with and remembers what was corrected; false where none was
     * touched.
     */
    boolean endCorrection(Actor actor, CaseFile file, Map<UUID, String> replies) {
        replies.forEach((defect, reply) -> defects.reply(file.id(), defect, reply));
        var corrected = defects.close(file);
        var answers = facts.answers(file.id()).entrySet().stream()
                .filter(answer -> corrected.contains(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        remember(actor, file, answers);
        return !corrected.isEmpty();
    }

    /** What was said of a makerspace at recognition is known of it from then on; a claim speaks for itself. */
    private void remember(Actor actor, CaseFile file, Map<String, String> answers) {
        if (!rules.programme(file).pays() && spaces.find(file.subject()).isPresent()) {
            spaces.record(actor, file.subject(), answers, KnownFact.Source.DECLARED);
        }
    }

    /** The case, held, if its applicant may write in it now. */
    CaseFile writable(Actor actor, CaseId id) {
        return files.lock(id)
                .filter(file -> files.isOwn(actor, file))
                .filter(file -> file.step() == Step.DRAFT || file.step() == Step.CORRECTION)
                .orElseThrow(() -> new NotWritable("case " + id + " cannot be changed by " + actor.login() + " now"));
    }
}
