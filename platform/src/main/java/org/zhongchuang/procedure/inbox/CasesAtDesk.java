package org.zhongchuang.procedure.inbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.inbox.Cases.Query;

/** Cases that wait for an office, those of them that are late, and what an applicant has to finish. */
@Component
class CasesAtDesk implements DeskCards {

    private final Cases cases;

    CasesAtDesk(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        var cards = new ArrayList<DeskCard>();
        if (actor.isApplicant()) {
            return own(actor);
        }
        if (!cases.takesPart(actor)) {
            return cards;
        }
        var waiting = cases.waiting(actor);
        var total = waiting.getOrDefault("total", 0L);
        var late = waiting.getOrDefault("late", 0L);
        if (late > 0) {
            cards.add(DeskCard.toDo(late, Text.of("件已超期", "cases overdue"), "/inbox?due=late", "alert-triangle"));
        }
        if (total > 0) {
            cards.add(DeskCard.toDo(total, Text.of("件等我办理", "cases wait for me"), "/inbox", "inbox")
                    .due(cases.list(actor, Query.inbox()).rows().stream()
                            .findFirst()
                            .flatMap(file -> Optional.ofNullable(file.dueOn()))));
        }
        return cards;
    }

    /** What an applicant has to correct, and what is not sent yet. */
    private List<DeskCard> own(Actor actor) {
        var cards = new ArrayList<DeskCard>();
        var files = cases.ofOperator(actor.organisation());
        var returned =
                files.stream().filter(file -> file.step() == Step.CORRECTION).toList();
        if (!returned.isEmpty()) {
            cards.add(DeskCard.toDo(
                            returned.size(),
                            Text.of("件须补正", "applications to correct"),
                            place(returned),
                            "alert-triangle")
                    .due(returned.stream()
                            .flatMap(file -> Optional.ofNullable(file.dueOn()).stream())
                            .min(Comparator.<LocalDate>naturalOrder())));
        }
        var drafts = files.stream().filter(file -> file.step() == Step.DRAFT).toList();
        if (!drafts.isEmpty()) {
            cards.add(DeskCard.toDo(
                    drafts.size(), Text.of("件申报还没有提交", "applications not sent yet"), place(drafts), "send"));
        }
        return cards;
    }

    /** Where the only one is written, or the list of all on the desk itself. */
    private static String place(List<CaseFile> files) {
        return files.size() == 1 ? "/applications/" + files.getFirst().id() : "/desk#applications";
    }
}
