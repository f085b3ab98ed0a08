package org.zhongchuang.law.policy;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.PersonId;

/** The values that authorities have set, in the order in which they were recorded. */
@Component
class SetValues {

    private final JdbcClient jdbc;
    private final Clock clock;

    SetValues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record SetValue(
            String pack, String parameter, LocalDate from, BigDecimal value, String document, LocalDate recordedOn) {}

    List<SetValue> all() {
        return jdbc.sql("""
                        select pack, parameter, effective_from, value, document, recorded_on
                          from policy.set_value order by recorded_at, id
                        """)
                .query((row, _) -> new SetValue(
                        row.getString("pack"),
                        row.getString("parameter"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getBigDecimal("value"),
                        row.getString("document"),
                        row.getObject("recorded_on", LocalDate.class)))
                .list();
    }

    void add(SetValue value, PersonId proposedBy, PersonId approvedBy) {
        jdbc.sql("""
                        insert into policy.set_value
                               (id, pack, parameter, effective_from, value, document, proposed_by, approved_by, recorded_on, recorded_at)
                        values (:id, :pack, :parameter, :from, :value, :document, :proposedBy, :approvedBy, :day, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("pack", value.pack())
                .param("parameter", value.parameter())
                .param("from", value.from())
                .param("value", value.value())
                .param("document", value.document())
                .param("proposedBy", proposedBy.value())
                .param("approvedBy", approvedBy.value())
                .param("day", value.recordedOn())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
