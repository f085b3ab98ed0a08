package org.zhongchuang.procedure.review;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.NotWritable;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/** A visit on site: two of the office go together, take photographs, and it counts when both say so. */
@Service
public class VisitActs {

    private final Desk desk;
    private final CaseFiles files;
    private final Papers papers;
    private final Visits visits;
    private final Accounts accounts;
    private final FileStore store;

    VisitActs(Desk desk, CaseFiles files, Papers papers, Visits visits, Accounts accounts, FileStore store) {
        this.desk = desk;
        this.files = files;
        this.papers = papers;
        this.visits = visits;
        this.accounts = accounts;
        this.store = store;
    }

    /** Records a visit; it counts once the colleague who was there too confirms it. */
    @Transactional
    public Handling visit(
            Actor actor, CaseId id, Ticket ticket, PersonId companion, Map<String, Boolean> checks, String notes) {
        return desk.act(actor, id, ticket, List.of(Step.SITE_VISIT), file -> {
            var colleague = accounts.holding(Role.COUNTY_OFFICER, file.area()).stream()
                    .anyMatch(one -> one.person().equals(companion) && !desk.isRelated(one.login(), file));
            if (!colleague || companion.equals(actor.person())) {
                return Handling.refused(Reason.TAKES_TWO);
            }
            if (notes.isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            visits.add(id, desk.today(), actor, companion, checks, notes);
            return desk.stay(file, actor, ticket, Act.VISITED, "");
        });
    }

    /** Adds a photograph taken during the visit. */
    @Transactional
    public Storing addPhoto(Actor actor, CaseId id, InputStream content, String name) {
        var file = files.lock(id)
                .filter(one -> one.step() == Step.SITE_VISIT
                        && files.isNear(actor, one)
                        && !desk.isRelated(actor.login(), one))
                .orElseThrow(() -> new NotWritable("case " + id + " is not being visited by " + actor.login()));
        var storing = store.store(content, name, actor.person().value());
        if (storing instanceof Storing.Stored(var stored)) {
            papers.attach(file.id(), Papers.PHOTO, stored.id(), actor.person());
        }
        return storing;
    }

    @Transactional
    public Handling confirmVisit(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(
                actor,
                id,
                ticket,
                List.of(Step.SITE_VISIT),
                file -> visits.confirm(id, actor.person())
                        ? desk.forward(file, actor, ticket, Act.VISIT_CONFIRMED, "")
                        : Handling.refused(Reason.TAKES_TWO));
    }
}
