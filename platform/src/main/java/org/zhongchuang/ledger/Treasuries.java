package org.zhongchuang.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Role;
import org.zhongchuang.engine.Area;
import org.zhongchuang.policy.Policies;

/** Whose books somebody may see: a county's treasury its own; the city's treasury, and those who watch, all. */
@Component
public class Treasuries {

    private final Policies policies;

    Treasuries(Policies policies) {
        this.policies = policies;
    }

    public boolean seesAll(Actor actor) {
        return actor.role() != Role.FINANCE_OFFICER
                || actor.area().equals(policies.current().areas().getFirst().code());
    }

    public List<Area> seenBy(Actor actor) {
        var all = seesAll(actor);
        return policies.current().areas().stream()
                .filter(area -> all || area.code().equals(actor.area()))
                .toList();
    }

    /** The payer that is asked for, if it may be seen; an empty text where all are meant. */
    public String chosen(Actor actor, String asked) {
        return seenBy(actor).stream()
                .map(Area::code)
                .filter(asked::equals)
                .findFirst()
                .orElse(seesAll(actor) ? "" : actor.area());
    }
}
