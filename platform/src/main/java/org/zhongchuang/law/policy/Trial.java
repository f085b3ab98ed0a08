package org.zhongchuang.law.policy;

import java.util.List;
import java.util.Map;
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
     * @param together the editions of all documents with it among them
     */
    record Fits(
            Document own,
            PolicyPack after,
            Optional<PolicyPack> before,
            Optional<Amendment> amendment,
            List<Flaw> doubts,
            List<List<DatedEdition>> together)
            implements Trial {

        /** What it says otherwise than the one that it amends. */
        public Compared compared() {
            return new Compared(amendment, before, after);
        }

        /** The id of the document's own pack. */
        public String pack() {
            return amendment.map(Amendment::pack).orElseGet(after::id);
        }
    }

    /** A document beside the one that it amends, if it amends one. */
    record Compared(Optional<Amendment> amendment, Optional<PolicyPack> before, PolicyPack after) {}

    /** What is looked at in a pack before it is used; whoever knows all words of packs answers. */
    interface Checks {

        /** Words of packs that only the program knows, by the record and the key at which they stand. */
        Map<String, List<String>> words();

        /**
         * What is wrong with a pack, or worth a second look, each with its place in the files as somebody wrote them.
         *
         * @param own the files that were handed in
         * @param whole the files of the pack as it stands with them
         */
        List<Flaw> problemsOf(PolicyPack pack, Map<String, String> own, Map<String, String> whole);
    }

    /** Why it cannot be entered: with the places where that is known. */
    record Wrong(List<Flaw> flaws, Optional<Text> why) implements Trial {}
}
