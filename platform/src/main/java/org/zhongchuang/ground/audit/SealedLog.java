package org.zhongchuang.ground.audit;

import java.util.List;
import java.util.Map;

/** Rows that are only ever added, numbered as they come, and sealed as the leaves of one tree. */
public interface SealedLog {

    /** What the tree is called; never changed. */
    String name();

    /** The table of the rows, with a column {@code id}. */
    String table();

    /** All that each of those rows says, in a form that never changes; rows that are gone are missing. */
    Map<Long, String> said(List<Long> rows);
}
