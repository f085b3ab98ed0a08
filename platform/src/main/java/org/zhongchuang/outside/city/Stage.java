package org.zhongchuang.outside.city;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.inbox.Cases;

/** Everything that a story needs: who plays in it, and what each of them can do. */
@Component
public record Stage(
        Cast cast, Applicants applicants, Offices offices, Citizens citizens, Cases cases, Policies policies) {

    /** The pack of the city that the stories are about. */
    private static final String OF = "jiaxing-2015-90";

    /** Whether the stories can be told: they are about one city. */
    boolean hasStories() {
        return policies.find(OF).isPresent();
    }

    List<Programme.RubricItem> rubric(String programme) {
        return policies.current().programme(programme).filed().rubric();
    }
}
