package org.zhongchuang.records.evidence;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.records.evidence.AlikeNames.Candidate;
import org.zhongchuang.records.evidence.AlikeNames.Question;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.RowReader;

/** What was said of names that look like others: the rows of a table are kept under the name of whoever they mean. */
final class SameNames {

    private static final String ANOTHER = "another";

    private final Map<String, Candidate> same = new HashMap<>();
    private final Field field;

    private SameNames(RecordKind kind) {
        this.field = fieldOf(kind);
    }

    /** Where a row of that kind has the name that may be another's. */
    static Field fieldOf(RecordKind kind) {
        return kind == RecordKind.AGREEMENTS ? Field.SUBJECT : Field.PARTY;
    }

    /** From the answers of a form, by the keys of names; empty where a name was not answered. */
    static Optional<SameNames> said(RecordKind kind, List<Question> questions, Map<String, String> answers) {
        var said = new SameNames(kind);
        for (var question : questions) {
            var answer = answers.getOrDefault(question.key(), "");
            var meant = question.candidates().stream()
                    .filter(one -> one.key().equals(answer))
                    .findFirst();
            if (meant.isEmpty() && !answer.equals(ANOTHER)) {
                return Optional.empty();
            }
            meant.ifPresent(one -> said.same.put(question.name(), one));
        }
        return Optional.of(said);
    }

    /** Tells the tenants of a makerspace who is meant by which name. */
    void tell(Tenants.OfSpace tenants) {
        same.forEach((name, meant) -> meant.subject().ifPresent(id -> tenants.know(id, name, meant.code())));
    }

    /** A row under the name that is meant, where it is a name alone. */
    RowReader.Read applied(RowReader.Read read) {
        var meant = same.get(read.values().getOrDefault(field, ""));
        if (meant == null || meant.subject().isPresent()) {
            return read;
        }
        var values = new EnumMap<>(read.values());
        values.put(field, named(meant));
        return new RowReader.Read(values, read.mistakes(), read.notes());
    }

    /** An earlier row may itself have been meant as another one. */
    private String named(Candidate meant) {
        var further = same.get(meant.name());
        return further == null || further.subject().isPresent() ? meant.name() : further.name();
    }
}
