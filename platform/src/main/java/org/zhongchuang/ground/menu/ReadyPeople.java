package org.zhongchuang.ground.menu;

import java.util.List;
import org.zhongchuang.ground.access.Actor;

/** Whom the sign-in page of a demonstration offers before others of their role: people whose first task can be done. */
public interface ReadyPeople {

    List<Actor> ready();
}
