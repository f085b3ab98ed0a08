package org.zhongchuang.law.edition;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.EnteredDocuments.Entered;

/** Documents that another officer has proposed and nobody has decided; due by the day from which they are to hold. */
@Component
class DocumentsAtDesk implements DeskCards {

    private final Reach reach;
    private final EnteredDocuments documents;

    DocumentsAtDesk(Reach reach, EnteredDocuments documents) {
        this.reach = reach;
        this.documents = documents;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!reach.may(actor, Deed.SETTLE, Thing.PARAMETER)) {
            return Stream.empty();
        }
        var open = documents.open().stream()
                .filter(one -> !one.proposedBy().equals(actor.person()))
                .toList();
        return DeskCard.toDo(
                new Pile(
                        open.size(),
                        Optional.empty(),
                        open.stream().map(Entered::from).min(Comparator.naturalOrder())),
                Text.of("份政策文件待审批", "document to approve|documents to approve"),
                // One thing alone is opened at once, without a list of it.
                open.size() == 1 ? "/documents/" + open.getFirst().id() : "/documents?state=open",
                "file-text");
    }
}
