package org.zhongchuang.law.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhongchuang.ground.access.Actor;

/** Asked which applications an amendment touches; answered by whoever keeps the cases. */
public interface EditionTouches {

    /**
     * Applications for one programme that are not decided yet.
     *
     * @param filed how many were filed before the amendment held, and {@code drafts} how many the reader is writing
     */
    record Touched(String programme, long filed, long drafts) {}

    /** Those that somebody may see, for these programmes, filed before a day. */
    List<Touched> touched(Actor actor, Set<String> programmes, LocalDate before);
}
