package org.zhongchuang.records.evidence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

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
    public boolean keeps(Actor actor, UUID space) {
        return reach.may(actor, Deed.KEEP, Thing.SPACE, space);
    }

    /** Whether somebody may read them: whoever writes them, and the offices in charge. */
    public boolean mayRead(Actor actor, UUID space) {
        return reach.may(actor, Deed.SEE, Thing.SPACE, space);
    }

    /** The makerspace that an address names, if somebody may read its records. */
    public Optional<Space> space(Actor actor, String id) {
        return Typed.id(id).filter(one -> mayRead(actor, one)).flatMap(spaces::find);
    }
}
