package org.zhongchuang.outside.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.Drafts;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.ObjectionListener;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.ExpertActs;
import org.zhongchuang.records.registry.Spaces;

/** Everything a story acts with: the real use cases, nothing else. */
@Component
record Stage(
        Cast cast,
        Spaces spaces,
        BeginCase begin,
        Drafts drafts,
        FileCase filing,
        CountyActs county,
        CityActs city,
        ExpertActs experts,
        DecideCase decide,
        Cases cases,
        Notices notices,
        ObjectionListener listener,
        Policies policies,
        Clock clock) {

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Programme.RubricItem> rubric() {
        return policies.current().programme("space-recognition").filed().rubric();
    }

    /** A one-page document that says what it is. */
    byte[] paper() {
        return Paper.BYTES;
    }
}
