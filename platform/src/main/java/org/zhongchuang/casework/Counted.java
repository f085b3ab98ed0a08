package org.zhongchuang.casework;

import java.util.Map;
import java.util.UUID;

/**
 * Whoever keeps records of a makerspace answers with the facts that can be counted from them, so that nobody types
 * them.
 */
public interface Counted {

    /** Values in their plain form by fact; only what there are records for. */
    Map<String, String> of(UUID space);
}
