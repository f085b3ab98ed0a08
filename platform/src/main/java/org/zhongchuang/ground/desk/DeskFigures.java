package org.zhongchuang.ground.desk;

import java.util.stream.Stream;
import org.zhongchuang.ground.access.Actor;

/** The figures that a module has for somebody's desk. */
public interface DeskFigures {

    /** Those that somebody answers for, in their reach; none where there is nothing to draw. */
    Stream<DeskFigure> figuresFor(Actor actor);
}
