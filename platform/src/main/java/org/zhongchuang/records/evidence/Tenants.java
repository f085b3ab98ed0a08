package org.zhongchuang.records.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.Enrolling;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RowReader;

/** Finds the tenant that a row speaks of; a tenancy agreement brings a new one into the register. */
@Component
class Tenants {

    private static final String OF_TENANT = """
            space = :space and voided_at is null
               and subject in (select id from registry.public_subject where id = :subject or merged_into = :subject)
            """;

    private final JdbcClient jdbc;
    private final Enrolling enrolling;
    private final Clock clock;

    Tenants(JdbcClient jdbc, Enrolling enrolling, Clock clock) {
        this.jdbc = jdbc;
        this.enrolling = enrolling;
        this.clock = clock;
    }

    /** The tenants of one space, as far as they are known, however they are spelt; agreements bring new ones. */
    final class OfSpace {

        private final SubjectId space;
        private final PersonId person;
        private final Map<String, SubjectId> byName = new HashMap<>();
        private final Map<String, SubjectId> byCode = new HashMap<>();
        private final Map<SubjectId, String> codes = new HashMap<>();
        /** Those of whom no agreement stands any more, by name: whoever is written down again is the same. */
        private final Map<String, SubjectId> formerly = new HashMap<>();

        private @Nullable String area;

        private OfSpace(SubjectId space, PersonId person) {
            this.space = space;
            this.person = person;
        }

        /**
         * Looks the tenants up the first time a row speaks of one: most kinds of rows do not. Returns the space's area.
         */
        private String look() {
            var known = area;
            if (known != null) {
                return known;
            }
            var found = jdbc.sql("select area from registry.public_space where id = :id")
                    .param("id", space.value())
                    .query(String.class)
                    .single();
            jdbc.sql("""
                            select s.name, coalesce(k.id, s.id) standing, coalesce(k.code, s.code) standing_code, coalesce(k.name, s.name) standing_name,
                                   bool_or(e.voided_at is null) stands
                              from evidence.entry e join registry.public_subject s on s.id = e.subject
                              left join registry.public_subject k on k.id = s.merged_into
                             where e.space = :space and e.kind = 'AGREEMENTS' group by 1, 2, 3, 4 order by max(e.id)
                            """).param("space", space.value()).query(row -> {
                var code = Optional.ofNullable(row.getString("standing_code"));
                var id = new SubjectId(row.getObject("standing", UUID.class));
                if (row.getBoolean("stands")) {
                    know(id, row.getString("name"), code);
                    know(id, row.getString("standing_name"), code);
                } else {
                    formerly.put(PlainForm.ofName(row.getString("standing_name")), id);
                    code.ifPresent(one -> codes.put(id, one));
                }
            });
            area = found;
            return found;
        }

        /** Whom a name means. */
        void know(SubjectId id, String name, Optional<String> code) {
            byName.put(PlainForm.ofName(name), id);
            code.ifPresent(one -> {
                byCode.put(one, id);
                codes.put(id, one);
            });
        }

        /** The tenant a row names by name or code. */
        Optional<SubjectId> find(Map<Field, String> row) {
            look();
            var name = row.getOrDefault(Field.SUBJECT, "");
            return Optional.ofNullable(byCode.get(PlainForm.ofCode(name)))
                    .or(() -> Optional.ofNullable(byName.get(PlainForm.ofName(name))));
        }

        /** The subject of a tenancy agreement: known, or new, or a team that has become the firm with that code. */
        Optional<SubjectId> admit(Map<Field, String> row) {
            var at = look();
            var name = row.getOrDefault(Field.SUBJECT, "");
            var code = Optional.ofNullable(row.get(Field.CODE));
            var founded = Optional.ofNullable(RowReader.day(row, Field.FOUNDED));
            var known = code.map(byCode::get)
                    .or(() -> Optional.ofNullable(byName.get(PlainForm.ofName(name))))
                    .or(() -> Optional.ofNullable(formerly.get(PlainForm.ofName(name)))
                            .filter(id -> code.isEmpty() || code.get().equals(codes.getOrDefault(id, code.get()))));
            if (known.isPresent()) {
                var before = codes.get(known.get());
                if (code.isPresent() && before != null && !before.equals(code.get())) {
                    return Optional.empty();
                }
                if (code.isPresent() && before == null) {
                    var other = enrolling.withCode(code.get());
                    if (other.isPresent()) {
                        return Optional.empty();
                    }
                    enrolling.incorporate(
                            person, known.get(), code.get(), founded.orElse(LocalDate.now(clock)), "入驻协议");
                    know(known.get(), name, code);
                }
                return known;
            }
            var id = code.flatMap(enrolling::withCode).orElseGet(() -> enter(name, at, code, founded));
            know(id, name, code);
            return Optional.of(id);
        }

        /**
         * The subject of an agreement that is corrected, whose row was voided before: where only this makerspace's rows
         * say who it is, another name or code is that subject's own, unless somebody else is meant by it.
         */
        Optional<SubjectId> admit(Map<Field, String> row, SubjectId before) {
            look();
            var name = row.getOrDefault(Field.SUBJECT, "");
            var code = Optional.ofNullable(row.get(Field.CODE));
            var plain = PlainForm.ofName(name);
            var other = code.isPresent()
                    ? Optional.ofNullable(byCode.get(code.get())).or(() -> enrolling.withCode(code.get()))
                    : Optional.ofNullable(byName.get(plain)).or(() -> Optional.ofNullable(formerly.get(plain)));
            if (other.orElse(before).equals(before) && isOnlyHere(space, before)) {
                enrolling.amend(before, name, code);
                return Optional.of(before);
            }
            return admit(row);
        }
    }

