package org.zhongchuang.records.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.kernel.NearNames;

/** Entries of the registers whose names are the same as given ones or so near that somebody should be asked. */
@Component
public class LookAlikes {

    /** In a name of fewer characters one is as likely another name as a slip. */
    public static final int SHORTEST_OF_FIRMS = 4;

    /** Others who write down that name wait until the transaction ends. */
    static final String HOLD =
            "select pg_advisory_xact_lock(hashtextextended('name ' || registry.public_plain_name(:name), 0))";

    private static final int MOST_OF_ONE = 5;

    private final JdbcClient jdbc;
    private final Likeness likeness;

    LookAlikes(JdbcClient jdbc, Likeness likeness) {
        this.jdbc = jdbc;
        this.likeness = likeness;
    }

    /** The firms and teams that each of the names may mean; names like which there is none are left out. */
    public Map<String, List<Subject>> firms(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        if (names.size() == 1) {
            jdbc.sql(HOLD)
                    .param("name", names.iterator().next())
                    .query((_, _) -> true)
                    .single();
        }
        var asked = NearNames.<String>silent(SHORTEST_OF_FIRMS);
        var sounds = new HashMap<String, List<String>>();
        for (var name : names) {
            asked.add(name, name);
            sounds.computeIfAbsent(likeness.of(name), _ -> new ArrayList<>()).add(name);
        }
        var near = new HashMap<UUID, Set<String>>();
        jdbc.sql(
                        "select id, name, likeness from registry.subject where kind = 'ENTERPRISE' and merged_into is null and withdrawn_at is null")
                .query(row -> {
                    var alike = new LinkedHashSet<>(asked.near(row.getString("name")));
                    alike.addAll(sounds.getOrDefault(row.getString("likeness"), List.of()));
                    if (!alike.isEmpty()) {
                        near.put(row.getObject("id", UUID.class), alike);
                    }
                });
        var found = new LinkedHashMap<String, List<Subject>>();
        entries(near.keySet())
                .forEach(one -> near.getOrDefault(one.id().value(), Set.of())
                        .forEach(name -> found.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(one)));
        found.replaceAll((_, all) -> all.subList(0, Math.min(all.size(), MOST_OF_ONE)));
        return found;
    }

    private Stream<Subject> entries(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : jdbc
                        .sql("select * from registry.subject where id = any(cast(:ids as uuid[])) order by name, id")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Subjects::row)
                        .list()
                        .stream();
    }
}
