package org.zhongchuang.records.evidence;

import java.time.LocalDate;
import java.util.EnumMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RowReader;

/** Says of a row with a day of registration that the register has another one, and that the register's counts. */
@Component
class RegisteredDays {

    private final JdbcClient jdbc;

    RegisteredDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row, with a note where the register knows the firm of that code since another day. */
    RowReader.Read noted(RowReader.Read read) {
        var written = RowReader.day(read.values(), Field.FOUNDED);
        var code = read.values().get(Field.CODE);
        if (written == null || code == null) {
            return read;
        }
        var registered = jdbc.sql("""
                        select coalesce(k.founded_on, s.founded_on) from registry.public_subject s
                          left join registry.public_subject k on k.id = s.merged_into
                         where s.code = :code and coalesce(k.founded_on, s.founded_on) <> :written limit 1
                        """)
                .param("code", code)
                .param("written", written)
                .query(LocalDate.class)
                .optional();
        if (registered.isEmpty()) {
            return read;
        }
        var notes = new EnumMap<Field, Text>(Field.class);
        notes.putAll(read.notes());
        notes.put(Field.FOUNDED, Entry.registerCounts(registered.get()));
        return new RowReader.Read(read.values(), read.mistakes(), notes);
    }
}
