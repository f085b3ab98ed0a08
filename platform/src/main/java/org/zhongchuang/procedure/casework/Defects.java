package org.zhongchuang.procedure.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What applicants were asked to correct. */
@Component
public class Defects {

    private final CaseRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    Defects(CaseRules rules, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells the applicant what is wrong, and remembers how it stood then. */
    public void tell(CaseFile file, String target, String message) {
        jdbc.sql("""
                        insert into casework.defect (id, case_file, target, message, told_at, value_before)
                        values (:defect, :id, :target, :message, :now, :before)
                        """)
                .param("defect", UUID.randomUUID())
                .param("id", file.id().value())
                .param("target", target)
                .param("message", message)
                .param("now", now())
                .param("before", present(file, target))
                .update();
    }

    /** Keeps what the applicant says to a defect that is open; an empty text takes it back. */
    public void reply(CaseId id, UUID defect, String reply) {
        jdbc.sql(
                        "update casework.defect set reply = nullif(:reply, '') where id = :defect and case_file = :id and corrected_at is null")
                .param("reply", reply)
                .param("defect", defect)
                .param("id", id.value())
                .update();
    }

    /**
     * Closes the open defects that the applicant dealt with: what they are about is another now, a paper was added, or
     * there is a reply. What was only taken out is not corrected. What nobody touched stays open.
     *
     * @return the facts and papers of those that were closed
     */
    public List<String> close(CaseFile file) {
        return of(file.id()).stream()
                .filter(Defect::isOpen)
                .filter(defect -> close(file, defect))
                .map(Defect::target)
                .toList();
    }

    private boolean close(CaseFile file, Defect defect) {
        return jdbc.sql("""
                                update casework.defect d set corrected_at = :now, value_after = :after
                                 where d.id = :defect
                                   and (d.reply is not null or (d.value_before is distinct from :after and :after <> '')
                                        or exists (select 1 from casework.attachment a where a.case_file = d.case_file
                                                      and a.evidence = :evidence and a.added_at > d.told_at))
                                """)
                        .param("now", now())
                        .param("after", present(file, defect.target()))
                        .param("defect", defect.id())
                        .param("evidence", isFact(file, defect.target()) ? "" : evidence(defect.target()))
                        .update()
                == 1;
    }

    /** How a fact or a paper of a case stands now: the plain value, or the names of the papers. */
    private String present(CaseFile file, String target) {
        return jdbc.sql(
                        isFact(file, target)
                                ? "select coalesce((select value from casework.fact where case_file = :id and fact = :name), '')"
                                : """
                                  select coalesce(string_agg(f.name, '、' order by a.added_at, a.id), '')
                                    from casework.attachment a join file.public_stored f on f.id = a.file
                                   where a.case_file = :id and a.evidence = :name
                                  """)
                .param("id", file.id().value())
                .param("name", evidence(target))
                .query(String.class)
                .single();
    }

    private boolean isFact(CaseFile file, String target) {
        return rules.of(file).factsOf(file.programme()).stream()
                .anyMatch(fact -> fact.id().equals(target));
    }

    private static String evidence(String target) {
        return Papers.named(target).orElse(target);
    }

    public List<Defect> of(CaseId id) {
        return jdbc.sql("select * from casework.defect where case_file = :id order by told_at, target")
                .param("id", id.value())
                .query((row, _) -> new Defect(
                        row.getObject("id", UUID.class),
                        row.getString("target"),
                        row.getString("message"),
                        row.getTimestamp("told_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("corrected_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("value_before")),
                        Optional.ofNullable(row.getString("value_after")),
                        Optional.ofNullable(row.getString("reply"))))
                .list();
    }

    /** The facts or papers that the applicant may change now; empty when all may be. */
    public Optional<List<String>> openTargets(CaseFile file) {
        return file.step() == Step.DRAFT
                ? Optional.empty()
                : Optional.of(
                        jdbc.sql("select target from casework.defect where case_file = :id and corrected_at is null")
                                .param("id", file.id().value())
                                .query(String.class)
                                .list());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
