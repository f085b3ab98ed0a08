package org.zhongchuang.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.kernel.PlainForm;

/** People and organisations with their appointments. */
@Service
public class Accounts implements SmartInitializingSingleton {

    private static final String ACTORS = """
            select p.id person, p.login, p.name, a.id appointment, a.role, a.area, o.id organisation, o.name unit
              from access.person p
              join access.appointment a on a.person = p.id
              join access.organisation o on o.id = a.organisation
             where a.since <= :today and (a.until is null or a.until >= :today)
            """;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final Offices offices;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock, Offices offices) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.offices = offices;
    }

    /** Writes down which area is the whole city, before anybody acts: the schema asks who holds an office there. */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("""
                        insert into access.whole_city as w (area) values (:area)
                        on conflict (only_one) do update set area = excluded.area where w.area <> excluded.area
                        """).param("area", offices.wholeCity()).update();
    }

    @Transactional
    public OrganisationId addOrganisation(String name, Optional<String> creditCode, String area) {
        var id = new OrganisationId(UUID.randomUUID());
        jdbc.sql("""
                        insert into access.organisation (id, name, credit_code, area, created_at)
                        values (:id, :name, :code, :area, :now)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("code", creditCode.map(PlainForm::ofCode).orElse(null))
                .param("area", area)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** The organisation with that credit code. */
    public Optional<OrganisationId> organisationWith(String creditCode) {
        return jdbc.sql("select id from access.organisation where credit_code = :code")
                .param("code", PlainForm.ofCode(creditCode))
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    /** Adds a person who has no password yet and sets one through a link. */
    @Transactional
    public PersonId addPerson(String login, String name) {
        return addPersonHashed(login, name, null);
    }

    @Transactional
    public PersonId addPerson(String login, String name, String password) {
        return addPersonHashed(login, name, passwords.encode(password));
    }

    /** Adds a person whose password is hashed already, so that many may share one costly hash. */
    @Transactional
    public PersonId addPersonHashed(String login, String name, @org.jspecify.annotations.Nullable String hash) {
        var id = new PersonId(UUID.randomUUID());
        jdbc.sql(
                        "insert into access.person (id, login, name, password, created_at) values (:id, :login, :name, :hash, :now)")
                .param("id", id.value())
                .param("login", login)
                .param("name", name)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional
    public Actor appoint(PersonId person, Role role, String area, OrganisationId organisation) {
        return appoint(person, role, area, organisation, Optional.empty());
    }

    /** The same until a day; one that is held already and ends goes on until then. */
    @Transactional
    public Actor appoint(
            PersonId person, Role role, String area, OrganisationId organisation, Optional<LocalDate> until) {
        var id = jdbc.sql("""
                        with held as (
                          update access.appointment set until = :until
                           where person = :person and role = :role and area = :area and organisation = :organisation
                             and since <= :since and until >= :since returning id),
                        made as (
                          insert into access.appointment (id, person, role, area, organisation, since, until)
                          select :id, :person, :role, :area, :organisation, :since, :until where not exists (select 1 from held)
                          returning id)
                        select id from held union all select id from made
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("role", role.name())
                .param("area", area)
                .param("organisation", organisation.value())
                .param("since", LocalDate.now(clock))
                .param("until", until.orElse(null), Types.DATE)
                .query(UUID.class)
                .single();
        return jdbc.sql(ACTORS + " and a.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(Accounts::actor)
                .single();
    }

    /** The appointments of a person, in a fixed order; none while the account is disabled. */
    public List<Actor> appointmentsOf(String login) {
        return jdbc.sql(ACTORS + " and p.login = :login and p.disabled_at is null order by a.since, a.role, a.id")
                .param("today", LocalDate.now(clock))
                .param("login", login)
                .query(Accounts::actor)
                .list();
    }

    /** The present appointments of a person, whether they can sign in or not. */
    public List<Actor> held(PersonId person) {
        return jdbc.sql(ACTORS + " and p.id = :person order by a.since, a.role, a.id")
                .param("today", LocalDate.now(clock))
                .param("person", person.value())
                .query(Accounts::actor)
                .list();
    }

    /** A present appointment, whether its holder can sign in or not. */
    public Optional<Actor> appointment(UUID id) {
        return jdbc.sql(ACTORS + " and a.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(Accounts::actor)
                .optional();
    }

    /** Whether nobody else could let people in if that person could not. */
    public boolean isLastAdministrator(PersonId person) {
        return jdbc.sql("""
                        select exists (select 1 from access.appointment where person = :person and role = 'ADMINISTRATOR' and until is null)
                           and not exists (select 1 from access.appointment a join access.person p on p.id = a.person
                                            where a.role = 'ADMINISTRATOR' and a.until is null and p.disabled_at is null and p.id <> :person)
                        """)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Everybody else of somebody's office who can sign in; a bank or a school has no colleagues in another one. */
    public List<Actor> colleagues(Actor actor) {
        return holding(actor.role(), actor.area()).stream()
                .filter(one -> !one.person().equals(actor.person()))
                .filter(one -> actor.isOfficial() || one.organisation().equals(actor.organisation()))
                .toList();
    }

    /** Everybody whom somebody leads and who can sign in. */
    public List<Actor> ledBy(Actor actor) {
        return Stream.of(Role.values())
                .filter(actor::leads)
                .flatMap(role -> holding(role, actor.area()).stream())
                .toList();
    }

    /** Everybody who holds that role in that area and can sign in. */
    public List<Actor> holding(Role role, String area) {
        return jdbc.sql(ACTORS + " and p.disabled_at is null and a.role = :role and a.area = :area order by p.login")
                .param("today", LocalDate.now(clock))
                .param("role", role.name())
                .param("area", area)
                .query(Accounts::actor)
                .list();
    }

    /** One person for each role and both administrators, for the demonstration's sign-in page. */
    public List<Actor> onePerRole() {
        var each = "case role when 'COUNTY_OFFICER' then area when 'ADMINISTRATOR' then login end";
        return jdbc
                .sql("select distinct on (role, " + each + ") * from (" + ACTORS + ") every order by role, " + each
                        + ", login")
                .param("today", LocalDate.now(clock))
                .query(Accounts::actor)
                .list()
                .stream()
                .sorted(Comparator.comparing(Actor::role).thenComparing(Actor::login))
                .toList();
    }

    public Optional<PersonId> personWith(String login) {
        return jdbc.sql("select id from access.person where login = :login")
                .param("login", login)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    public Optional<OrganisationId> organisationNamed(String name) {
        return jdbc.sql("select id from access.organisation where name = :name order by created_at, id limit 1")
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    /** Ends an appointment: its last day was yesterday, or, if it began today, it never counted. */
    @Transactional
    public void end(UUID appointment) {
        // One that was given and ended within a day, perhaps more than once, keeps a first day of its own.
        jdbc.sql("""
                        update access.appointment a set until = cast(:today as date) - 1,
                               since = case when a.since < :today then a.since else least(cast(:today as date), (
                                 select min(o.since) from access.appointment o where o.id <> a.id and o.person = a.person and o.role = a.role
                                    and o.area = a.area and o.organisation = a.organisation)) - 1 end
                         where a.id = :id
                        """)
                .param("today", LocalDate.now(clock))
                .param("id", appointment)
                .update();
    }

    /** The last day of a present appointment; empty where none is laid down. */
    public Optional<LocalDate> lastDay(UUID appointment) {
        return jdbc.sql("select until from access.appointment where id = :id and until is not null")
                .param("id", appointment)
                .query(LocalDate.class)
                .optional();
    }

    /** Lays down the last day of an appointment, or that there is none. */
    @Transactional
    public void endOn(UUID appointment, Optional<LocalDate> last) {
        jdbc.sql("update access.appointment set until = :until where id = :id")
                .param("until", last.orElse(null), Types.DATE)
                .param("id", appointment)
                .update();
    }

    public boolean hasAdministrator() {
        return jdbc.sql(
                        "select exists (select 1 from access.appointment where role = 'ADMINISTRATOR' and until is null)")
                .query(Boolean.class)
                .single();
    }

    /** Lets one at a time make the first administrator. */
    @Transactional
    public void lockFirstAdministrator() {
        jdbc.sql("lock table access.appointment in share row exclusive mode").update();
    }

    public Optional<String> nameOf(PersonId person) {
        return jdbc.sql("select name from access.person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .optional();
    }

    private static Actor actor(ResultSet row, int number) throws SQLException {
        return new Actor(
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                row.getObject("appointment", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("area"),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("unit"));
    }
}
