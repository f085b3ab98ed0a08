package org.zhongchuang.casework;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.access.Actor;
import org.zhongchuang.casework.Handling.Reason;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.registry.Space;

/** Begins an application for a space that has neither got what it asks for nor an application that is still open. */
@Service
public class BeginCase {

    private final CaseFiles files;
    private final Drafts drafts;
    private final Policies policies;
    private final List<Outcome> outcomes;

    BeginCase(CaseFiles files, Drafts drafts, Policies policies, List<Outcome> outcomes) {
        this.files = files;
        this.drafts = drafts;
        this.policies = policies;
        this.outcomes = outcomes;
    }

    @Transactional
    public Handling begin(Actor actor, String programme, Space space) {
        if (!space.operator().equals(actor.organisation())) {
            return Handling.refused(Reason.NOT_YOURS);
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.programme().equals(programme) && outcome.has(space.id()))) {
            return Handling.refused(Reason.ALREADY_RECOGNISED);
        }
        if (files.hasOpen(space.id(), programme)) {
            return Handling.refused(Reason.ALREADY_OPEN);
        }
        var file = files.add(actor, programme, policies.current().edition(), space);
        drafts.prefill(file);
        return new Handling.Done(file);
    }
}
