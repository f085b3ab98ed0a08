package org.zhongchuang.ground.kernel;

import org.zhongchuang.engine.Text;

/** Why something was not done, as a value: each module lists its own, and pages show them all in one way. */
public interface Refusal {

    /** By which programs and tests know it; the constant of an enum. */
    String name();

    /** As whoever asked is told. */
    Text text();
}
