package org.zhongchuang.money.payment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;

/** A bank account is where its holder's organisation is; a batch is with the treasury that pays it. */
@Component
class PaymentKeeper implements Keeper {

    private final JdbcClient jdbc;

    PaymentKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.BANK_ACCOUNT, Thing.BATCH);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return Typed.id(id).flatMap(uuid -> thing == Thing.BATCH ? batch(uuid) : account(uuid));
    }

    private Optional<Whereabouts> batch(UUID id) {
        return jdbc.sql("select payer from payment.batch where id = :id")
                .param("id", id)
                .query((row, _) -> Whereabouts.ofTheCity().paidBy(Set.of(row.getString("payer"))))
                .optional();
    }

    private Optional<Whereabouts> account(UUID id) {
        return jdbc.sql("""
                        select o.id, o.area from payment.bank_account b join access.public_organisation o on o.id = b.organisation
                         where b.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> Whereabouts.in(row.getString("area")).ownedBy(row.getObject("id", UUID.class)))
                .optional();
    }
}
