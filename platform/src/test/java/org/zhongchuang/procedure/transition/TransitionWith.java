package org.zhongchuang.procedure.transition;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.calendar.OneByOne;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;

/** What is done to open cases of the city, one at a time, as if it had other policies. */
public final class TransitionWith {

    private final OpenCases work;
    private final Transitions transitions;

    public TransitionWith(Policies policies, BeanFactory city) {
        var jdbc = city.getBean(JdbcClient.class);
        transitions = new Transitions(city.getBean(Reach.class), jdbc, city.getBean(Clock.class));
        work = new OpenCases(
                policies,
                city.getBean(CaseFiles.class),
                city.getBean(CaseFacts.class),
                transitions,
                city.getBean(OneByOne.class),
                jdbc);
    }

    public List<Amendment> since(CaseFile file) {
        return work.since(transitions.filedUnder(file.id()).orElse(file.edition()), file.programme());
    }

    /** What the work does with one case. */
    public void goOn(CaseFile file) {
        work.goOn(file.id(), since(file).getLast());
    }
}
