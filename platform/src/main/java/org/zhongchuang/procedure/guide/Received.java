package org.zhongchuang.procedure.guide;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.decision.Decision;
import org.zhongchuang.procedure.decision.Decisions;
import org.zhongchuang.procedure.filing.Opening;

/** What decisions have promised an applicant already. */
@Component
public class Received {

    private final Decisions decisions;

    Received(Decisions decisions) {
        this.decisions = decisions;
    }

    /** By granted case, what its decision promised; zero where it is no money. */
    public Map<CaseId, Fen> sums(Collection<Opening> openings) {
        return openings.stream().flatMap(one -> one.granted().stream()).collect(toMap(CaseFile::id, this::sum));
    }

    private Fen sum(CaseFile file) {
        return decisions.of(file.id()).flatMap(Decision::fen).orElse(Fen.ZERO);
    }
}
