package org.zhongchuang.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.casework.BeginCase;
import org.zhongchuang.casework.Cases;
import org.zhongchuang.casework.CityActs;
import org.zhongchuang.casework.CountyActs;
import org.zhongchuang.casework.DecideCase;
import org.zhongchuang.casework.Drafts;
import org.zhongchuang.casework.ExpertActs;
import org.zhongchuang.casework.FileCase;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.notice.Notices;
import org.zhongchuang.notice.ObjectionListener;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.registry.Spaces;

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
