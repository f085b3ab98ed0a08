package org.zhongchuang.ground.desk;

import java.time.Instant;
import java.util.stream.Stream;
import org.zhongchuang.ground.access.Actor;

/** What a module has to tell somebody that others did while they were away. */
public interface DeskNews {

    /** The latest first, not many more than {@code most}, in the reader's reach and by nobody but others. */
    Stream<News> newsFor(Actor actor, Instant since, int most);
}
