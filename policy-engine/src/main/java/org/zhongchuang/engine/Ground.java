package org.zhongchuang.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The records of which each is a ground for one claim.
 *
 * @param facts the facts that such a record tells, by what it tells
 */
public record Ground(Source from, Map<String, String> facts) {

    public Ground {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    /** What a record tells as facts of the programme; what the pack does not ask for is left out. */
    public Map<String, String> told(Map<String, String> record) {
        var told = new LinkedHashMap<String, String>();
        record.forEach((name, value) -> {
            var fact = facts.get(name);
            if (fact != null) {
                told.put(fact, value);
            }
        });
        return told;
    }

    /** The records that the product keeps, each with what one tells. */
    public enum Source {
        HIGHER_AWARDS("document", "level", "amount", "matched"),
        PUBLISHED_GRADES("grade"),
        EVENTS("registered_before"),
        PRIZES("level", "rank"),
        YEARS_OF_RECOGNITION("recognised", "nth"),
        HIRED_GRADUATES("resident", "resident_from", "resident_until");

        private final Set<String> tells;

        Source(String... tells) {
            this.tells = Set.of(tells);
        }

        public Set<String> tells() {
            return tells;
        }
    }
}
