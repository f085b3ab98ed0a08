package org.zhongchuang.ground.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.Act.Group;

/** What stands in the record, newest first, by whatever an auditor asks for. */
@Service
public class ActsOnRecord {

    private static final String COLUMNS = """
            select e.id, e.at, e.person, p.login, p.name, e.role, e.unit, e.act, e.subject, e.detail, e.source, e.times, l.place
            """;

    private static final String NAMES = """
             left join access.public_person p on p.id = e.person left join audit.leaf l on l.log = 'audit' and l.thing = e.id
             order by e.at desc, e.id desc
            """;

    private final JdbcClient jdbc;
    private final InWords words;
    private final Clock clock;

    ActsOnRecord(JdbcClient jdbc, InWords words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What is asked for; empty texts ask for nothing.
     *
     * @param person a login or a whole name
     * @param act the name of an act
     * @param thing what it was done to, as it is written or by its name or number
     * @param source the mark of an address
     * @param groups the groups that the reader may see
     */
    public record Question(
            String person,
            String act,
            Optional<Group> group,
            String thing,
            String unit,
            String source,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Set<Group> groups) {

        /** Whoever did it, at any time: an act, or any where that is empty, to one thing. */
        public static Question of(String act, String thing) {
            return new Question(
                    "",
                    act,
                    Optional.empty(),
                    thing,
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    EnumSet.allOf(Group.class));
        }

        /** The acts to look for; empty for all. */
        List<String> acts() {
            var sought = group.map(Set::of).orElse(groups);
            if (act.isEmpty() && sought.size() == Group.values().length) {
                return List.of();
            }
            return Acts.all().stream()
                    .filter(one -> groups.contains(one.group()) && sought.contains(one.group()))
                    .map(Act::code)
                    .filter(code -> act.isEmpty() || code.equals(act))
                    .toList();
        }
    }

    /** Rows after that row, the newest first. */
    public List<RecordedAct> page(Question question, long after, int most) {
        var people = question.person().isEmpty() ? List.<PersonId>of() : people(question.person());
        if (!question.person().isEmpty() && people.isEmpty()) {
            return List.of();
        }
        var acts = question.acts();
        if (acts.isEmpty() && !(question.act().isEmpty() && question.group().isEmpty())) {
            return List.of();
        }
        var narrowed = narrowed(question, people);
        var isNarrow = !narrowed.isEmpty();
        // Several acts without anything narrower: the newest of each, by its index, and then the newest of all.
        var isMerged = !isNarrow && acts.size() > 1;
        var conditions = Stream.of(
                        narrowed,
                        acts.isEmpty()
                                ? ""
                                : isMerged
                                        ? "e.act = w.act"
                                        : acts.size() == 1 ? "e.act = :act" : "e.act = any (:acts)")
                .filter(one -> !one.isEmpty())
                .toList();
        var where = (conditions.isEmpty() ? "" : String.join(" and ", conditions) + " and ")
                + "e.at >= :from and e.at < :until and (e.at, e.id) < (:at, :after)";
        var inner = "select * from audit.entry e where " + where + " order by e.at desc, e.id desc limit :most";
        var sql = isMerged
                ? COLUMNS + " from unnest(cast(:acts as text[])) w(act) cross join lateral (" + inner + ") e" + NAMES
                        + " limit :most"
                : COLUMNS + " from (" + inner + ") e" + NAMES;
        var before = after == 0 ? Optional.<Instant>empty() : momentOf(after);
        return jdbc.sql(sql)
                .param("person", people.isEmpty() ? null : people.getFirst().value(), java.sql.Types.OTHER)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("act", acts.isEmpty() ? "" : acts.getFirst())
                .param("acts", acts.toArray(String[]::new))
                .param(
                        "things",
                        question.thing().isEmpty()
                                ? new String[0]
                                : words.codes(question.thing()).toArray(String[]::new))
                .param("unit", question.unit())
                .param("source", question.source())
                .param("from", beginning(question.from().orElse(LocalDate.EPOCH)))
                .param(
                        "until",
                        question.to().map(day -> beginning(day.plusDays(1))).orElse(FAR))
                .param("at", before.map(Timestamp::from).orElse(FAR))
                .param("after", before.isEmpty() ? Long.MAX_VALUE : after)
                .param("most", most)
                .query(ActsOnRecord::row)
                .list();
    }

    /** The latest of those acts by one person. */
    List<RecordedAct> latest(PersonId person, List<String> acts, int most) {
        return jdbc.sql(COLUMNS + """
                         from (select * from audit.entry e where e.person = :person and e.act = any (:acts)
                                order by e.at desc, e.id desc limit :most) e
                        """ + NAMES)
                .param("person", person.value())
                .param("acts", acts.toArray(String[]::new))
                .param("most", most)
                .query(ActsOnRecord::row)
                .list();
    }

    /** What it was done to, or the row of records that its detail names. */
    private static final String THINGS =
            "(e.subject = any (:things) or e.detail like 'row:%' and e.detail = any (:things))";

    private static final Timestamp FAR = Timestamp.valueOf("9999-01-01 00:00:00");

    private static String narrowed(Question question, List<PersonId> people) {
        return Stream.of(
                        people.isEmpty() ? "" : people.size() == 1 ? "e.person = :person" : "e.person = any (:people)",
                        question.thing().isEmpty() ? "" : THINGS,
                        question.unit().isEmpty() ? "" : "e.unit = :unit",
                        question.source().isEmpty() ? "" : "e.source = :source")
                .filter(one -> !one.isEmpty())
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
    }

    /** One row, if its reader may see it. */
    public Optional<RecordedAct> find(long number, Set<Group> groups) {
        return jdbc.sql(COLUMNS + " from audit.entry e" + NAMES.replace(" order by", " where e.id = :id order by"))
                .param("id", number)
                .query(ActsOnRecord::row)
                .optional()
                .filter(one -> Acts.of(one.act())
                        .map(act -> groups.contains(act.group()))
                        .orElse(groups.size() == Group.values().length));
    }

    private List<PersonId> people(String named) {
        return jdbc.sql("select id from access.public_person where login = lower(:named) or name = :named limit 20")
                .param("named", named)
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    private Optional<Instant> momentOf(long row) {
        return jdbc.sql("select at from audit.entry where id = :id")
                .param("id", row)
                .query((one, _) -> one.getTimestamp("at").toInstant())
                .optional();
    }

    private Timestamp beginning(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    static RecordedAct row(ResultSet row, int number) throws SQLException {
        return new RecordedAct(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                text(row.getString("login")),
                text(row.getString("name")),
                Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                text(row.getString("unit")),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"),
                text(row.getString("source")),
                row.getInt("times"),
                Optional.ofNullable(row.getObject("place", Long.class)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
