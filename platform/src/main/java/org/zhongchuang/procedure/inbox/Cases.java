package org.zhongchuang.procedure.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.casework.Watcher;
import org.zhongchuang.procedure.decision.DeliverDecision;

/** What people ask about one case. Everyone sees what their role lets them see. */
@Service
public class Cases {

    private final CaseFiles files;
    private final Reach reach;
    private final Dossiers dossiers;
    private final DeliverDecision deliver;
    private final List<Watcher> watchers;
    private final Clock clock;

    Cases(
            CaseFiles files,
            Reach reach,
            Dossiers dossiers,
            DeliverDecision deliver,
            List<Watcher> watchers,
            Clock clock) {
        this.watchers = watchers;
        this.files = files;
        this.reach = reach;
        this.dossiers = dossiers;
        this.deliver = deliver;
        this.clock = clock;
    }

    public Optional<CaseFile> find(CaseId id) {
        return files.find(id);
    }

    public List<CaseFile> ofOperator(OrganisationId organisation) {
        return files.ofOperator(organisation);
    }

    /** The credit code of whoever applies, if they have one. */
    public Optional<String> creditCode(CaseFile file) {
        return files.creditCode(file);
    }

    /** Somebody opens the page of a case: with that a decision is delivered to its applicant. */
    public void opened(Actor actor, String number) {
        files.findByNumber(number).ifPresent(file -> deliver.opened(actor, file));
    }

    /** Everything about a case that the actor may see. */
    public Optional<CaseDetails> details(Actor actor, String number) {
        return files.findByNumber(number)
                .filter(file -> maySee(actor, file))
                .map(file -> dossiers.of(reader(actor, file), file));
    }

    public Optional<CaseDetails> details(Actor actor, CaseId id) {
        return files.find(id).filter(file -> maySee(actor, file)).map(file -> dossiers.of(reader(actor, file), file));
    }

    public Optional<Paper> paper(Actor actor, CaseId id, UUID paper) {
        return files.find(id).filter(file -> maySee(actor, file)).flatMap(file -> dossiers.paper(id, paper));
    }

    /** What whoever looks into a case is to know of it. */
    public List<Watcher.Warning> warnings(CaseFile file) {
        return watchers.stream()
                .flatMap(one -> one.warnings(file.id()).stream())
                .toList();
    }

    /** Whether somebody may read the objections to a case: who publishes its notice, decides it, or watches. */
    public boolean seesObjections(Actor actor, CaseFile file) {
        return reach.may(actor, Deed.SEE, Thing.OBJECTION, file.id().value());
    }

    /** Whether somebody reviewed a case; whoever did does not answer the objections to it. */
    public boolean hasReviewed(Actor actor, CaseFile file) {
        return files.hasActed(file.id(), actor.person(), Act.RECOMMENDED, Act.CITY_PASSED);
    }

    /** Whether somebody had a part in what is to be decided; whoever did does not decide it. */
    public boolean hasPrepared(Actor actor, CaseFile file) {
        return files.hasActed(file.id(), actor.person(), Act.ofReview());
    }

    /** Whether they write applications. */
    public boolean writes(Actor actor) {
        return files.writes(actor);
    }

    /** Whether they are drawn for cases one by one. */
    public boolean sits(Actor actor) {
        return reach.ties(actor, Deed.SEE, Thing.CASE).contains(Tie.SEAT);
    }

    private boolean maySee(Actor actor, CaseFile file) {
        return reach.may(actor, Deed.SEE, Thing.CASE, file.id().value());
    }

    private Dossiers.Reader reader(Actor actor, CaseFile file) {
        var votes = reach.may(actor, Deed.SEE, Thing.BALLOT, file.id().value());
        var ties = reach.ties(actor, Deed.SEE, Thing.CASE);
        return new Dossiers.Reader(
                actor,
                ties.contains(Tie.PART),
                votes
                        ? Dossiers.Votes.ALL
                        : ties.contains(Tie.SEAT)
                                ? Dossiers.Votes.OWN
                                : ties.contains(Tie.OWNER) && !file.step().isOpen()
                                        ? Dossiers.Votes.WITHOUT_NAMES
                                        : Dossiers.Votes.NONE,
                LocalDate.now(clock));
    }
}
