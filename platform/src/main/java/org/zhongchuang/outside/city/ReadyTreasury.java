package org.zhongchuang.outside.city;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.menu.ReadyPeople;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.payment.Payments;

/** A finance officer of the city, where most money is paid, who has something to pay if anybody there has. */
@Component
record ReadyTreasury(Accounts accounts, Payments payments, Policies policies) implements ReadyPeople {

    @Override
    public List<Actor> ready() {
        var city = policies.current().areas().getFirst().code();
        var officers = accounts.holding(Role.FINANCE_OFFICER, city);
        return officers.stream()
                .filter(one -> !payments.queue(one).isEmpty())
                .findFirst()
                .or(() -> officers.stream().findFirst())
                .stream()
                .toList();
    }
}
