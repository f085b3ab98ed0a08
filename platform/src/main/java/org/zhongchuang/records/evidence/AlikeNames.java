package org.zhongchuang.records.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.kernel.NearNames;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.records.registry.LookAlikes;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.RowReader;

/**
 * Names in a row or a table of tenants or mentors that may be others written otherwise: of the register, of this
 * makerspace, or of the same table. Whoever sends it says of each whether it is the same or another one.
 */
@Component
public class AlikeNames {

    private static final int SHORTEST_OF_PEOPLE = 3;
    private static final int KEY = 12;

    /** What the fields begin with in which somebody says whom a name means. */
    private static final String NAME = "name.";

    private final LookAlikes lookAlikes;
    private final JdbcClient jdbc;

    AlikeNames(LookAlikes lookAlikes, JdbcClient jdbc) {
        this.lookAlikes = lookAlikes;
        this.jdbc = jdbc;
    }

    /** A name that is asked about, with what it may be. */
    public record Question(String name, List<Candidate> candidates) {

        public Question {
            candidates = List.copyOf(candidates);
        }

        /** By what a form calls it. */
        public String key() {
            return keyOf(name);
        }
    }

    /**
     * What a name may be.
     *
     * @param subject its entry of the register; empty where it is a name alone
     */
    public record Candidate(String name, Optional<SubjectId> subject, Optional<String> code) {

        /** By what a form calls it. */
        public String key() {
            return subject.map(SubjectId::toString).orElseGet(() -> keyOf(name));
        }
    }

    private static String keyOf(String name) {
        return Sha256.hex(name).substring(0, KEY);
    }

    /**
     * What is to be asked.
     *
     * @param codes the names in the order of the table, each with its code or an empty text
     */
    List<Question> of(SubjectId space, RecordKind kind, Map<String, String> codes) {
        return of(space, kind, codes, 0);
    }

    /** What is to be asked of one row; who stood in a row that is corrected is not whom its new name may mean. */
    List<Question> of(SubjectId space, RecordKind kind, RowReader.Read row, Optional<Entry> corrected) {
        var name = row.values().getOrDefault(SameNames.fieldOf(kind), "");
        var before = corrected.flatMap(Entry::subject);
        var codes = Map.of(name, row.values().getOrDefault(Field.CODE, ""));
        return of(space, kind, codes, corrected.map(Entry::id).orElse(0L)).stream()
                .map(one -> new Question(
                        one.name(),
                        one.candidates().stream()
                                .filter(it -> before.isEmpty() || !it.subject().equals(before))
                                .toList()))
                .filter(one -> !one.candidates().isEmpty())
                .toList();
    }

    private List<Question> of(SubjectId space, RecordKind kind, Map<String, String> codes, long besides) {
        return switch (kind) {
            case AGREEMENTS -> tenants(space, codes);
            case MENTORS -> mentors(space, codes, besides);
            default -> List.of();
        };
    }

    /** What a form says of names, by their keys. */
    public static Map<String, String> answers(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(one -> one.getKey().startsWith(NAME))
                .collect(Collectors.toMap(one -> one.getKey().substring(NAME.length()), Map.Entry::getValue));
    }

    private List<Question> tenants(SubjectId space, Map<String, String> codes) {
        var here = plainNames("""
                select s.name from evidence.entry e join registry.public_subject s on s.id = e.subject
                 where e.space = :space and e.kind = 'AGREEMENTS' and e.voided_at is null
                """, space, 0);
        var asked = new LinkedHashMap<>(codes);
        asked.keySet().removeIf(name -> here.containsKey(PlainForm.ofName(name)));
        var alike = new LinkedHashMap<String, List<Candidate>>();
        lookAlikes
                .firms(asked.keySet())
                .forEach((name, entries) -> alike.put(
                        name,
                        entries.stream()
                                .map(one -> new Candidate(one.name(), Optional.of(one.id()), one.code()))
                                .toList()));
        // Where the code says who it is, the name asks nothing.
        alike.entrySet()
                .removeIf(one -> one.getValue().stream()
                        .anyMatch(entry -> entry.code()
                                .filter(codes.getOrDefault(one.getKey(), "")::equals)
                                .isPresent()));
        return questions(asked, alike, LookAlikes.SHORTEST_OF_FIRMS);
    }

    private List<Question> mentors(SubjectId space, Map<String, String> codes, long besides) {
        var here = plainNames("""
                select party as name from evidence.entry
                 where space = :space and kind = 'MENTORS' and voided_at is null and party is not null and id <> :besides order by id
                """, space, besides);
        var known = new NearNames<String>(SHORTEST_OF_PEOPLE);
        here.values().forEach(name -> known.add(name, name));
        var asked = new LinkedHashMap<>(codes);
        asked.keySet().removeIf(name -> here.containsKey(PlainForm.ofName(name)));
        var alike = new LinkedHashMap<String, List<Candidate>>();
        asked.keySet()
                .forEach(name -> alike.put(
                        name, known.near(name).stream().map(AlikeNames::alone).toList()));
        return questions(asked, alike, SHORTEST_OF_PEOPLE);
    }

    /** With the names of earlier rows, of which two with different codes are two. */
    private static List<Question> questions(
            Map<String, String> asked, Map<String, List<Candidate>> alike, int shortest) {
        var before = new NearNames<String>(shortest);
        var questions = new ArrayList<Question>();
        asked.forEach((name, code) -> {
            var earlier = before.near(name).stream()
                    .filter(other -> !PlainForm.ofName(other).equals(PlainForm.ofName(name)))
                    .map(AlikeNames::alone);
            var candidates = Stream.concat(alike.getOrDefault(name, List.of()).stream(), earlier)
                    .toList();
            if (!candidates.isEmpty()) {
                questions.add(new Question(name, candidates));
            }
            before.add(name, name);
        });
        return questions;
    }

    private static Candidate alone(String name) {
        return new Candidate(name, Optional.empty(), Optional.empty());
    }

    private Map<String, String> plainNames(String query, SubjectId space, long besides) {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql(query).param("space", space.value()).param("besides", besides).query(row -> {
            names.putIfAbsent(PlainForm.ofName(row.getString("name")), row.getString("name"));
        });
        return names;
    }
}
