package org.zhongchuang.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.zhongchuang.access.Actor;
import org.zhongchuang.audit.Act.Group;
import org.zhongchuang.audit.ActsOnRecord.Question;

/** When somebody signed in lately, and when somebody tried to in their name: for their own eyes. */
@Service
public class RecentSignIns {

    private final ActsOnRecord record;

    RecentSignIns(ActsOnRecord record) {
        this.record = record;
    }

    public List<RecordedAct> of(Actor actor, int most) {
        return record.page(
                new Question(
                        actor.login(),
                        "",
                        Optional.of(Group.SIGN_IN),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Group.SIGN_IN)),
                0,
                most);
    }
}
