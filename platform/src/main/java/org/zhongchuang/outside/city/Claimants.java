package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.records.registry.SubjectId;

/** The makerspaces of the demonstration that claim money, and who acts for them. */
@Component
public class Claimants {

    private final RecognisedSpaces recognised;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    Claimants(RecognisedSpaces recognised, Accounts accounts, JdbcClient jdbc) {
        this.recognised = recognised;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /**
     * Those that were recognised already the day before, by name: codes are drawn, and their order would be another in
     * each city.
     */
    public List<RecognisedSpace> recognisedBefore(LocalDate today) {
        return recognised.standingSince(today.minusDays(1)).stream()
                .sorted(Comparator.comparing(RecognisedSpace::name))
                .toList();
    }

    /** Who acts for a makerspace. */
    public Actor operatorOf(SubjectId space) {
        var login =
                jdbc.sql("""
                        select p.login from registry.public_space s join access.public_appointment a on a.organisation = s.operator and a.role = 'OPERATOR'
                          join access.public_person p on p.id = a.person where s.id = :space order by p.login limit 1
                        """).param("space", space.value()).query(String.class).single();
        return accounts.appointmentsOf(login).getFirst();
    }
}
