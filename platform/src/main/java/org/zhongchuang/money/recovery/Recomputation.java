package org.zhongchuang.money.recovery;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.procedure.casework.Occasions;

/**
 * Judges a decided case again: by its facts, those from registers as the registers have them now, and by the rules it
 * was filed under, with values that a document has set since for days before.
 */
@Component
class Recomputation {

    private final List<Occasions> occasions;
    private final JdbcClient jdbc;
    private final Policies policies;

    Recomputation(List<Occasions> occasions, JdbcClient jdbc, Policies policies) {
        this.occasions = occasions;
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /**
     * What comes out now.
     *
     * @param fen the sum, zero where the rules give nothing any more
     * @param why which facts changed, in words; empty where only rules did
     */
    record Again(Fen fen, String why, String edition) {}

    Again judge(Award award) {
        var facts = new HashMap<String, String>();
        var registered = new TreeMap<String, String>();
        jdbc.sql("select fact, value, source from casework.public_fact where case_file = :case")
                .param("case", award.caseFile().value())
                .query(row -> {
                    facts.put(row.getString("fact"), row.getString("value"));
                    if (row.getString("source").equals("REGISTERED")) {
                        registered.put(row.getString("fact"), row.getString("value"));
                    }
                });
        var filed = jdbc.sql("select filed_on from casework.public_case_file where id = :case")
                .param("case", award.caseFile().value())
                .query((row, _) -> row.getObject("filed_on", LocalDate.class))
                .single();
        var rules = policies.again(award.edition(), award.programme(), filed);
        var why = correct(rules.programme(award.programme()), award, facts, registered);
        var findings = rules.evaluate(
                award.programme(), filed, Answers.values(rules.facts(), facts), policies.isDemonstration());
        return new Again(findings.amount().orElse(Fen.ZERO), why, findings.edition());
    }

    /**
     * Puts what the registers say now in the place of what they said then; a ground that is gone takes its facts along.
     */
    private String correct(
            Programme programme, Award award, Map<String, String> facts, Map<String, String> registered) {
        var source = occasions.stream()
                .filter(one -> programme.restsOn(one.source()))
                .findFirst();
        if (source.isEmpty() || registered.isEmpty()) {
            return "";
        }
        Optional<Map<String, String>> now = source.get().facts(programme, award.subject(), award.matter());
        if (now.isEmpty()) {
            facts.keySet().removeAll(registered.keySet());
            return "登记册里的依据已经撤回或不再存在";
        }
        facts.putAll(now.get());
        var changed = new TreeSet<String>();
        now.get().forEach((fact, value) -> {
            if (registered.containsKey(fact) && !Objects.equals(registered.get(fact), value)) {
                changed.add(label(fact) + "：" + registered.get(fact) + " → " + value);
            }
        });
        return String.join("；", changed);
    }

    private String label(String fact) {
        var known = policies.current().facts().get(fact);
        return known == null ? fact : known.label().zh();
    }

    /** The same in words, beside what was decided. */
    String of(Award award) {
        var again = judge(award);
        return "原核定 %s 元；按现有事实和申报时的规则重算 %s 元；规则版本 %s%s"
                .formatted(
                        award.fen().yuan(),
                        again.fen().yuan(),
                        again.edition().substring(0, 12),
                        again.why().isEmpty() ? "" : "；" + again.why());
    }
}
