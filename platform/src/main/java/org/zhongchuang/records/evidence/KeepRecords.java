package org.zhongchuang.records.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.RowReader;

/** What an operator does with single rows: write one down, correct it, take it back. */
@Service
public class KeepRecords {

    private final WhoseRecords whose;
    private final Entries entries;
    private final Tenants tenants;
    private final AlikeNames alike;
    private final AuditLog audit;
    private final Clock clock;

    /** What stands in the record of acts before the number of a row. */
    private static final String ROW = "row:";

    private static final int PAGE = 50;
    private static final int LONGEST = 200;

    KeepRecords(WhoseRecords whose, Entries entries, Tenants tenants, AlikeNames alike, AuditLog audit, Clock clock) {
        this.alike = alike;
        this.whose = whose;
        this.entries = entries;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** One page of a kind; {@code next} is 0 at the end. */
    public record Listing(List<Entry> rows, long next) {}

    public Listing list(SubjectId space, RecordKind kind, String words, long before) {
        var rows = entries.list(space, kind, words.strip(), before, PAGE + 1);
        return rows.size() <= PAGE
                ? new Listing(rows, 0)
                : new Listing(rows.subList(0, PAGE), rows.get(PAGE - 1).id());
    }

    /** Everything of a kind, the latest first, row by row: an export needs no more memory than a page. */
    @Transactional(readOnly = true)
    public void export(SubjectId space, RecordKind kind, String words, Consumer<Entry> row) {
        entries.each(space, kind, words.strip(), 0, Integer.MAX_VALUE, row);
    }

    public Optional<Entry> find(long id) {
        return entries.find(id);
    }

    /** Whether somebody writes the records of that space. */
    public boolean keeps(Actor actor, SubjectId space) {
        return whose.keeps(actor, space);
    }

    @Transactional
    public Recording write(Actor actor, SubjectId space, RecordKind kind, Map<Field, String> typed) {
        return put(actor, space, kind, typed, Optional.empty(), Optional.empty());
    }

    /** The same where somebody can be asked about names that look like others; what they said, by the keys of names. */
    @Transactional
    public Recording write(
            Actor actor, SubjectId space, RecordKind kind, Map<Field, String> typed, Map<String, String> names) {
        return put(actor, space, kind, typed, Optional.empty(), Optional.of(names));
    }

    /** Corrects a row: the old one is voided, the new one points to it. */
    @Transactional
    public Recording correct(Actor actor, long id, Map<Field, String> typed, Map<String, String> names) {
        var old = entries.find(id);
        return old.isEmpty()
                ? Recording.refused(Reason.NO_SUCH_ROW)
                : put(actor, old.get().space(), old.get().kind(), typed, old, Optional.of(names));
    }

    private Recording put(
            Actor actor,
            SubjectId space,
            RecordKind kind,
            Map<Field, String> typed,
            Optional<Entry> old,
            Optional<Map<String, String>> names) {
        if (!keeps(actor, space)) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        var read = new RowReader(kind, LocalDate.now(clock), false).read(typed);
        if (!read.isGood()) {
            return new Recording.Mistaken(read.mistakes());
        }
        var questions = names.isEmpty() ? List.<AlikeNames.Question>of() : alike.of(space, kind, read, old);
        var same = SameNames.said(kind, questions, names.orElse(Map.of()));
        if (same.isEmpty()) {
            return new Recording.Asked(questions);
        }
        old.ifPresent(one -> entries.makeVoid(one.id(), actor.person(), "更正"));
        var known = tenants.of(space, actor.person());
        same.get().tell(known);
        var row = rowOf(known, kind, same.get().applied(read).values(), old.flatMap(Entry::subject));
        if (row.isEmpty()) {
            throw new Refused(kind == RecordKind.AGREEMENTS ? Reason.CODE_OF_ANOTHER : Reason.NOT_A_TENANT);
        }
        against(tenants, space, kind, row.get()).ifPresent(reason -> {
            throw new Refused(reason);
        });
        var added = entries.add(
                space,
                kind,
                List.of(row.get()),
                null,
                actor.person(),
                old.map(Entry::id).orElse(null));
        if (added.isEmpty()) {
            throw new Refused(entries.isThere(space, kind, row.get().digest()) ? Reason.SAME_ROW : Reason.UNIT_TAKEN);
        }
        if (kind == RecordKind.EXITS) {
            tenants.leave(
                    space,
                    row.get().subject().orElseThrow(),
                    LocalDate.parse(row.get().values().getOrDefault(Field.DAY, "")),
                    actor.person());
        }
        old.flatMap(Entry::subject)
                .filter(before -> !Optional.of(before).equals(row.get().subject()))
                .ifPresent(before -> {
                    if (tenants.leavesRowsBehind(space, before)) {
                        throw new Refused(Reason.OTHER_ROWS_NAME_IT);
                    }
                    tenants.withdraw(List.of(before));
                });
        var number = entries.numberOf(space, kind, row.get().digest());
        audit.record(actor, old.isEmpty() ? "evidence.write" : "evidence.correct", space.toString(), ROW + number);
        return new Recording.Done(String.valueOf(number));
    }

    /** A row with its tenant, who was another one before; empty where the tenant cannot be told. */
    static Optional<Entries.Row> rowOf(
            Tenants.OfSpace tenants, RecordKind kind, Map<Field, String> values, Optional<SubjectId> before) {
        if (kind.column(Field.SUBJECT).isEmpty()) {
            return Optional.of(Entries.Row.of(values, Optional.empty()));
        }
        var subject = kind != RecordKind.AGREEMENTS
                ? tenants.find(values)
                : before.isEmpty() ? tenants.admit(values) : tenants.admit(values, before.get());
        return subject.map(one -> Entries.Row.of(values, Optional.of(one)));
    }

    /** What a departure contradicts; nothing for other kinds of rows. */
    static Optional<Reason> against(Tenants tenants, SubjectId space, RecordKind kind, Entries.Row row) {
        return kind == RecordKind.EXITS
                ? tenants.againstLeaving(
                        space,
                        row.subject().orElseThrow(),
                        LocalDate.parse(row.values().getOrDefault(Field.DAY, "")))
                : Optional.empty();
    }

    /** Takes a row back, with a reason. */
    @Transactional
    public Recording takeBack(Actor actor, long id, String reason) {
        var entry = entries.find(id);
        if (entry.isEmpty()) {
            return Recording.refused(Reason.NO_SUCH_ROW);
        }
        if (!keeps(actor, entry.get().space())) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (reason.strip().length() < 2 || reason.length() > LONGEST) {
            return Recording.refused(Reason.NO_REASON);
        }
        if (entries.makeVoid(id, actor.person(), reason.strip()) == 0) {
            return Recording.refused(Reason.NO_SUCH_ROW);
        }
        tenants.withdraw(entry.get().subject().stream().toList());
        audit.record(actor, "evidence.take-back", entry.get().space().toString(), ROW + id);
        return new Recording.Done(String.valueOf(id));
    }

    /** Runs an act of several parts, whole or not at all. */
    @Transactional
    public Recording whole(Supplier<Recording> act) {
        return act.get();
    }
}
