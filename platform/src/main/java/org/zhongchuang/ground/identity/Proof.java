package org.zhongchuang.ground.identity;

import org.zhongchuang.engine.Text;

/** What came of proving who one is, by a password or a code. */
public enum Proof {
    RIGHT,
    WRONG,
    /** Too many wrong ones; none counts for a while. */
    WAIT;

    /** What somebody who must wait is told. */
    public static final Text LATER =
            Text.of("试错太多次，请15分钟后再试。", "Too many wrong tries. Please try again in 15 minutes.");
}
