package org.zhongchuang.ground.access;

import java.util.UUID;
import org.zhongchuang.engine.Audience;

/**
 * A person acting under one appointment: every use case takes one.
 *
 * @param area the code of the area the appointment covers
 * @param unit the name of the organisation the person acts for
 */
public record Actor(
        PersonId person,
        String login,
        String name,
        UUID appointment,
        Role role,
        String area,
        OrganisationId organisation,
        String unit) {

    /** Whether a step that belongs to that role is theirs; all who apply share one desk, that of operators. */
    public boolean holds(Role desk) {
        return role.desk() == desk;
    }

    /** Whether a pack means their role by that word. */
    public boolean holds(String word) {
        return role.word().equals(word);
    }

    /** Whether they act for the authorities. */
    public boolean isOfficial() {
        return role.isOfficial();
    }

    /** Whether they lead the people who hold that role, and give out the cases that wait for them. */
    public boolean leads(Role other) {
        return role.leads(other);
    }

    /** The role under which steps are kept that are theirs. */
    public Role desk() {
        return role.desk();
    }

    /** The group of readers to which the document speaks when it speaks to them. */
    public Audience audience() {
        return role.audience();
    }

    /** Whether they apply for something for themselves or their organisation. */
    public boolean isApplicant() {
        return role.isApplicant();
    }

    public boolean is(Role... roles) {
        for (var one : roles) {
            if (role == one) {
                return true;
            }
        }
        return false;
    }
}
