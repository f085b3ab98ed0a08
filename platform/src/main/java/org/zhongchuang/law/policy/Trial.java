package org.zhongchuang.law.policy;

import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Document;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/** What a document would make of the others. */
public sealed interface Trial {

    /**
     * It goes together with them.
     *
     * @param own what the document says of itself
     * @param after the pack as it stands once the document holds
     * @param before the same until then; empty where the document amends none
     * @param amendment how it changes another one; empty where it amends none
     * @param doubts what is worth a second look
     */
    record Fits(
            Document own,
            PolicyPack after,
            Optional<PolicyPack> before,
            Optional<Amendment> amendment,
            List<Flaw> doubts)
            implements Trial {

        /** The id of the document's own pack. */
        public String pack() {
            return amendment.map(Amendment::pack).orElseGet(after::id);
        }
    }

    /** Why it cannot be entered: with the places where that is known. */
    record Wrong(List<Flaw> flaws, Optional<Text> why) implements Trial {}
}
