package org.zhongchuang.procedure.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What somebody may apply for a programme on the ground of, one application each: a prize, a higher award, an event. A
 * module that keeps a register of such grounds implements this.
 */
public interface Occasions {

    /** The records that are kept, each of which can be a ground. */
    Source source();

    /** The grounds that have not been used for a programme, of one subject or of all. */
    List<Occasion> open(Programme programme, Optional<SubjectId> subject);

    /**
     * What the register says today of a ground, used or not, by fact of the programme; empty where there is no such
     * ground any more. What is true only of the day that asks is not among it.
     */
    Optional<Map<String, String>> facts(Programme programme, SubjectId subject, String matter);
}
