package org.zhongchuang.procedure.casework;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What a subject is called in its cases: a draft follows the register, a case that was filed keeps what it was filed
 * with.
 */
@Component
public class NamesInCases {

    private final JdbcClient jdbc;

    NamesInCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether an office has a case of the subject, which names it as it was filed. */
    public boolean isWithAnOffice(SubjectId subject) {
        return jdbc.sql(
                        "select exists (select 1 from casework.case_file where space = :subject and holder is not null and step <> 'DRAFT')")
                .param("subject", subject.value())
                .query(Boolean.class)
                .single();
    }

    /** Lets its drafts bear another name. */
    public void rename(SubjectId subject, String name) {
        jdbc.sql("update casework.case_file set space_name = :name where space = :subject and step = 'DRAFT'")
                .param("subject", subject.value())
                .param("name", name)
                .update();
    }
}
