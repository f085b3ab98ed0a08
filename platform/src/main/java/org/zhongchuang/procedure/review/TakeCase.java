package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.Optional;
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

    /** Hands a case to a colleague of the office. */
    @Transactional
    public Handling assign(Actor actor, CaseId id, Ticket ticket, PersonId colleague) {
        return desk.act(actor, id, ticket, OFFICE_STEPS, file -> {
            var found = colleagues(actor, file).stream()
                    .filter(one -> one.person().equals(colleague))
                    .findFirst();
            if (found.isEmpty()) {
                return Handling.refused(Reason.NO_CHOICE);
            }
            files.assign(file, colleague);
            return desk.stay(file, actor, ticket, Act.ASSIGNED, found.get().name());
        });
    }

    /** What somebody who took a case on is called. */
    public Optional<String> nameOf(PersonId person) {
        return accounts.nameOf(person);
    }

    /** Those who could handle a case in the actor's place. */
    public List<Actor> colleagues(Actor actor, CaseFile file) {
        return accounts.colleagues(actor).stream()
                .filter(one -> !desk.isRelated(one.login(), file))
                .toList();
    }

    @Transactional
    public Handling take(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(actor, id, ticket, OFFICE_STEPS, file -> {
            files.assign(file, actor.person());
            return desk.stay(file, actor, ticket, Act.TAKEN, "");
        });
    }
}
