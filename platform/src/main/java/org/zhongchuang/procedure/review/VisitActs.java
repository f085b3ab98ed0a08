package org.zhongchuang.procedure.review;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Programme.CheckItem;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
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

    /**
     * Records a visit; it counts once the colleague who was there too confirms it. Each item of the checklist that was
     * not as it should be says what was wrong.
     */
    @Transactional
    public Handling visit(Actor actor, CaseId id, Ticket ticket, Visit.Report report) {
        return desk.act(actor, id, ticket, Act.VISITED, List.of(Step.SITE_VISIT), file -> {
            var companion = report.companion();
            var colleague = accounts.holding(Role.COUNTY_OFFICER, file.area()).stream()
                    .anyMatch(one -> one.person().equals(companion) && !desk.isRelated(one.login(), file));
            if (!colleague || companion.equals(actor.person())) {
                return Handling.refused(Reason.TAKES_TWO);
            }
            if (report.notes().isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            if (report.day().isAfter(desk.today()) || report.day().isBefore(Objects.requireNonNull(file.filedOn()))) {
                return Handling.refused(Reason.WRONG_DAY);
            }
            var failed = desk.programme(file).filed().visitChecklist().stream()
                    .map(CheckItem::id)
                    .filter(item -> !report.checks().getOrDefault(item, false))
                    .collect(Collectors.toSet());
            if (!failed.equals(report.faults().keySet())
                    || !report.faults().values().stream().allMatch(fault -> Desk.fits(fault, 2, 1000))) {
                return Handling.refused(Reason.FAULT_WITHOUT_REASON);
            }
            visits.add(id, actor, report);
            return desk.stay(file, actor, ticket, Act.VISITED, "");
        });
    }

    /** Adds a photograph taken during the visit; one that lies there already by the same name is kept once. */
    @Transactional
    public Storing addPhoto(Actor actor, CaseId id, InputStream content, String name) {
        var file = files.lock(id)
                .filter(one -> one.step() == Step.SITE_VISIT
                        && files.isNear(actor, one)
                        && !desk.isRelated(actor.login(), one))
                .orElseThrow(() -> new NotWritable("case " + id + " is not being visited by " + actor.login()));
        var storing = store.store(content, name, actor.person().value());
        if (storing instanceof Storing.Stored(var stored)) {
            if (papers.holds(id, Papers.PHOTO, stored.name(), stored.sha256())) {
                return new Storing.Rejected(Storing.Reason.THERE_ALREADY);
            }
            papers.attach(file.id(), Papers.PHOTO, stored.id(), actor.person());
        }
        return storing;
    }

    /** Agrees with the record. With nothing wrong on site the case goes on; otherwise it stays where it is. */
    @Transactional
    public Handling confirmVisit(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.VISIT_CONFIRMED,
                List.of(Step.SITE_VISIT),
                file -> !visits.confirm(id, actor.person())
                        ? Handling.refused(Reason.TAKES_TWO)
                        : visits.of(id).orElseThrow().hasFaults()
                                ? desk.stay(file, actor, ticket, Act.VISIT_FAILED, "")
                                : desk.forward(file, actor, ticket, Act.VISIT_CONFIRMED, ""));
    }

    /** Does not agree with the record: it does not count, and the visit is recorded anew. */
    @Transactional
    public Handling disputeVisit(Actor actor, CaseId id, Ticket ticket, String reason) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.VISIT_DISPUTED,
                List.of(Step.SITE_VISIT),
                file -> !Desk.fits(reason, 2, 1000)
                        ? Handling.refused(Reason.NO_REASON)
                        : visits.dispute(id, actor.person(), reason)
                                ? desk.stay(file, actor, ticket, Act.VISIT_DISPUTED, reason)
                                : Handling.refused(Reason.TAKES_TWO));
    }
}
