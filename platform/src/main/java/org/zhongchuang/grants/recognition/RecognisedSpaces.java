package org.zhongchuang.grants.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.grants.recognition.RecognisedSpace.StatusChange;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.registry.SubjectId;

/** The public register of recognised makerspaces. */
@Service
public class RecognisedSpaces {

    private static final int PAGE = 24;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Policies policies;
    private final Remembered<List<Count>> counts = new Remembered<>(this::count);

    RecognisedSpaces(Reach reach, JdbcClient jdbc, Policies policies) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** What a reader asks the register for; {@code after} is the code of the last row of the page before. */
    public record Query(
            String words,
            @Nullable SpaceKind kind,
            @Nullable String area,
            String after) {}

    /** One page of the register; {@code next} is empty at the end. */
    public record Listing(List<RecognisedSpace> rows, String next) {}

    /** How many standing recognitions an area has of one kind, by the name under which it was written down. */
    public record Count(String area, String kind, long number) {}

    public Listing list(Query query) {
        var rows = new java.util.ArrayList<RecognisedSpace>();
        select(query, PAGE + 1, this::row, rows::add);
        return rows.size() <= PAGE
                ? new Listing(rows, "")
                : new Listing(rows.subList(0, PAGE), rows.get(PAGE - 1).code());
    }

    /** Every row, one by one, with the credit code of whoever runs the makerspace; empty where none is known. */
    @Transactional(readOnly = true)
    public void export(Query query, BiConsumer<RecognisedSpace, String> row) {
        select(
                query,
                Integer.MAX_VALUE,
                (one, number) ->
                        Map.entry(row(one, number), Objects.requireNonNullElse(one.getString("operator_code"), "")),
                one -> row.accept(one.getKey(), one.getValue()));
    }

    /** Whether somebody may ask for such a change: an operator for what is theirs, the city for any. */
    public boolean mayAsk(Actor actor, Change.Kind kind, SubjectId space) {
        return reach.may(actor, kind.asker() == Role.OPERATOR ? Deed.KEEP : Deed.HANDLE, Thing.SPACE, space.value());
    }

    /** Whether there is a change that somebody may ask for. */
    public boolean mayAskAnything(Actor actor, SubjectId space) {
        return Stream.of(Change.Kind.values()).anyMatch(kind -> mayAsk(actor, kind, space));
    }

    /** Whether somebody decides what others ask for. */
    public boolean decides(Actor actor) {
        return reach.may(actor, Deed.SETTLE, Thing.CHANGE);
    }

    public boolean decides(Actor actor, UUID change) {
        return reach.may(actor, Deed.SETTLE, Thing.CHANGE, change);
    }

    boolean handles(Actor actor, UUID change) {
        return reach.may(actor, Deed.HANDLE, Thing.CHANGE, change);
    }

    public boolean maySee(Actor actor, UUID change) {
        return reach.may(actor, Deed.SEE, Thing.CHANGE, change);
    }

    Bounds ofChanges(Actor actor) {
        return reach.bounds(actor, Thing.CHANGE);
    }

    public Optional<RecognisedSpace> find(String code) {
        return jdbc.sql("select * from recognition.recognised_space where code = :code")
                .param("code", PlainForm.ofCode(code))
                .query(this::row)
                .optional();
    }

    public Optional<RecognisedSpace> ofCase(CaseId caseFile) {
        return jdbc.sql("select * from recognition.recognised_space where case_file = :case")
                .param("case", caseFile.value())
                .query(this::row)
                .optional();
    }

    /** The standing recognition of a space. */
    public Optional<RecognisedSpace> standingOf(SubjectId space) {
        return jdbc.sql(
                        "select * from recognition.recognised_space where space = :space and status not in ('REMOVED', 'EXITED')")
                .param("space", space.value())
                .query(this::row)
                .optional();
    }

    /** All that stood on a day and stand now, for an assessment. */
    public List<RecognisedSpace> standingSince(LocalDate day) {
        return jdbc.sql("""
                        select * from recognition.recognised_space
                         where recognised_on <= :day and status not in ('REMOVED', 'EXITED') order by code
                        """).param("day", day).query(this::row).list();
    }

    public List<StatusChange> history(String code) {
        return jdbc.sql("select day, status, basis from recognition.status_change where code = :code order by seq")
                .param("code", code)
                .query((row, _) -> new StatusChange(
                        row.getObject("day", LocalDate.class),
                        Status.valueOf(row.getString("status")),
                        row.getString("basis")))
                .list();
    }

    public List<Count> counts() {
        return counts.value();
    }

    private List<Count> count() {
        return jdbc.sql(
                        "select area, kind, count(*) as many from recognition.recognised_space where status not in ('REMOVED', 'EXITED') group by area, kind")
                .query((row, _) -> new Count(row.getString("area"), row.getString("kind"), row.getLong("many")))
                .list();
    }

    private <T> void select(Query query, int most, RowMapper<T> row, Consumer<T> each) {
        var values = new HashMap<String, Object>();
        var sql = new StringBuilder("""
                        select *, (select o.credit_code from registry.public_space s join access.public_organisation o on o.id = s.operator
                                    where s.id = space) operator_code
                          from recognition.recognised_space where true""");
        var words = query.words().strip();
        if (!words.isEmpty()) {
            if (words.length() > 1) {
                sql.append(" and words @> registry.public_words(:words)");
                values.put("words", words);
            }
            sql.append(" and (code || ' ' || name || ' ' || operator_name || ' ' || address) ilike :like");
            values.put("like", Like.containing(words));
        }
        if (query.kind() != null) {
            sql.append(" and kind = :kind");
            values.put("kind", query.kind().name());
        }
        if (query.area() != null) {
            sql.append(" and area = :area");
            values.put("area", query.area());
        }
        find(query.after()).ifPresent(last -> {
            sql.append(" and recognised_on <= :day and (recognised_on < :day or code > :last)");
            values.putAll(Map.of("day", last.recognisedOn(), "last", last.code()));
        });
        sql.append(" order by recognised_on desc, code limit :most");
        values.put("most", most);
        try (Stream<T> rows = jdbc.sql(sql.toString()).params(values).query(row).stream()) {
            rows.forEach(each);
        }
    }

    RecognisedSpace row(ResultSet row, int number) throws SQLException {
        return new RecognisedSpace(
                row.getString("code"),
                new SubjectId(row.getObject("space", UUID.class)),
                row.getString("name"),
                row.getString("operator_name"),
                SpaceKind.named(policies.current(), row.getString("kind")),
                row.getString("area"),
                row.getString("address"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("document"),
                row.getObject("recognised_on", LocalDate.class),
                Status.valueOf(row.getString("status")));
    }
}
