package org.zhongchuang.records.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Spoken;
import org.zhongchuang.ground.kernel.Typed;

/** The rows of the registers. Called inside the transaction of a use case. */
@Component
public class Subjects {

    static final String CODE = "code";
    static final String NAME = "name";

    /** So many entries that sound like a word are looked at, as many as the directory counts. */
    private static final int MOST_SOUNDING = 1_000;

    private static final Pattern SOUND = Pattern.compile("[a-z][a-z ]+");

    private final JdbcClient jdbc;
    private final Likeness likeness;
    private final Clock clock;

    Subjects(JdbcClient jdbc, Likeness likeness, Clock clock) {
        this.jdbc = jdbc;
        this.likeness = likeness;
        this.clock = clock;
    }

    /** What can be known of that kind of subject in this city. */
    public List<Attribute> vocabulary(SubjectKind kind) {
        return Vocabulary.of(kind, likeness.policies().current());
    }

    /** What offices record of it. */
    public List<Attribute> recorded(SubjectKind kind) {
        return Vocabulary.recorded(kind, likeness.policies().current());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void insert(SubjectId id, SubjectKind kind, String name, String area, @Nullable LocalDate founded) {
        jdbc.sql("""
                        insert into registry.subject (id, kind, name, area, founded_on, spoken, likeness, listed, created_at)
                        values (:id, :kind, :name, :area, :founded, :spoken, :likeness, :listed, :now)
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("name", name)
                .param("area", area)
                .param("founded", founded)
                .param("spoken", Spoken.of(name))
                .param("likeness", likeness.of(name))
                .param("listed", kind != SubjectKind.PERSON)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void rename(SubjectId id, String name, String area) {
        jdbc.sql(
                        "update registry.subject set name = :name, area = :area, spoken = :spoken, likeness = :likeness, version = version + 1 where id = :id")
                .param("name", name)
                .param("area", area)
                .param("spoken", Spoken.of(name))
                .param("likeness", likeness.of(name))
                .param("id", id.value())
                .update();
    }

    public Optional<Subject> find(SubjectId id) {
        return jdbc.sql("select * from registry.subject where id = :id and withdrawn_at is null")
                .param("id", id.value())
                .query(Subjects::row)
                .optional();
    }

    /** Others who would hold or change this entry wait until the transaction ends. */
    public void hold(SubjectId id) {
        jdbc.sql("select 1 from registry.subject where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The entry that stands for it: itself, or the one it was merged into. */
    public Optional<Subject> standingFor(SubjectId id) {
        return find(id).flatMap(one -> one.mergedInto().map(this::standingFor).orElse(Optional.of(one)));
    }

    /** Whom somebody acts as: the firm of their organisation, by its code, or the person of their account. */
    public Optional<Subject> actingAs(Actor actor) {
        return jdbc.sql("""
                        select * from registry.subject
                         where merged_into is null and withdrawn_at is null
                           and (account = :person or code = (select credit_code from access.public_organisation where id = :organisation))
                         order by (kind = 'ENTERPRISE') desc limit 1
                        """)
                .param("person", actor.person().value())
                .param("organisation", actor.organisation().value())
                .query(Subjects::row)
                .optional();
    }

    /** The entry that an address of the directory, an identifier or a code names, as people type them. */
    public Optional<SubjectId> named(String text) {
        var plain = text.strip().replaceAll(".*/", "");
        return Typed.id(plain, SubjectId::new)
                .filter(id -> find(id).isPresent())
                .or(() -> byCode(text));
    }

    /** The entry that stands under a code, however it is typed. */
    public Optional<SubjectId> byCode(String code) {
        return withCode(code).map(Subject::id);
    }

    /** The entry with whose code, or with the number of whose certificate as a makerspace, a text begins. */
    public Optional<Subject> beginning(String text) {
        return jdbc.sql("""
                        select s.* from registry.subject s
                         where s.merged_into is null and s.withdrawn_at is null
                           and (s.code = left(:code, 18)
                                or exists (select 1 from registry.fact f where f.subject = s.id and f.fact = 'level_city'
                                            and length(f.value) >= 4 and starts_with(:code, upper(f.value))))
                         order by (s.code is not null and s.code = left(:code, 18)) desc, s.id limit 1
                        """)
                .param("code", PlainForm.ofCode(text))
                .query(Subjects::row)
                .optional();
    }

    Optional<Subject> withCode(String code) {
        return jdbc.sql(
                        "select * from registry.subject where code = :code and merged_into is null and withdrawn_at is null")
                .param("code", Identifier.read(code).plain())
                .query(Subjects::row)
                .optional();
    }

    /** What holds on a day, by all that was known then: of several findings the last. */
    public List<Known> known(SubjectId subject, LocalDate day, java.time.Instant when) {
        return jdbc.sql("""
                        select * from (
                          select distinct on (fact) * from registry.fact
                           where subject = :subject and as_of <= :day and (until is null or until >= :day) and recorded_at <= :when
                           order by fact, id desc) latest
                         where value <> '' order by fact
                        """)
                .param("subject", subject.value())
                .param("day", day)
                .param("when", Timestamp.from(when))
                .query(Subjects::known)
                .list();
    }

    /** Everything that was ever recorded, the latest first. */
    public List<Known> history(SubjectId subject) {
        return jdbc.sql("select * from registry.fact where subject = :subject order by id desc")
                .param("subject", subject.value())
                .query(Subjects::known)
                .list();
    }

    /**
     * One finding about a subject.
     *
     * @param from the first day it holds
     * @param until the last, null while no end is known
     * @param recorded when the city learned of it
     */
    public record Known(
            String fact,
            String value,
            KnownFact.Source source,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence,
            java.time.Instant recorded,
            PersonId recordedBy,
            @Nullable PersonId verifiedBy) {}

    /** Makes the traits anew from the facts that hold today. */
    void refresh(SubjectId id) {
        var subject = find(id).orElseThrow();
        var traits = new ArrayList<String>();
        var held = new ArrayList<String>();
        for (var one : known(id, LocalDate.now(clock), clock.instant())) {
            held.add(one.fact());
            Vocabulary.attribute(subject.kind(), one.fact())
                    .flatMap(attribute -> attribute.trait(one.value()))
                    .ifPresent(traits::add);
        }
        if (subject.kind() == SubjectKind.ENTERPRISE) {
            traits.add("stage:" + stage(subject.code().isPresent(), held));
        }
        if (subject.kind() == SubjectKind.SPACE) {
            jdbc.sql("select kind, carrier from registry.space where id = :id")
                    .param("id", id.value())
                    .query((row, _) -> Map.of("type", row.getString("kind"), "carrier", row.getString("carrier")))
                    .optional()
                    .ifPresent(own ->
                            own.forEach((trait, value) -> traits.add(trait + ":" + value.toLowerCase(Locale.ROOT))));
        }
        jdbc.sql(
                        "update registry.subject set traits = cast(:traits as text[]) where id = :id and traits <> cast(:traits as text[])")
                .param("traits", traits.stream().distinct().sorted().toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    private static String stage(boolean registered, List<String> held) {
        return Vocabulary.STAGES.reversed().stream()
                .map(Attribute.Option::code)
                .filter(held::contains)
                .findFirst()
                .orElse(registered ? "firm" : "team");
    }

    /** Those whose names sound like what was typed in Latin letters: a syllable, initials, a part of the whole. */
    public UUID[] sounding(String typed) {
        var words = typed.strip().toLowerCase(Locale.ROOT);
        if (!SOUND.matcher(words).matches()) {
            return new UUID[0];
        }
        // Three letters are what the index of sounds needs; two are looked up as a whole syllable or as initials.
        return jdbc.sql("select id from registry.subject where withdrawn_at is null and "
                        + (words.length() > 2 ? "sought like :within" : "words @> registry.public_words(:words)")
                        + " limit :most")
                .param("most", MOST_SOUNDING)
                .param("words", words)
                .param("within", Like.containing(words))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /** The names that sound so. */
    public String[] soundingNames(String typed) {
        var ids = sounding(typed);
        return ids.length == 0
                ? new String[0]
                : jdbc.sql("select distinct name from registry.subject where id = any (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list()
                        .toArray(String[]::new);
    }

    public static Subject row(ResultSet row, int number) throws SQLException {
        return new Subject(
                new SubjectId(row.getObject("id", UUID.class)),
                SubjectKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("area"),
                Optional.ofNullable(row.getString("code")),
                Optional.ofNullable(row.getObject("founded_on", LocalDate.class)),
                Arrays.asList((String[]) row.getArray("traits").getArray()),
                row.getBoolean("listed"),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(SubjectId::new),
                row.getInt("version"));
    }

    static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getString("fact"),
                row.getString("value"),
                KnownFact.Source.valueOf(row.getString("source")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("evidence"),
                row.getTimestamp("recorded_at").toInstant(),
                new PersonId(row.getObject("recorded_by", UUID.class)),
                Optional.ofNullable(row.getObject("verified_by", UUID.class))
                        .map(PersonId::new)
                        .orElse(null));
    }
}
