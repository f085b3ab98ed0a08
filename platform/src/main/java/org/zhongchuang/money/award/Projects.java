package org.zhongchuang.money.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.records.registry.SubjectId;

/** Science projects that city or county arranges for winners of the first three grades. */
@Service
public class Projects implements Outcome {

    private final JdbcClient jdbc;
    private final Clock clock;

    Projects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A project and who arranges it, by area. */
    public record Project(String name, String title, String arrangedBy, String document, LocalDate decidedOn) {}

    public List<Project> all() {
        return jdbc.sql(
                        "select name, title, arranged_by, document, decided_on from award.project order by decided_on desc, id limit 200")
                .query((row, _) -> new Project(
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("arranged_by"),
                        row.getString("document"),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }

    @Override
    public boolean concerns(Programme programme) {
        return programme.use() == Programme.Use.PROJECT;
    }

    @Override
    public boolean has(SubjectId subject, String programme, String matter) {
        return jdbc.sql("""
                        select exists (select 1 from award.project p join casework.public_case_file c on c.id = p.case_file
                                        where c.space = :subject and c.matter = :matter)
                        """)
                .param("subject", subject.value())
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void grant(Actor decider, CaseFile file, Terms terms) {
        jdbc.sql("""
                        insert into award.project (id, case_file, arranged_by, subject, name, title, document, decided_on)
                        values (:id, :case, :by, :subject, :name, :title, :document, :today)
                        """)
                .param("id", UUID.randomUUID())
                .param("case", file.id().value())
                .param("by", terms.payer())
                .param("subject", file.subject().value())
                .param("name", file.subjectName())
                .param("title", file.occasion().zh())
                .param("document", terms.document())
                .param("today", LocalDate.now(clock))
                .update();
    }
}
