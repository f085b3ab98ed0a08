package org.zhongchuang.ground.kernel;

import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Text;

/** Why something was not done, as a value: each module lists its own, and pages show them all in one way. */
public interface Refusal {

    /** By which programs and tests know it; the constant of an enum. */
    String name();

    /** As whoever asked is told. */
    Text text();

    /** The other thing because of which it was not done, where there is one that whoever asked may open. */
    default Optional<InTheWay> inTheWay() {
        return Optional.empty();
    }

    /** The names of the rules of the schema that say the same: breaking one of them is this refusal. */
    default Set<String> constraints() {
        return Set.of();
    }
}
