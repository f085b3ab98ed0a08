package org.zhongchuang.access;

import java.util.UUID;

/**
 * A person acting under one appointment: every use case takes one.
 *
 * @param area the code of the area the appointment covers
 * @param unit the name of the organisation the person acts for
 */
public record Actor(
        UUID person,
        String login,
        String name,
        UUID appointment,
        Role role,
        String area,
        UUID organisation,
        String unit) {

    public boolean is(Role... roles) {
        for (var one : roles) {
            if (role == one) {
                return true;
            }
        }
        return false;
    }
}
