package org.zhongchuang.ground.desk;

import java.util.stream.Stream;
import org.zhongchuang.ground.access.Actor;

/** A module's part of everybody's desk. */
public interface DeskCards {

    /** What it has for somebody, in their reach. Asked each time a desk is opened: it counts, and loads no rows. */
    Stream<DeskCard> cardsFor(Actor actor);
}
