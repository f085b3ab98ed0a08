package org.zhongchuang.procedure.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.registry.SubjectId;

/** A case as a row of the database has it. */
public final class CaseRow {

    private CaseRow() {}

    public static CaseFile read(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("programme"),
                row.getString("edition"),
                new SubjectId(row.getObject("space", UUID.class)),
                row.getString("space_name"),
                new OrganisationId(row.getObject("operator", UUID.class)),
                row.getString("operator_name"),
                row.getString("area"),
                Step.valueOf(row.getString("step")),
                row.getString("step_id"),
                row.getInt("version"),
                CaseFile.Proposal.valueOf(row.getString("proposal")),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("step_since", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("due_provisional"),
                row.getObject("days_left", Integer.class),
                Optional.ofNullable(row.getObject("assignee", UUID.class))
                        .map(PersonId::new)
                        .orElse(null),
                Optional.ofNullable(row.getString("holder")).map(Role::valueOf).orElse(null),
                row.getString("matter"),
                Text.of(row.getString("occasion"), row.getString("occasion_en")));
    }
}
