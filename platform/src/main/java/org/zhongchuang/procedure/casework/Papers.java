package org.zhongchuang.procedure.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.PersonId;

/** The papers of cases. */
@Component
public class Papers {

    /** What photographs of a visit are kept under among the papers of a case. */
    public static final String PHOTO = "site-photo";

    /** Stands before the name of a paper where a fact has the same name. */
    private static final String MARK = "paper.";

    private final JdbcClient jdbc;
    private final Clock clock;

    Papers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a defect names a paper: a fact of the programme may have the same name, and each can have its own defect. */
    public static String target(PolicyPack pack, Programme programme, String evidence) {
        return pack.factsOf(programme.id()).stream().anyMatch(fact -> fact.id().equals(evidence))
                ? MARK + evidence
                : evidence;
    }

    /** The paper that a defect names, if it is one that says so. */
    public static Optional<String> named(String target) {
        return target.startsWith(MARK) ? Optional.of(target.substring(MARK.length())) : Optional.empty();
    }

    public List<Paper> of(CaseId id) {
        return jdbc.sql("""
                        select a.id, a.evidence, a.file, f.name, f.bytes, a.added_at
                          from casework.attachment a join file.public_stored f on f.id = a.file
                         where a.case_file = :id order by a.added_at, a.id
                        """)
                .param("id", id.value())
                .query((row, _) -> new Paper(
                        row.getObject("id", UUID.class),
                        row.getString("evidence"),
                        row.getObject("file", UUID.class),
                        row.getString("name"),
                        row.getLong("bytes"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    public Optional<Paper> find(CaseId id, UUID paper) {
        return of(id).stream().filter(one -> one.id().equals(paper)).findFirst();
    }

    /** Whether a file of that name and content lies there already as that paper. */
    public boolean holds(CaseId id, String evidence, String name, String sha256) {
        return jdbc.sql("""
                        select exists (select 1 from casework.attachment a join file.public_stored f on f.id = a.file
                                        where a.case_file = :id and a.evidence = :evidence and f.name = :name and f.sha256 = :sha256)
                        """)
                .param("id", id.value())
                .param("evidence", evidence)
                .param("name", name)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    public void attach(CaseId id, String evidence, UUID file, PersonId person) {
        jdbc.sql("""
                        insert into casework.attachment (id, case_file, evidence, file, added_at, added_by)
                        values (:attachment, :id, :evidence, :file, :now, :person)
                        """)
                .param("attachment", UUID.randomUUID())
                .param("id", id.value())
                .param("evidence", evidence)
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .update();
    }

    public void detach(CaseId id, UUID paper) {
        jdbc.sql("delete from casework.attachment where id = :attachment and case_file = :file")
                .param("attachment", paper)
                .param("file", id.value())
                .update();
    }
}
