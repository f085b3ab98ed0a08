package org.zhongchuang.records.evidence;

import java.util.EnumMap;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RowReader;

/** Says of a row with a day of registration that the register has another one, and that the register's counts. */
@Component
class RegisteredDays {

    private final Subjects subjects;

    RegisteredDays(Subjects subjects) {
        this.subjects = subjects;
    }

    /** The row, with a note where the register knows the firm of that code since another day. */
    RowReader.Read noted(RowReader.Read read) {
        var written = RowReader.day(read.values(), Field.FOUNDED);
        var code = read.values().get(Field.CODE);
        if (written == null || code == null) {
            return read;
        }
        var registered = subjects.byCode(code)
                .flatMap(subjects::find)
                .flatMap(Subject::founded)
                .filter(day -> !day.equals(written));
        if (registered.isEmpty()) {
            return read;
        }
        var notes = new EnumMap<Field, Text>(Field.class);
        notes.putAll(read.notes());
        notes.put(Field.FOUNDED, Entry.registerCounts(registered.get()));
        return new RowReader.Read(read.values(), read.mistakes(), notes);
    }
}
