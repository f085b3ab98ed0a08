package org.zhongchuang.money.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.law.policy.Policies;

/** Whose books somebody may see: a county's treasury its own; the city's treasury, and those who watch, all. */
@Component
public class Treasuries {

    private final Reach reach;
    private final Policies policies;

    Treasuries(Reach reach, Policies policies) {
        this.reach = reach;
        this.policies = policies;
    }

    public boolean seesAll(Actor actor) {
        return reach.bounds(actor, Thing.BOOKS).everywhere();
    }

    /** Whether somebody keeps books at all. */
    public boolean keepsBooks(Actor actor) {
        return reach.may(actor, Deed.HANDLE, Thing.BOOKS);
    }

    /** Whether somebody keeps the books of that treasury. */
    public boolean keepsBooks(Actor actor, String payer) {
        return reach.may(actor, Deed.HANDLE, Thing.BOOKS, payer);
    }

    /** The treasuries whose books somebody keeps. */
    public Set<String> keptBy(Actor actor) {
        return seenBy(actor).stream()
                .map(Area::code)
                .filter(payer -> keepsBooks(actor, payer))
                .collect(Collectors.toSet());
    }

    public List<Area> seenBy(Actor actor) {
        return policies.current().areas().stream()
                .filter(area -> reach.may(actor, Deed.SEE, Thing.BOOKS, area.code()))
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
