package org.zhongchuang.ground.desk;

import java.util.List;
import org.zhongchuang.ground.access.Actor;

/** A module's part of everybody's desk. */
public interface DeskCards {

    /** What it has for somebody, in their reach; nothing where there is nothing. Asked each time a desk is opened. */
    List<DeskCard> of(Actor actor);
}
