package org.zhongchuang.procedure.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What somebody may apply for a programme on the ground of, one application each: a prize, a higher award, an event. A
 * module that keeps a register of such grounds implements this.
 */
public interface Occasions {

    String programme();

    /** The grounds that have not been used, of one subject or of all. */
    List<Occasion> open(Optional<SubjectId> subject);

    /**
     * What the register says today of a ground, used or not, by fact; empty where there is no such ground any more.
     * What is true only of the day that asks is not among it.
     */
    Optional<Map<String, String>> facts(SubjectId subject, String matter);
}
