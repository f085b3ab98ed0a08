package org.zhongchuang.records.registry;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.law.policy.Policies;

/** All makerspaces, recognised or not, with what is known of them. */
@Service
public class Spaces {

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final AuditLog audit;
    private final Policies policies;
    private final Clock clock;

    Spaces(Reach reach, JdbcClient jdbc, Subjects subjects, AuditLog audit, Policies policies, Clock clock) {
        this.policies = policies;
        this.reach = reach;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters a new space of the actor's organisation. */
    @Transactional
    public Space register(Actor actor, Space.Profile profile) {
        return insert(actor, new Space(new SubjectId(UUID.randomUUID()), actor.organisation(), profile, 0));
    }

    /** The same for a form, which may be sent twice; empty where another makerspace is called so. */
    @Transactional
    public Optional<Space> register(Actor actor, Space.Profile profile, FormId form) {
        var id = new SubjectId(form.value());
        if (isNameOfAnother(profile.name(), id)) {
            return Optional.empty();
        }
        return audit.isFirst(actor, form, "space.register", actor.organisation(), profile)
                ? Optional.of(insert(actor, new Space(id, actor.organisation(), profile, 0)))
                : find(id);
    }

    /** An officer enters a space that somebody else runs. */
    @Transactional
    public Space enter(Actor actor, OrganisationId operator, Space.Profile profile) {
        if (!reach.may(actor, Deed.HANDLE, Thing.SUBJECT)) {
            throw new IllegalStateException("an office enters the makerspaces of others, not " + actor.login());
        }
        return insert(actor, new Space(new SubjectId(UUID.randomUUID()), operator, profile, 0));
    }

    private Space insert(Actor actor, Space space) {
        var profile = space.profile();
        subjects.insert(space.id(), SubjectKind.SPACE, profile.name(), profile.area(), profile.openedOn());
        params(jdbc.sql("""
                                insert into registry.space
                                       (id, operator, name, kind, builder, carrier, area, address, opened_on, profile, created_at)
                                values (:id, :operator, :name, :kind, :builder, :carrier, :area, :address, :opened, :introduction, :now)
                                """), profile)
                .param("id", space.id().value())
                .param("operator", space.operator().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        subjects.refresh(space.id());
        audit.record(actor, "space.register", space.id().toString(), "");
        return space;
    }

    /** Others who would hold or change this space wait until the transaction ends. */
    public void hold(SubjectId id) {
        jdbc.sql("select 1 from registry.space where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    public Optional<Space> find(SubjectId id) {
        return jdbc.sql("select * from registry.space where id = :id")
                .param("id", id.value())
                .query(this::space)
                .optional();
    }

    public List<Space> ofOperator(OrganisationId organisation) {
        return jdbc.sql("select * from registry.space where operator = :organisation order by created_at, id")
                .param("organisation", organisation.value())
                .query(this::space)
                .list();
    }

    /** Adds what has become known; what was known before stays. */
    @Transactional
    public void record(Actor actor, SubjectId space, Map<String, String> facts, KnownFact.Source source) {
        facts.forEach((fact, value) -> jdbc.sql("""
                        insert into registry.fact (subject, fact, value, source, as_of, recorded_at, recorded_by)
                        values (:subject, :fact, :value, :source, :day, :now, :person)
                        """)
                .param("subject", space.value())
                .param("fact", fact)
                .param("value", value)
                .param("source", source.name())
                .param("day", LocalDate.now(clock))
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .update());
    }

    /** The latest of every fact. */
    public Map<String, KnownFact> known(SubjectId space) {
        return jdbc
                .sql(
                        "select distinct on (fact) fact, value, source, as_of from registry.fact where subject = :space order by fact, id desc")
                .param("space", space.value())
                .query((row, _) -> new KnownFact(
                        row.getString("fact"),
                        row.getString("value"),
                        KnownFact.Source.valueOf(row.getString("source")),
                        row.getObject("as_of", LocalDate.class)))
                .list()
                .stream()
                .collect(toMap(KnownFact::fact, known -> known, (_, later) -> later, LinkedHashMap::new));
    }

    /** A space with the latest of every fact, as written. */
    public record KnownSpace(SubjectId id, String name, String area, SpaceKind kind, Map<String, String> facts) {}

    /** Every space with the latest of every fact. */
    public List<KnownSpace> allKnown() {
        var facts = new HashMap<SubjectId, Map<String, String>>();
        jdbc.sql(
                        "select distinct on (subject, fact) subject, fact, value from registry.fact join registry.space s on s.id = subject order by subject, fact, fact.id desc")
                .query(row -> {
                    facts.computeIfAbsent(new SubjectId(row.getObject("subject", UUID.class)), _ -> new HashMap<>())
                            .put(row.getString("fact"), row.getString("value"));
                });
        return jdbc.sql("select id, name, area, kind from registry.space order by id")
                .query((row, _) -> {
                    var id = new SubjectId(row.getObject("id", UUID.class));
                    return new KnownSpace(
                            id,
                            row.getString("name"),
                            row.getString("area"),
                            SpaceKind.named(policies.current(), row.getString("kind")),
                            facts.getOrDefault(id, Map.of()));
                })
                .list();
    }

    /** Changes what a space is called, where it lies or who runs it; the registers follow. */
    @Transactional
    public void change(SubjectId id, String name, String area, String address, OrganisationId operator) {
        jdbc.sql(
                        "update registry.space set name = :name, area = :area, address = :address, operator = :operator, version = version + 1 where id = :id")
                .param("name", name)
                .param("area", area)
                .param("address", address)
                .param("operator", operator.value())
                .param("id", id.value())
                .update();
        subjects.rename(id, name, area);
    }

    /** Whether another is called so, however it is spelt; whoever else asks waits until the transaction ends. */
    public boolean isNameOfAnother(String name, SubjectId space) {
        jdbc.sql(LookAlikes.HOLD).param("name", name).query((_, _) -> true).single();
        return jdbc.sql("""
                        select exists (select 1 from registry.subject
                                        where kind = 'SPACE' and plain_name = registry.public_plain_name(:name) and id <> :id
                                          and merged_into is null and withdrawn_at is null)
                        """)
                .param("name", name)
                .param("id", space.value())
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec params(JdbcClient.StatementSpec statement, Space.Profile profile) {
        return statement
                .param("name", profile.name())
                .param("kind", profile.kind().name())
                .param("builder", profile.builder().name())
                .param("carrier", profile.carrier().name())
                .param("area", profile.area())
                .param("address", profile.address())
                .param("opened", profile.openedOn())
                .param("introduction", profile.introduction());
    }

    private Space space(ResultSet row, int number) throws SQLException {
        return new Space(
                new SubjectId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("operator", UUID.class)),
                new Space.Profile(
                        row.getString("name"),
                        SpaceKind.named(policies.current(), row.getString("kind")),
                        Builder.valueOf(row.getString("builder")),
                        Carrier.named(policies.current(), row.getString("carrier")),
                        row.getString("area"),
                        row.getString("address"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getString("profile")),
                row.getInt("version"));
    }
}
