package org.zhongchuang.assessment;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may not judge whom, from what the city knows: employment by the operator, mentoring in the space, a stake in or
 * money given to a tenant, being or employing one, and whatever was declared (J2).
 */
@Component
class Conflicts {

    private static final String FOUND = """
            with spaces as (select e.space, e.operator from assessment.entry e where e.round = :round),
            experts as (
              select a.person, p.name from access.appointment a join access.person p on p.id = a.person
               where a.role = 'EXPERT' group by a.person, p.name),
            employers as (
              select x.person, a.organisation, o.name from experts x join access.appointment a on a.person = x.person
                join access.organisation o on o.id = a.organisation
               where a.until is null or a.until >= :since),
            rows as materialized (
              select r.space, r.kind, r.party, coalesce(k.id, s.id) subject, coalesce(k.name, s.name) subject_name
                from evidence.entry r
                left join registry.subject s on s.id = r.subject
                left join registry.subject k on k.id = s.merged_into
               where r.voided_at is null and r.kind in ('AGREEMENTS', 'FOUNDERS', 'MENTORS', 'SESSIONS', 'FINANCING', 'STAFF')
                 and (r.until is null or r.until >= :since) and (r.kind <> 'FINANCING' or r.day >= :since)
                 and r.space in (select space from spaces))
            select s.space, m.person, 'EMPLOYED' why from spaces s join employers m on m.organisation = s.operator
            union select r.space, x.person, case r.kind when 'FINANCING' then 'INVESTS' when 'STAFF' then 'EMPLOYED' when 'FOUNDERS' then 'TENANT' else 'MENTORS' end
              from rows r join experts x on x.name = r.party where r.kind <> 'AGREEMENTS'
            union select r.space, m.person, 'INVESTS' from rows r join employers m on m.name = r.party where r.kind = 'FINANCING'
            union select r.space, m.person, 'TENANT' from rows r join employers m on m.name = r.subject_name where r.kind = 'AGREEMENTS'
            union select r.space, t.person, t.kind from rows r join registry.tie t on t.subject = r.subject
                   where r.kind = 'AGREEMENTS' and (t.until is null or t.until >= :since)
            union select s.space, t.person, t.kind from spaces s join registry.tie t on t.subject = s.space
                   where t.until is null or t.until >= :since
            """;

    private final JdbcClient jdbc;

    Conflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By space and expert, what bars the expert.
     *
     * @param since ties that ended before that day bar no more
     */
    Map<UUID, Map<UUID, String>> of(UUID round, LocalDate since) {
        var found = new HashMap<UUID, Map<UUID, String>>();
        jdbc.sql(FOUND).param("round", round).param("since", since).query((ResultSet row) -> {
            found.computeIfAbsent(row.getObject("space", UUID.class), _ -> new HashMap<>())
                    .put(row.getObject("person", UUID.class), row.getString("why"));
        });
        return found;
    }
}
