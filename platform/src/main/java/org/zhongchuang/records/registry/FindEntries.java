package org.zhongchuang.records.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.ground.kernel.PlainForm;

/** Entries to choose from by name, sound or code, where a form needs one: those are found too who are not listed. */
@Component
public class FindEntries {

    /** How many are offered; who finds more types more of the name. */
    public static final int MOST = 20;

    private static final int FEWEST_LETTERS = 2;

    private final JdbcClient jdbc;

    FindEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The entries that fit, the one with exactly that code or name first.
     *
     * @param bounds where somebody may know of entries that are not listed
     */
    public List<Subject> named(String words, Bounds bounds, Collection<SubjectKind> kinds) {
        var typed = words.strip();
        if (typed.length() < FEWEST_LETTERS) {
            return List.of();
        }
        var values = new HashMap<String, Object>(bounds.parameters());
        values.put("kinds", kinds.stream().map(SubjectKind::name).toArray(String[]::new));
        values.put("code", PlainForm.ofCode(typed));
        values.put("plainName", PlainForm.ofName(typed));
        values.put("most", MOST);
        return jdbc.sql(
                        "select * from registry.public_subject where merged_into is null and kind = any(cast(:kinds as text[]))"
                                + " and (listed or :everywhere or area = :ownArea) and " + NameMatch.of(typed, values)
                                + " order by (code is not distinct from :code) desc, (plain_name = :plainName) desc, length(name), name, id"
                                + " limit :most")
                .params(values)
                .query(Subjects::row)
                .list();
    }
}
