package org.zhongchuang.procedure.worklist;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Cases that wait for an office, those of them that are late, and what an applicant has to finish. */
@Component
class CasesAtDesk implements DeskCards {

    private final Worklist worklist;
    private final JdbcClient jdbc;

    CasesAtDesk(Worklist worklist, JdbcClient jdbc) {
        this.worklist = worklist;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (actor.isApplicant()) {
            return Stream.concat(
                    inbox(actor, Text.of("件须补正", "application to correct|applications to correct")), drafts(actor));
        }
        return worklist.takesPart(actor)
                ? Stream.concat(late(actor), inbox(actor, Text.of("件等我办理", "case waits for me|cases wait for me")))
                : Stream.empty();
    }

    private Stream<DeskCard> inbox(Actor actor, Text words) {
        return DeskCard.toDo(worklist.count(actor, Query.waiting()), words, "/inbox?show=waiting", "inbox");
    }

    private Stream<DeskCard> late(Actor actor) {
        var late = Text.of("件已超期", "case overdue|cases overdue");
        return DeskCard.toDo(worklist.count(actor, Query.overdue()), late, "/inbox?due=late", "alert-triangle");
    }

    private Stream<DeskCard> drafts(Actor actor) {
        var drafts = jdbc.sql(
                        "select count(*) from casework.public_case_file where operator = :organisation and step = 'DRAFT'")
                .param("organisation", actor.organisation().value())
                .query(Long.class)
                .single();
        var words = Text.of("件申报还没有提交", "application not sent yet|applications not sent yet");
        return DeskCard.toDo(Pile.of(drafts), words, "/desk?show=drafts#applications", "send");
    }
}
