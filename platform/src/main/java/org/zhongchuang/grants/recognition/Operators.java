package org.zhongchuang.grants.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.kernel.Like;

/** The organisations that run makerspaces, for whoever looks for the one that takes a makerspace over. */
@Component
public class Operators {

    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    Operators(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first names in which the words stand; none for fewer than two characters. */
    public List<String> named(String words) {
        var plain = words.strip();
        return plain.length() < 2
                ? List.of()
                : jdbc.sql("""
                                select distinct o.name from access.public_organisation o
                                  join access.public_appointment a on a.organisation = o.id
                                 where a.role = 'OPERATOR' and a.since <= :today and (a.until is null or a.until >= :today) and o.name ilike :like
                                 order by o.name limit :most
                                """)
                        .param("today", LocalDate.now(clock))
                        .param("like", Like.containing(plain))
                        .param("most", MOST)
                        .query((row, _) -> row.getString("name"))
                        .list();
    }
}
