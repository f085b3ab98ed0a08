package org.zhongchuang.records.evidence;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** Who writes the records of a makerspace, and who may read them. */
@Service
public class WhoseRecords {

    private final Reach reach;
    private final Spaces spaces;

    WhoseRecords(Reach reach, Spaces spaces) {
        this.reach = reach;
        this.spaces = spaces;
    }

    /** Whether somebody writes the records of that space. */
    public boolean keeps(Actor actor, SubjectId space) {
        return reach.may(actor, Deed.KEEP, Thing.SPACE, space.value());
    }

    /** Whether somebody may read them: whoever writes them, and the offices in charge. */
    public boolean mayRead(Actor actor, SubjectId space) {
        return reach.may(actor, Deed.SEE, Thing.SPACE, space.value());
    }

    /** The makerspace that an address names, if somebody may read its records. */
    public Optional<Space> space(Actor actor, String id) {
        return Typed.id(id, SubjectId::new).filter(one -> mayRead(actor, one)).flatMap(spaces::find);
    }
}
