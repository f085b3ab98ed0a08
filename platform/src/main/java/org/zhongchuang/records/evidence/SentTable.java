package org.zhongchuang.records.evidence;

import org.zhongchuang.engine.Text;

/** What came of sending a table. */
public sealed interface SentTable {

    /** It was read; nothing is kept yet. */
    record Read(Batch batch) implements SentTable {}

    /** It is no table. */
    record Rejected(Text why) implements SentTable {}
}
