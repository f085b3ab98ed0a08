package org.zhongchuang.procedure.casework;

import java.util.Map;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Something that gives somebody a ground to claim: a higher award, an event, a published grade, a year.
 *
 * @param matter its name among the cases of the programme; empty where there is one for all
 * @param facts what the registers know of it, by fact, in plain form
 * @param source where that stands, in words
 */
public record Occasion(SubjectId subject, String matter, Text label, Map<String, String> facts, Text source) {

    public Occasion {
        facts = Map.copyOf(facts);
    }

    /** The one ground of a programme that has no others. */
    public static Occasion whole(SubjectId subject) {
        return new Occasion(subject, "", Text.of("—", "—"), Map.of(), Text.of("—", "—"));
    }
}
