package org.zhongchuang.procedure.filing;

import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Papers;

/** The papers of an application: handed in and taken out while it is written or corrected. */
@Service
public class AttachPapers {

    private final Drafts drafts;
    private final CaseRules rules;
    private final FileStore store;
    private final Papers papers;
    private final Defects defects;

    AttachPapers(Drafts drafts, CaseRules rules, FileStore store, Papers papers, Defects defects) {
        this.drafts = drafts;
        this.rules = rules;
        this.store = store;
        this.papers = papers;
        this.defects = defects;
    }

    /** Takes in a file as that paper; one that lies there already by the same name is kept once. */
    @Transactional
    public Storing attach(Actor actor, CaseId id, String evidence, InputStream content, String name) {
        var file = drafts.writable(actor, id);
        if (!isOpen(file, evidence)
                || rules.programme(file).filed().evidence().stream()
                        .noneMatch(one -> one.id().equals(evidence))) {
            throw new NoSuchPaper("that paper is not asked for in case " + id);
        }
        var storing = store.store(content, name, actor.person().value());
        if (storing instanceof Storing.Stored(var stored)) {
            if (papers.holds(id, evidence, stored.name(), stored.sha256())) {
                return new Storing.Rejected(Storing.Reason.THERE_ALREADY);
            }
            papers.attach(id, evidence, stored.id(), actor.person());
        }
        return storing;
    }

    @Transactional
    public void detach(Actor actor, CaseId id, UUID paper) {
        var file = drafts.writable(actor, id);
        papers.find(id, paper)
                .filter(one -> isOpen(file, one.evidence()))
                .ifPresent(one -> papers.detach(id, one.id()));
    }

    private boolean isOpen(CaseFile file, String evidence) {
        var pack = rules.of(file);
        return defects.openTargets(file)
                .map(targets -> targets.contains(Papers.target(pack, pack.programme(file.programme()), evidence)))
                .orElse(true);
    }

    /** Somebody attaches a file as a paper that the programme does not ask for, or not now. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchPaper extends RuntimeException {

        NoSuchPaper(String message) {
            super(message);
        }
    }
}