    /**
     * Whether a tenant came into the register by this makerspace's rows, and no agreement and nothing else names it.
     */
    private boolean isOnlyHere(SubjectId space, SubjectId subject) {
        return jdbc.sql("""
                        select exists (select 1 from evidence.entered where subject = :subject)
                           and not exists (select 1 from evidence.entry
                                            where subject = :subject and voided_at is null and (space <> :space or kind = 'AGREEMENTS'))
                           and not registry.public_is_referred_to(:subject, 'evidence')
                        """)
                .param("subject", subject.value())
                .param("space", space.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether other rows of a makerspace speak of somebody with whom it has no agreement any more. */
    boolean leavesRowsBehind(SubjectId space, SubjectId subject) {
        return jdbc.sql("select count(*) > count(*) filter (where kind = 'AGREEMENTS')"
                        + " and count(*) filter (where kind = 'AGREEMENTS') = 0 from evidence.entry where " + OF_TENANT)
                .param("space", space.value())
                .param("subject", subject.value())
                .query(Boolean.class)
                .single();
    }

    private SubjectId enter(String name, String area, Optional<String> code, Optional<LocalDate> founded) {
        var id = enrolling.enrol(name, area, code, founded);
        jdbc.sql("insert into evidence.entered (subject, entered_at) values (:id, :now)")
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /**
     * Takes those out of the register whom an agreement brought in and whom no row names any more, now that rows were
     * taken back; somebody whom anything else names stays.
     */
    void withdraw(List<SubjectId> subjects) {
        jdbc.sql("""
                        select n.subject from evidence.entered n
                         where n.subject = any(cast(:subjects as uuid[]))
                           and not exists (select 1 from evidence.entry e where e.subject = n.subject and e.voided_at is null)
                         order by n.subject
                        """)
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, _) -> new SubjectId(row.getObject("subject", UUID.class)))
                .list()
                .forEach(one -> enrolling.withdraw(one, "evidence"));
    }

    OfSpace of(SubjectId space, PersonId person) {
        return new OfSpace(space, person);
    }

    /** Why a tenant cannot have left on that day, if so: it was not there, or its leaving is on record. */
    Optional<Reason> againstLeaving(SubjectId space, SubjectId subject, LocalDate day) {
        record Stay(LocalDate day, @Nullable LocalDate until) {}
        // Whoever records that the same tenant left waits here.
        var stays = jdbc.sql("select day, until from evidence.entry where kind = 'AGREEMENTS' and " + OF_TENANT
                        + " for update")
                .param("space", space.value())
                .param("subject", subject.value())
                .query((row, _) ->
                        new Stay(row.getObject("day", LocalDate.class), row.getObject("until", LocalDate.class)))
                .list();
        if (stays.stream()
                .noneMatch(one -> !one.day().isAfter(day)
                        && (one.until() == null || !one.until().isBefore(day)))) {
            return Optional.of(Reason.NOT_THERE_THEN);
        }
        return jdbc
                        .sql("select day from evidence.entry where kind = 'EXITS' and " + OF_TENANT)
                        .param("space", space.value())
                        .param("subject", subject.value())
                        .query((row, _) -> row.getObject("day", LocalDate.class))
                        .list()
                        .stream()
                        .anyMatch(other -> stays.stream().noneMatch(one -> cameBetween(one.day(), other, day)))
                ? Optional.of(Reason.LEFT_ALREADY)
                : Optional.empty();
    }

    private static boolean cameBetween(LocalDate came, LocalDate one, LocalDate other) {
        var first = one.isBefore(other) ? one : other;
        var last = one.isBefore(other) ? other : one;
        return came.isAfter(first) && !came.isAfter(last);
    }

    /** Ends the open agreements of a tenant that left, on its last day. */
    void leave(SubjectId space, SubjectId subject, LocalDate day, PersonId person) {
        var open = jdbc.sql("""
                        select id from evidence.entry
                         where space = :space and kind = 'AGREEMENTS' and voided_at is null
                           and subject in (select id from registry.public_subject where id = :subject or merged_into = :subject)
                           and day <= :day and (until is null or until > :day)
                        """)
                .param("space", space.value())
                .param("subject", subject.value())
                .param("day", day)
                .query((row, _) -> row.getLong("id"))
                .list();
        for (var id : open) {
            end(id, day, person);
        }
    }

    void end(long id, LocalDate day, PersonId person) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        update evidence.entry set voided_at = :now, voided_by = :person, void_reason = '期满', ended = true
                         where id = :id and voided_at is null
                        """)
                .param("now", now)
                .param("person", person.value())
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into evidence.entry (space, kind, day, until, subject, called, party, title, unit, class, reference, amount, quantity, number,
                                                    founded_on, digest, batch, recorded_at, recorded_by, replaces)
                        select space, kind, day, :until, subject, called, party, title, unit, class, reference, amount, quantity, number,
                               founded_on, md5(digest || :until), batch, :now, :person, id
                          from evidence.entry where id = :id
                        """)
                .param("until", day)
                .param("now", now)
                .param("person", person.value())
                .param("id", id)
                .update();
    }
}
