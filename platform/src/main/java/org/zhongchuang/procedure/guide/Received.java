package org.zhongchuang.procedure.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.decision.Decision;
import org.zhongchuang.procedure.decision.Decisions;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.KnownAnswers;

/** What an applicant has got already of each programme, and on which grounds more can be asked for. */
@Component
public class Received {

    private final BeginCase begin;
    private final KnownAnswers known;
    private final Decisions decisions;

    Received(BeginCase begin, KnownAnswers known, Decisions decisions) {
        this.begin = begin;
        this.known = known;
        this.decisions = decisions;
    }

    /**
     * A case that was granted.
     *
     * @param sum what the decision promised; zero where it is no money
     */
    public record Grant(CaseFile file, Fen sum) {}

    /**
     * How an applicant stands with one programme.
     *
     * @param isUsedUp whether there is nothing more to get on any ground
     * @param left the grounds on which one can still ask, where the programme has several
     */
    public record Standing(List<Grant> grants, boolean isUsedUp, List<Occasion> left) {

        public Standing {
            grants = List.copyOf(grants);
            left = List.copyOf(left);
        }
    }

    /** By programme: all of which the applicant has got something, or of which there is nothing more to get. */
    public Map<String, Standing> of(Actor actor, Applicant applicant, List<Programme> programmes) {
        var granted = begin.granted(actor).stream()
                .filter(one -> one.subject().equals(applicant.subject()))
                .toList();
        var standings = new LinkedHashMap<String, Standing>();
        for (var programme : programmes) {
            var grants = granted.stream()
                    .filter(one -> one.programme().equals(programme.id()))
                    .map(one -> new Grant(one, sum(one)))
                    .toList();
            var unused = begin.unused(programme, applicant.subject()).isEmpty();
            var usedUp = unused
                    && (!grants.isEmpty()
                            || !begin.occasions(programme.id(), applicant.subject())
                                    .isEmpty());
            if (usedUp || !grants.isEmpty()) {
                var left = known.grounds(applicant, programme).stream()
                        .filter(one -> !one.matter().isEmpty())
                        .toList();
                standings.put(programme.id(), new Standing(grants, usedUp, left));
            }
        }
        return standings;
    }

    private Fen sum(CaseFile file) {
        return decisions.of(file.id()).flatMap(Decision::fen).orElse(Fen.ZERO);
    }
}
