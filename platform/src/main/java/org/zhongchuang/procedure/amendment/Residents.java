package org.zhongchuang.procedure.amendment;

import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;

/** Those whom a programme may concern, with what is known of them. Whoever keeps records of somebody answers. */
public interface Residents {

    /**
     * Empty where nothing is known for that programme.
     *
     * @param asked the facts that rules ask for, those of today first
     */
    List<Resident> of(Programme programme, List<Fact> asked);

    /**
     * One of them.
     *
     * @param area the code of the area they belong to
     * @param kind what they are, as a word to group by
     */
    record Resident(String name, String area, Text kind, Map<String, FactValue> facts) {}
}
