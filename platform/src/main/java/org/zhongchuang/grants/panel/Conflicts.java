package org.zhongchuang.grants.panel;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Who may not judge whom, from what the city knows: employment by the operator, mentoring in the space, a stake in or
 * money given to a tenant, being or employing one, and whatever was declared.
 */
@Component
public class Conflicts {

    private static final String FOUND = """
            with spaces as materialized (select e.space, e.operator from unnest(cast(:spaces as uuid[]), cast(:operators as uuid[])) e (space, operator)),
            experts as materialized (
              select distinct a.person, registry.public_plain_name(p.name) name from access.public_appointment a
                join access.public_person p on p.id = a.person where a.role = 'EXPERT'),
            employers as materialized (
              select distinct x.person, a.organisation, registry.public_plain_name(o.name) name from experts x join access.public_appointment a on a.person = x.person
                join access.public_organisation o on o.id = a.organisation
               where a.until is null or a.until >= :since),
            named as (
              select person, name, false employer from experts union all select person, name, true from employers),
            stakes as (
              select m.person, s.id subject, 'TENANT' why from employers m join registry.public_subject s on s.kind = 'ENTERPRISE' and s.plain_name = m.name
              union select t.person, t.subject, t.kind from registry.public_tie t join experts x on x.person = t.person
                     where t.until is null or t.until >= :since),
            through as (
              select person, subject, why from stakes
              union select k.person, s.id, k.why from stakes k join registry.public_subject s on s.merged_into = k.subject
              union select k.person, s.merged_into, k.why from stakes k join registry.public_subject s on s.id = k.subject where s.merged_into is not null)
            select s.space, m.person, 'EMPLOYED' why from spaces s join employers m on m.organisation = s.operator
            union select s.space, t.person, t.why from spaces s join through t on t.subject = s.space
            union select r.space, n.person, case r.kind when 'FINANCING' then 'INVESTS' when 'STAFF' then 'EMPLOYED' when 'FOUNDERS' then 'TENANT' else 'MENTORS' end
              from named n join evidence.public_entry r on r.who = n.name
               and r.voided_at is null and r.kind in ('FOUNDERS', 'MENTORS', 'SESSIONS', 'FINANCING', 'STAFF')
             where (not n.employer or r.kind = 'FINANCING') and (r.until is null or r.until >= :since)
               and (r.kind not in ('FINANCING', 'SESSIONS') or r.day >= :since) and r.space in (select space from spaces)
            union select r.space, t.person, t.why from through t join evidence.public_entry r on r.subject = t.subject and r.kind = 'AGREEMENTS' and r.voided_at is null
             where (r.until is null or r.until >= :since) and r.space in (select space from spaces)
            """;

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Clock clock;

    Conflicts(JdbcClient jdbc, Policies policies, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
    }

    /** By space and expert, what bars the expert today from judging spaces with these operators. */
    public Map<SubjectId, Map<PersonId, String>> of(Map<SubjectId, OrganisationId> spaces) {
        var procedure = policies.current().assessment().orElseThrow();
        return of(spaces, LocalDate.now(clock).minusYears(policies.limit(procedure.recusalYears())));
    }

    /** The same, where ties that ended before a day bar no more. */
    public Map<SubjectId, Map<PersonId, String>> of(Map<SubjectId, OrganisationId> spaces, LocalDate since) {
        var found = new HashMap<SubjectId, Map<PersonId, String>>();
        jdbc.sql(FOUND)
                .param("spaces", spaces.keySet().stream().map(SubjectId::value).toArray(UUID[]::new))
                .param(
                        "operators",
                        spaces.values().stream().map(OrganisationId::value).toArray(UUID[]::new))
                .param("since", since)
                .query((ResultSet row) -> {
                    found.computeIfAbsent(new SubjectId(row.getObject("space", UUID.class)), _ -> new HashMap<>())
                            .put(new PersonId(row.getObject("person", UUID.class)), row.getString("why"));
                });
        return found;
    }
}
