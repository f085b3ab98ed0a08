package org.zhongchuang.ground.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What somebody may see and do, by owner, organisation, area and step. Pages, lists, exports, files, acts and templates
 * ask here and decide nothing themselves; what each role may stands in {@link Rights}.
 */
@Service
public class Reach {

    private static final Map<Role, Rights> RIGHTS =
            new EnumMap<>(Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), Rights::of)));

    private final Map<Thing, Keeper> keepers = new EnumMap<>(Thing.class);
    private final Offices offices;

    Reach(List<Keeper> keepers, Offices offices) {
        this.offices = offices;
        for (var keeper : keepers) {
            for (var thing : keeper.keeps()) {
                if (this.keepers.put(thing, keeper) != null) {
                    throw new IllegalStateException("two keepers answer for " + thing);
                }
            }
        }
    }

    /** What is to be told to somebody who asks for a thing. */
    public enum Answer {
        YES,
        /** They may know of it, but not do this with it. */
        NOT_THEIRS,
        /** For them there is no such thing. */
        NOTHING_THERE
    }

    /** Whether people like the actor do that at all, with some thing of the kind. */
    public boolean may(Actor actor, Deed deed, Thing thing) {
        return !ties(actor, deed, thing).isEmpty();
    }

    /** Whether the actor may do that with the thing of that name; never with one that does not exist. */
    public boolean may(Actor actor, Deed deed, Thing thing, String id) {
        return where(thing, id).filter(where -> may(actor, deed, thing, where)).isPresent();
    }

    public boolean may(Actor actor, Deed deed, Thing thing, UUID id) {
        return may(actor, deed, thing, id.toString());
    }

    /** Whether the actor may do that with something that lies there. */
    public boolean may(Actor actor, Deed deed, Thing thing, Whereabouts where) {
        return ties(actor, deed, thing).stream().anyMatch(tie -> binds(tie, actor, where));
    }

    /** What to answer somebody who wants to do one of these things; empty when there is no such thing at all. */
    public Optional<Answer> ask(Actor actor, Set<Deed> deeds, Thing thing, String id) {
        return where(thing, id).map(where -> {
            if (deeds.stream().anyMatch(deed -> may(actor, deed, thing, where))) {
                return Answer.YES;
            }
            return where.open() || may(actor, Deed.SEE, thing, where) ? Answer.NOT_THEIRS : Answer.NOTHING_THERE;
        });
    }

    /** The ties of which each is enough for people in the actor's role. */
    public Set<Tie> ties(Actor actor, Deed deed, Thing thing) {
        return Objects.requireNonNull(RIGHTS.get(actor.role())).ties(deed, thing);
    }

    /** The bounds of a list: what of a kind the actor may see. */
    public Bounds bounds(Actor actor, Thing thing) {
        return bounds(actor, Deed.SEE, thing);
    }

    /** The bounds of a list of what the actor may do something with. */
    public Bounds bounds(Actor actor, Deed deed, Thing thing) {
        var ties = ties(actor, deed, thing);
        var whole = isWhole(actor);
        return new Bounds(
                ties.contains(Tie.CITY) || (ties.contains(Tie.WHOLE_CITY) && whole),
                ties.contains(Tie.AREA) ? actor.area() : "",
                ties.contains(Tie.PAYER) ? actor.area() : "",
                ties.contains(Tie.OWNER) ? actor.organisation() : new OrganisationId(Bounds.NOBODY),
                ties.contains(Tie.OWNER) ? actor.person() : new PersonId(Bounds.NOBODY),
                ties.contains(Tie.OFFICE) ? offices.programmesOf(actor.role()) : Set.of(),
                whole && !actor.is(Role.COUNTY_OFFICER) ? "" : actor.area());
    }

    private Optional<Whereabouts> where(Thing thing, String id) {
        var keeper = keepers.get(thing);
        if (keeper == null) {
            throw new IllegalStateException("nobody keeps " + thing);
        }
        return keeper.find(thing, id);
    }

    private boolean binds(Tie tie, Actor actor, Whereabouts where) {
        return switch (tie) {
            case OWNER ->
                where.owners().contains(actor.organisation().value())
                        || where.owners().contains(actor.person().value());
            case CITY -> where.handedIn();
            case WHOLE_CITY -> where.handedIn() && isWhole(actor);
            case AREA -> where.handedIn() && where.areas().contains(actor.area());
            case PAYER -> where.handedIn() && where.payers().contains(actor.area());
            case OFFICE -> where.handedIn() && where.offices().contains(actor.role()) && covers(actor, where);
            case TURN -> where.handedIn() && where.turn().filter(actor::holds).isPresent();
            case SEAT -> where.handedIn() && where.seated().contains(actor.person());
            case PART -> where.handedIn() && where.taken().contains(actor.person());
        };
    }

    /** An office of the city has all its counties; a county's has its own, whatever its appointment says. */
    private boolean covers(Actor actor, Whereabouts where) {
        return where.areas().contains(actor.area()) || (isWhole(actor) && !actor.is(Role.COUNTY_OFFICER));
    }

    private boolean isWhole(Actor actor) {
        return actor.area().equals(offices.wholeCity());
    }
}
