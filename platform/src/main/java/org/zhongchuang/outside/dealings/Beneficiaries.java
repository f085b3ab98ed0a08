package org.zhongchuang.outside.dealings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;

/** Who acts for an organisation that was granted something. */
@Component
record Beneficiaries(Accounts accounts, ClaimDesk desk, JdbcClient jdbc) {

    Actor of(OrganisationId organisation) {
        return accounts.appointmentsOf(jdbc.sql("""
                                select p.login from access.public_appointment a join access.public_person p on p.id = a.person
                                 where a.organisation = :organisation and a.role in ('OPERATOR', 'FIRM', 'FOUNDER') order by p.login limit 1
                                """)
                        .param("organisation", organisation.value())
                        .query(String.class)
                        .single())
                .getFirst();
    }

    /** A payment came back: they give another account. */
    void giveAnother(OrganisationId organisation, String number) {
        desk.changeAccount(of(organisation), number);
    }
}
