package org.zhongchuang.procedure.decision;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.procedure.casework.CaseFile;

/** Gives out a decision as a signed file that anybody can run again. */
@Service
public class SignDecision {

    private final Decisions decisions;
    private final DecisionFiles files;

    SignDecision(Decisions decisions, DecisionFiles files) {
        this.decisions = decisions;
        this.files = files;
    }

    /**
     * The file of a decided case; empty while it is not decided. One decided before files were kept gets its own now.
     */
    @Transactional
    public Optional<String> of(CaseFile file) {
        return decisions
                .of(file.id())
                .flatMap(decision -> files.of(file).or(() -> {
                    files.make(file, decision);
                    return files.of(file);
                }));
    }
}
