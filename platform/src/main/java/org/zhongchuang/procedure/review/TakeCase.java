package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/**
 * An officer takes a case on, or hands it to a colleague, so that all see who works on it. It stays with them as long
 * as the case stays with their office.
 */
@Service
public class TakeCase {

    private static final List<Step> OFFICE_STEPS = List.of(
            Step.ACCEPTANCE, Step.REVIEW, Step.SITE_VISIT, Step.CITY_REVIEW, Step.MEETING, Step.NOTICE, Step.DECISION);

    private final Desk desk;
    private final CaseFiles files;
    private final Accounts accounts;

    TakeCase(Desk desk, CaseFiles files, Accounts accounts) {
        this.accounts = accounts;
        this.desk = desk;
        this.files = files;
    }

    /** Hands a case to a colleague of the office, or gives it to one of those whom the actor leads. */
    @Transactional
    public Handling assign(Actor actor, CaseId id, Ticket ticket, PersonId colleague) {
        return desk.act(
                actor,
                id,
                ticket.about(colleague),
                Act.ASSIGNED,
                OFFICE_STEPS,
                file -> mayAssign(actor, file),
                file -> {
                    var found = colleagues(actor, file).stream()
                            .filter(one -> one.person().equals(colleague))
                            .findFirst();
                    if (found.isEmpty()) {
                        return Handling.refused(Reason.NO_CHOICE);
                    }
                    files.assign(file, colleague);
                    return desk.stay(
                            file, actor, ticket, Act.ASSIGNED, found.get().name());
                });
    }

    /**
     * Whether somebody may say who handles a case: the office that has it, and who leads that office. A lead gives
     * cases out and does nothing else with them.
     */
    public boolean mayAssign(Actor actor, CaseFile file) {
        return OFFICE_STEPS.contains(file.step()) && (file.isWith(actor) || leads(actor, file));
    }

    private static boolean leads(Actor actor, CaseFile file) {
        return file.holder() != null && actor.leads(file.holder());
    }

    /** What somebody who took a case on is called. */
    public Optional<String> nameOf(PersonId person) {
        return accounts.nameOf(person);
    }

    /** Those to whom the actor may give a case. */
    public List<Actor> colleagues(Actor actor, CaseFile file) {
        return (file.isWith(actor)
                        ? accounts.colleagues(actor)
                        : leads(actor, file) ? accounts.ledBy(actor) : List.<Actor>of())
                .stream().filter(one -> !desk.isRelated(one.login(), file)).toList();
    }

    /** Those to whom the actor may give cases at all: their own office, and those whom they lead. */
    public List<Actor> colleagues(Actor actor) {
        return Stream.of(accounts.colleagues(actor), accounts.ledBy(actor))
                .flatMap(List::stream)
                .toList();
    }

    @Transactional
    public Handling take(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(actor, id, ticket, Act.TAKEN, OFFICE_STEPS, file -> {
            files.assign(file, actor.person());
            return desk.stay(file, actor, ticket, Act.TAKEN, "");
        });
    }
}
