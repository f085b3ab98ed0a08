package org.zhongchuang.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.kernel.PlainForm;

/** The organisations that people act for, to choose from and to tell apart by their codes. */
@Service
public class Organisations {

    /** How many are offered to choose from. */
    private static final int MOST = 500;

    private static final int MOST_ALIKE = 8;

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One organisation.
     *
     * @param code its credit code; an office may have none on record
     */
    public record Known(OrganisationId id, String name, Optional<String> code) {}

    public Optional<Known> withCode(String code) {
        return jdbc.sql("select id, name, credit_code from access.organisation where credit_code = :code")
                .param("code", PlainForm.ofCode(code))
                .query(Organisations::known)
                .optional();
    }

    /** All of exactly that name. */
    public List<Known> named(String name) {
        return jdbc.sql(
                        "select id, name, credit_code from access.organisation where name = :name order by created_at, id")
                .param("name", name)
                .query(Organisations::known)
                .list();
    }

    /** Some whose names hold what was typed, or are held in it. */
    public List<Known> like(String name) {
        return jdbc.sql("""
                        select id, name, credit_code from access.organisation
                         where name ilike :like or position(name in :name) > 0 order by length(name), name, id limit :most
                        """)
                .param("like", Like.containing(name))
                .param("name", name)
                .param("most", MOST_ALIKE)
                .query(Organisations::known)
                .list();
    }

    /** Their names, the first by the alphabet where there are very many. */
    public List<String> names() {
        return jdbc.sql("select distinct name from access.organisation order by name limit :most")
                .param("most", MOST)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Writes down the code of an organisation that had none. */
    @Transactional
    public void identify(OrganisationId id, String code) {
        jdbc.sql("update access.organisation set credit_code = :code where id = :id and credit_code is null")
                .param("code", PlainForm.ofCode(code))
                .param("id", id.value())
                .update();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("credit_code")));
    }
}
