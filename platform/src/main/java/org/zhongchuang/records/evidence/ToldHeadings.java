package org.zhongchuang.records.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Headings;
import org.zhongchuang.records.table.RecordKind;

/** What an organisation said of the headings in its own books, so that it says it once. */
@Component
class ToldHeadings {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldHeadings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By heading in its plain form which field it means; empty where such a column is not wanted. */
    Map<String, Optional<Field>> by(OrganisationId organisation, RecordKind kind) {
        var told = new HashMap<String, Optional<Field>>();
        jdbc.sql("select heading, field from evidence.heading where organisation = :organisation and kind = :kind")
                .param("organisation", organisation.value())
                .param("kind", kind.name())
                .query(row -> {
                    told.put(
                            row.getString("heading"),
                            Optional.ofNullable(row.getString("field")).map(Field::valueOf));
                });
        return told;
    }

    void tell(Actor actor, RecordKind kind, String heading, Optional<Field> field) {
        jdbc.sql("""
                        insert into evidence.heading (organisation, kind, heading, field, said_by, said_at)
                        values (:organisation, :kind, :heading, :field, :person, :now)
                        on conflict (organisation, kind, heading) do update
                           set field = excluded.field, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .param("organisation", actor.organisation().value())
                .param("kind", kind.name())
                .param("heading", Headings.plain(heading))
                .param("field", field.map(Field::name).orElse(null))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
