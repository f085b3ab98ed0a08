package org.zhongchuang.ground.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a thing is, where it lies, and at whose desk: all that decides who reaches it.
 *
 * @param owners the organisations and people whose it is
 * @param areas the areas it lies in; a pair may lie in two
 * @param payers the treasuries that pay it or a share of it; none where it costs nothing
 * @param offices the roles that have a step in its procedure
 * @param turn the role whose step it is at now
 * @param seated the people who were drawn for it and have not left
 * @param taken the people who did a part of it before
 * @param handedIn whether it has left its owner's desk; a draft is nobody else's business
 * @param open whether everybody may know that it is there
 */
public record Whereabouts(
        Set<UUID> owners,
        Set<String> areas,
        Set<String> payers,
        Set<Role> offices,
        Optional<Role> turn,
        Set<PersonId> seated,
        Set<PersonId> taken,
        boolean handedIn,
        boolean open) {

    /** Something of the whole city, which belongs to nobody in particular. */
    public static Whereabouts ofTheCity() {
        return new Whereabouts(
                Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Set.of(), Set.of(), true, false);
    }

    /** Something that lies in that area; without one, it is the whole city's. */
    public static Whereabouts in(@Nullable String area) {
        return area == null ? ofTheCity() : ofTheCity().alsoIn(area);
    }

    public Whereabouts alsoIn(String area) {
        var all = new HashSet<>(areas);
        all.add(area);
        return new Whereabouts(owners, Set.copyOf(all), payers, offices, turn, seated, taken, handedIn, open);
    }

    public Whereabouts ownedBy(@Nullable UUID owner) {
        if (owner == null) {
            return this;
        }
        var all = new HashSet<>(owners);
        all.add(owner);
        return new Whereabouts(Set.copyOf(all), areas, payers, offices, turn, seated, taken, handedIn, open);
    }

    public Whereabouts paidBy(Set<String> treasuries) {
        return new Whereabouts(owners, areas, Set.copyOf(treasuries), offices, turn, seated, taken, handedIn, open);
    }

    /** Whose steps the procedure has, and whose step it is at. */
    public Whereabouts handledBy(Set<Role> roles, Optional<Role> now) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        return new Whereabouts(owners, areas, payers, all, now, seated, taken, handedIn, open);
    }

    public Whereabouts seating(Set<PersonId> people) {
        return new Whereabouts(owners, areas, payers, offices, turn, people, taken, handedIn, open);
    }

    public Whereabouts takenPartBy(Set<PersonId> people) {
        return new Whereabouts(owners, areas, payers, offices, turn, seated, people, handedIn, open);
    }

    public Whereabouts asDraft() {
        return new Whereabouts(owners, areas, payers, offices, turn, seated, taken, false, open);
    }

    public Whereabouts known(boolean toEverybody) {
        return new Whereabouts(owners, areas, payers, offices, turn, seated, taken, handedIn, toEverybody);
    }

    /** Where a pair lies: it is whoever's one of the two is, and known to everybody only if both are. */
    public Whereabouts and(Whereabouts other) {
        var both = this;
        for (var owner : other.owners) {
            both = both.ownedBy(owner);
        }
        for (var area : other.areas) {
            both = both.alsoIn(area);
        }
        return both.known(open && other.open);
    }
}
