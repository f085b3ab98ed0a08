package org.zhongchuang.procedure.filing;

import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Step;

/**
 * Reads anew what the registers, the records and the ground say of a draft, so that it does not stay as it was on the
 * day it was begun. What somebody has answered in the draft stays as answered.
 */
@Component
class ReadAnew {

    private final CaseFiles files;
    private final ClaimGrounds grounds;
    private final Drafts drafts;
    private final Costs costs;
    private final TypedAnswers typed;
    private final CaseRules rules;

    ReadAnew(CaseFiles files, ClaimGrounds grounds, Drafts drafts, Costs costs, TypedAnswers typed, CaseRules rules) {
        this.rules = rules;
        this.files = files;
        this.grounds = grounds;
        this.drafts = drafts;
        this.costs = costs;
        this.typed = typed;
    }

    /** Of a draft of the actor's; of a case that was filed nothing is read anew. */
    void read(Actor actor, CaseId id) {
        files.lock(id)
                .filter(file -> file.step() == Step.DRAFT && files.isOwn(actor, file))
                .ifPresent(file -> {
                    var ground = grounds.facts(rules.programme(file), file.subject(), file.matter());
                    drafts.prefill(file, ground, typed.of(id).keySet());
                    costs.sum(file);
                });
    }
}
