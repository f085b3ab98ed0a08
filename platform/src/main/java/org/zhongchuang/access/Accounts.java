package org.zhongchuang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People and organisations with their appointments. */
@Service
public class Accounts {

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

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Transactional
    public UUID addOrganisation(String name, Optional<String> creditCode, String area) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into access.organisation values (:id, :name, :code, :area, :now)")
                .param("id", id)
                .param("name", name)
                .param("code", creditCode.orElse(null))
                .param("area", area)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional
    public UUID addPerson(String login, String name, String password) {
        return addPersonHashed(login, name, passwords.encode(password));
    }

    /** Adds a person whose password is hashed already, so that many may share one costly hash. */
    @Transactional
    public UUID addPersonHashed(String login, String name, @org.jspecify.annotations.Nullable String hash) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into access.person (id, login, name, password, created_at) values (:id, :login, :name, :hash, :now)")
                .param("id", id)
                .param("login", login)
                .param("name", name)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional
    public Actor appoint(UUID person, Role role, String area, UUID organisation) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into access.appointment values (:id, :person, :role, :area, :organisation, :since, null)")
                .param("id", id)
                .param("person", person)
                .param("role", role.name())
                .param("area", area)
                .param("organisation", organisation)
                .param("since", LocalDate.now(clock))
                .update();
        return jdbc.sql(ACTORS + " and a.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(Accounts::actor)
                .single();
    }

    /** The appointments of a person, in a fixed order. */
    public List<Actor> appointmentsOf(String login) {
        return jdbc.sql(ACTORS + " and p.login = :login order by a.since, a.role, a.id")
                .param("today", LocalDate.now(clock))
                .param("login", login)
                .query(Accounts::actor)
                .list();
    }

    /** Everybody who holds that role in that area. */
    public List<Actor> holding(Role role, String area) {
        return jdbc.sql(ACTORS + " and a.role = :role and a.area = :area order by p.login")
                .param("today", LocalDate.now(clock))
                .param("role", role.name())
                .param("area", area)
                .query(Accounts::actor)
                .list();
    }

    /** One person for each role, for the demonstration's sign-in page. */
    public List<Actor> onePerRole() {
        return jdbc
                .sql("select distinct on (role, case when role = 'COUNTY_OFFICER' then area end) * from (" + ACTORS
                        + ") every order by role, case when role = 'COUNTY_OFFICER' then area end, login")
                .param("today", LocalDate.now(clock))
                .query(Accounts::actor)
                .stream()
                .sorted(Comparator.comparing(Actor::role).thenComparing(Actor::login))
                .toList();
    }

    public Optional<String> nameOf(UUID person) {
        return jdbc.sql("select name from access.person where id = :id")
                .param("id", person)
                .query(String.class)
                .optional();
    }

    private static Actor actor(ResultSet row, int number) throws SQLException {
        return new Actor(
                row.getObject("person", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getObject("appointment", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("area"),
                row.getObject("organisation", UUID.class),
                row.getString("unit"));
    }
}
