package org.zhongchuang.outside.administration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Organisations;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Like;

/** The accounts of this installation with the state each is in, for those who keep them. */
@Service
public class People {

    /** How many people a page of the list holds. */
    public static final int PAGE = 50;

    /** From so many days before the last of a role, its holder and the administrators are told. */
    static final int SOON = 14;

    private static final String OFFICIAL = Stream.of(Role.values())
            .filter(Role::isOfficial)
            .map(role -> "'" + role.name() + "'")
            .collect(Collectors.joining(","));

    private static final String PEOPLE = """
            with people as (
              select p.id, p.login, p.name, p.disabled_at is not null disabled, not p.password_set no_password,
                     exists (select 1 from identity.public_link l where l.person = p.id and l.used_at is null and l.expires_at > :now) link,
                     exists (select 1 from identity.public_authenticator f where f.person = p.id)
                       or exists (select 1 from identity.public_passkey k where k.login = p.login) factor,
                     exists (select 1 from access.public_appointment a where a.person = p.id and a.since <= :today
                              and (a.until is null or a.until >= :today) and a.role in (%s)) official,
                     exists (select 1 from access.public_appointment a where a.person = p.id and a.since <= :today
                              and (a.until is null or a.until >= :today) and (:role = '' or a.role = :role)) has_role,
                     exists (select 1 from access.public_appointment a where a.person = p.id and a.since <= :today
                              and a.until between :today and :soon) ending,
                     exists (select 1 from access.public_appointment a join access.public_organisation o on o.id = a.organisation
                              where a.person = p.id and o.name ilike :like) unit
                from access.public_person p)
            select * from people
            """.formatted(OFFICIAL);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final Organisations organisations;

    People(JdbcClient jdbc, Clock clock, Accounts accounts, Organisations organisations) {
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
    }

    /** The states a list can be narrowed to. */
    public enum State {
        ANY("全部状态", "Any state"),
        OPEN("可以登录", "Can sign in"),
        DISABLED("已停用", "Disabled"),
        NO_PASSWORD("尚未设置密码", "No password yet"),
        LINK("链接待使用", "Link not used yet"),
        NO_FACTOR("应有双重验证而未设置", "Second factor missing"),
        ENDING("身份即将到期", "A role ends soon"),
        NO_ROLE("没有身份", "Without a role");

        private final Text text;

        State(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }

        private String condition() {
            return switch (this) {
                case ANY -> "true";
                case OPEN -> "not disabled and not no_password";
                case DISABLED -> "disabled";
                case NO_PASSWORD -> "no_password";
                case LINK -> "link";
                case NO_FACTOR -> "official and not factor";
                case ENDING -> "ending";
                case NO_ROLE -> "not has_role";
            };
        }
    }

    /** One account. */
    public record Person(
            PersonId id,
            String login,
            String name,
            boolean disabled,
            boolean withoutPassword,
            boolean linkPending,
            boolean hasFactor,
            boolean official,
            List<Actor> appointments,
            Map<UUID, LocalDate> lastDays) {

        /** The last day of an appointment; empty where none is laid down. */
        public Optional<LocalDate> lastDay(Actor appointment) {
            return Optional.ofNullable(lastDays.get(appointment.appointment()));
        }
    }

    /**
     * A page of accounts after that login.
     *
     * @param words looked for in name, login and organisation
     * @param role only those who hold it; empty for any
     */
    public List<Person> search(String words, Optional<Role> role, State state, String after) {
        var like = Like.containing(words);
        var narrowed = state == State.NO_ROLE ? "" : " and (:role = '' or has_role)";
        return people(
                PEOPLE + " where login > :after and (login || ' ' || name ilike :like or unit) and " + state.condition()
                        + narrowed + " order by login limit " + PAGE,
                like,
                state == State.NO_ROLE ? "" : role.map(Role::name).orElse(""),
                after,
                new PersonId(UUID.randomUUID()));
    }

    /** The organisations that people act for, to choose from. */
    public List<String> organisations() {
        return organisations.names();
    }

    /** One account. */
    public Optional<Person> person(PersonId id) {
        return people(PEOPLE + " where id = :id", "", "", "", id).stream().findFirst();
    }

    private List<Person> people(String query, String like, String role, String after, PersonId id) {
        var found = jdbc.sql(query)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .param("soon", LocalDate.now(clock).plusDays(SOON))
                .param("role", role)
                .param("like", like)
                .param("after", after)
                .param("id", id.value())
                .query((row, _) -> new Person(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("login"),
                        row.getString("name"),
                        row.getBoolean("disabled"),
                        row.getBoolean("no_password"),
                        row.getBoolean("link"),
                        row.getBoolean("factor"),
                        row.getBoolean("official"),
                        List.of(),
                        Map.of()))
                .list();
        var lastDays = lastDays(found);
        return found.stream().map(one -> withAppointments(one, lastDays)).toList();
    }

    /** The last days of present appointments of people, by appointment. */
    private Map<UUID, LocalDate> lastDays(List<Person> people) {
        return jdbc
                .sql("select id, until from access.public_appointment where person = any (:people) and until >= :today")
                .param("people", people.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getObject("until", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Person withAppointments(Person person, Map<UUID, LocalDate> lastDays) {
        var held = accounts.held(person.id());
        return new Person(
                person.id(),
                person.login(),
                person.name(),
                person.disabled(),
                person.withoutPassword(),
                person.linkPending(),
                person.hasFactor(),
                person.official(),
                held,
                lastDays);
    }
}
