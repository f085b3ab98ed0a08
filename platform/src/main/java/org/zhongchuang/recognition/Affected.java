package org.zhongchuang.recognition;

import java.util.List;
import java.util.UUID;
import org.zhongchuang.engine.Text;

/** Whoever keeps something that hangs on a recognition says what a change would touch. */
public interface Affected {

    /** Empty where nothing hangs on it. */
    List<Text> by(UUID space);
}
