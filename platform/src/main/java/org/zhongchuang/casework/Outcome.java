package org.zhongchuang.casework;

import java.util.UUID;
import org.zhongchuang.access.Actor;

/**
 * What a decision on a programme brings about; implemented by the module that knows, called in the deciding
 * transaction.
 */
public interface Outcome {

    String programme();

    /** Whether the space has already got what the programme grants. */
    boolean has(UUID space);

    /** Brings about what is granted. */
    void grant(Actor decider, CaseFile file, String document);
}
