package org.zhongchuang.ground.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;

/** What speaks against a password of somebody whom the city knows. */
@Component
class PasswordAdvice {

    private final PasswordRules rules;
    private final Accounts accounts;

    PasswordAdvice(PasswordRules rules, Accounts accounts) {
        this.rules = rules;
        this.accounts = accounts;
    }

    /** What speaks against a password of that person. */
    Optional<PasswordRules.Reason> against(String password, String login, String name) {
        var words = new ArrayList<>(List.of(login, name));
        accounts.appointmentsOf(login).stream().map(Actor::unit).distinct().forEach(words::add);
        return rules.against(password, words);
    }
}
