package org.zhongchuang.procedure.casework;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.records.registry.KnownFact;

/** What is known in a case, where each fact came from, and what the rules say of it. */
@Component
public class CaseFacts {

    private final CaseRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFacts(CaseRules rules, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The answers so far, by fact, in their plain form. */
    public Map<String, String> answers(CaseId id) {
        return jdbc
                .sql("select fact, value from casework.fact where case_file = :id order by fact")
                .param("id", id.value())
                .query((row, _) -> Map.entry(row.getString("fact"), row.getString("value")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (_, later) -> later, LinkedHashMap::new));
    }

    /** The answers with where each came from. */
    public List<DecisionFile.Given> given(CaseId id) {
        return jdbc.sql("select fact, value, source, as_of from casework.fact where case_file = :id order by fact")
                .param("id", id.value())
                .query((row, _) -> new DecisionFile.Given(
                        row.getString("fact"),
                        row.getString("value"),
                        row.getString("source").toLowerCase(Locale.ROOT),
                        row.getString("as_of")))
                .list();
    }

    /** What the rules say of a case, as of the day it was filed, or of {@code otherwise} while it is a draft. */
    public Findings findings(CaseFile file, LocalDate otherwise) {
        return rules.judge(file, file.filedOn() == null ? otherwise : file.filedOn(), answers(file.id()));
    }

    /** Whether it waits for its call to be settled, which tells it where it stands among the others. */
    public boolean waitsForCall(CaseFile file) {
        var known = answers(file.id());
        return rules.of(file).factsOf(file.programme()).stream()
                .anyMatch(fact -> fact.by().equals(Fact.CALL) && !known.containsKey(fact.id()));
    }

    /** Whether all that is known speaks for granting it, and nothing is open but what its call will tell. */
    boolean speakFor(CaseFile file, LocalDate today) {
        var findings = findings(file, today);
        var vocabulary = rules.of(file).facts();
        return switch (findings.outcome()) {
            case GRANTED -> true;
            case REFUSED -> false;
            case UNDECIDED ->
                findings.missing().stream()
                        .allMatch(name -> Optional.ofNullable(vocabulary.get(name))
                                .filter(fact -> fact.by().equals(Fact.CALL))
                                .isPresent());
        };
    }

    /** Whether the applicant says so: not a register, not an office, not a sum of invoices. */
    public boolean isDeclared(CaseFile file, Fact fact) {
        return fact.by().equals(Fact.APPLICANT)
                && !rules.programme(file).costs().containsValue(fact.id());
    }

    /** What is known as of today from that source: said, found out by an office, or summed up from invoices. */
    public void keep(CaseId id, String fact, String value, KnownFact.Source source) {
        keep(id, new KnownFact(fact, value, source, LocalDate.now(clock)));
    }

    public void keep(CaseId id, KnownFact known) {
        jdbc.sql("""
                        insert into casework.fact (case_file, fact, value, source, as_of)
                        values (:id, :fact, :value, :source, :day)
                        on conflict (case_file, fact) do update
                           set value = excluded.value, source = excluded.source, as_of = excluded.as_of
                         where (casework.fact.value, casework.fact.source) <> (excluded.value, excluded.source)
                        """)
                .param("id", id.value())
                .param("fact", known.fact())
                .param("value", known.value())
                .param("source", known.source().name())
                .param("day", known.asOf())
                .update();
    }

    public void forget(CaseId id, String fact) {
        jdbc.sql("delete from casework.fact where case_file = :id and fact = :fact")
                .param("id", id.value())
                .param("fact", fact)
                .update();
    }
}
