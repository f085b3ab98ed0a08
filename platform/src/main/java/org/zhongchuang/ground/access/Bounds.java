package org.zhongchuang.ground.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What of a list somebody may see, as parameters of its query. Each list names the columns it has:
 *
 * <pre>(:everywhere or w.area = :ownArea or w.payer = :ownTreasury or w.organisation = :ownOrganisation
 *  or (w.programme = any (:ownProgrammes) and :officeArea in ('', w.area)))</pre>
 *
 * A column that a list leaves out shows less, never more. Texts that are empty and {@link #NOBODY} match nothing.
 *
 * @param programmes those with a step for the actor's office, in {@code officeArea} or, when that is empty, anywhere
 */
public record Bounds(
        boolean everywhere,
        String area,
        String treasury,
        OrganisationId organisation,
        PersonId person,
        Set<String> programmes,
        String officeArea) {

    static final UUID NOBODY = new UUID(0, 0);

    /** The values under the names that queries use. */
    public Map<String, Object> parameters() {
        return Map.of(
                "everywhere", everywhere,
                "ownArea", area,
                "ownTreasury", treasury,
                "ownOrganisation", organisation.value(),
                "ownPerson", person.value(),
                "ownProgrammes", programmes.toArray(String[]::new),
                "officeArea", officeArea);
    }
}
