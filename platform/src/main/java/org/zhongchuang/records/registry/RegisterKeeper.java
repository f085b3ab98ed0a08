package org.zhongchuang.records.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;

/**
 * Where the entries of the register are, and the makerspaces. An entry belongs to the person with whose account it is
 * linked, to the organisation that has its code and, where it is a makerspace, to its operator.
 */
@Component
class RegisterKeeper implements Keeper {

    private static final String SUBJECT = """
            select s.area, s.listed, s.account, p.operator,
                   (select o.id from access.public_organisation o where o.credit_code = s.code) organisation
              from registry.subject s left join registry.space p on p.id = s.id
             where s.id = :id
            """;

    private final Subjects subjects;
    private final JdbcClient jdbc;

    RegisterKeeper(Subjects subjects, JdbcClient jdbc) {
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.SPACE, Thing.SUBJECT, Thing.PAIR, Thing.MERGE);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return thing == Thing.SPACE
                ? Typed.id(id, SubjectId::new).flatMap(this::space)
                : thing == Thing.SUBJECT
                        ? subjects.named(id).flatMap(this::subject)
                        : thing == Thing.PAIR ? pair(id) : Typed.id(id).flatMap(this::merge);
    }

    private Optional<Whereabouts> space(SubjectId id) {
        return jdbc.sql("select operator, area from registry.space where id = :id")
                .param("id", id.value())
                .query((row, _) -> Whereabouts.in(row.getString("area")).ownedBy(row.getObject("operator", UUID.class)))
                .optional();
    }

    private Optional<Whereabouts> subject(SubjectId id) {
        return jdbc.sql(SUBJECT)
                .param("id", id.value())
                .query(RegisterKeeper::where)
                .optional();
    }

    private static Whereabouts where(ResultSet row, int number) throws SQLException {
        return Whereabouts.in(row.getString("area"))
                .ownedBy(row.getObject("account", UUID.class))
                .ownedBy(row.getObject("operator", UUID.class))
                .ownedBy(row.getObject("organisation", UUID.class))
                .known(row.getBoolean("listed"));
    }

    /** A pair lies with both its entries; one that is named together with nothing lies where it lies alone. */
    private Optional<Whereabouts> pair(String ids) {
        var parts = ids.split("\\|", -1);
        var one = subjects.named(parts[0]).flatMap(this::subject);
        var other = parts.length < 2
                ? Optional.<Whereabouts>empty()
                : subjects.named(parts[1]).flatMap(this::subject);
        return one.isEmpty() ? other : one.map(first -> other.map(first::and).orElse(first));
    }

    private Optional<Whereabouts> merge(UUID id) {
        return jdbc.sql("select kept, gone from registry.merge where id = :id")
                .param("id", id)
                .query((row, _) -> row.getString("kept") + "|" + row.getString("gone"))
                .optional()
                .flatMap(this::pair);
    }
}
