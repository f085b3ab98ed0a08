package org.zhongchuang.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.award.Award;
import org.zhongchuang.policy.Answers;
import org.zhongchuang.policy.Policies;

/** Judges a decided case again: by its facts as they stand now, by the rules as they stand now for its day. */
@Component
class Recomputation {

    private final JdbcClient jdbc;
    private final Policies policies;

    Recomputation(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** What the rules come to beside what was decided, in words. */
    String of(Award award) {
        var facts = new HashMap<String, String>();
        jdbc.sql("select fact, value from casework.fact where case_file = :case")
                .param("case", award.caseFile())
                .query(row -> {
                    facts.put(row.getString(1), row.getString(2));
                });
        // A higher award that was withdrawn is no ground any more.
        var withdrawn = jdbc.sql(
                        "select exists (select 1 from award.higher_award where id = :id and state = 'WITHDRAWN')")
                .param("id", award.higher().orElse(null), java.sql.Types.OTHER)
                .query(Boolean.class)
                .single();
        if (withdrawn) {
            facts.put("upstream_document", "");
        }
        var filed = jdbc.sql("select filed_on from casework.case_file where id = :case")
                .param("case", award.caseFile())
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .single();
        var findings = policies.evaluate(
                award.programme(), filed, Answers.values(policies.current().facts(), facts));
        var now = findings.amountInFen().orElse(0L);
        return "原核定 %s 元；按现有事实和规则重算 %s 元；规则版本 %s"
                .formatted(
                        BigDecimal.valueOf(award.fen(), 2).toPlainString(),
                        BigDecimal.valueOf(now, 2).toPlainString(),
                        findings.edition().substring(0, 12));
    }
}
