package org.zhongchuang.outside.dealings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.menu.ReadyPeople;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.outside.city.Claimants;

/**
 * The operator of the recognised makerspace in which the demonstration's firm lives: it has tenants and records; and a
 * finance officer of the city who has something to pay, if anybody there has.
 */
@Component
record ReadyAccounts(Claimants claimants, Accounts accounts, Payments payments, Policies policies, Clock clock)
        implements ReadyPeople {

    @Override
    public List<Actor> ready() {
        var operator = claimants.recognisedBefore(LocalDate.now(clock)).stream()
                .limit(1)
                .map(space -> claimants.operatorOf(space.space()));
        return Stream.concat(operator, treasury()).toList();
    }

    private Stream<Actor> treasury() {
        var city = policies.current().areas().getFirst().code();
        var officers = accounts.holding(Role.FINANCE_OFFICER, city);
        return officers.stream()
                .filter(one -> !payments.queue(one).isEmpty())
                .findFirst()
                .or(() -> officers.stream().findFirst())
                .stream();
    }
}
