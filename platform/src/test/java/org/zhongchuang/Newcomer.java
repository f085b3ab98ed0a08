package org.zhongchuang;

import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;

/**
 * People who have just come to the city of the tests, each with an organisation of their own: no other test knows them.
 */
public final class Newcomer {

    private Newcomer() {}

    /** Somebody in that role and area, whose password is demo. */
    public static Actor in(Role role, String area, Accounts accounts) {
        var login = "n" + UUID.randomUUID().toString().substring(0, 12);
        return accounts.appoint(
                accounts.addPerson(login, login, "demo"),
                role,
                area,
                accounts.addOrganisation("演示·" + login, Optional.empty(), area));
    }
}
