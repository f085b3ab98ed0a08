package org.zhongchuang.procedure.casework;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.ground.kernel.Masked;

/**
 * For which graduate a claim is made that a firm files because it hired one: whoever the makerspace's records of jobs
 * name for the day that the claim gives. Who applies reads the name as it is recorded, the office that has the case now
 * the surname, and nobody else anything.
 */
@Component
public class ClaimedGraduates {

    private final CaseRules rules;
    private final Reach reach;
    private final JdbcClient jdbc;

    ClaimedGraduates(CaseRules rules, Reach reach, JdbcClient jdbc) {
        this.rules = rules;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    /**
     * Of those claims for a graduate among the cases that the reader is told of: who it is. Nobody where no day is
     * given yet, or the records name nobody for it.
     */
    public Map<CaseId, List<String>> of(Actor reader, Collection<CaseFile> files) {
        var told = files.stream()
                .filter(file -> isForGraduate(file) && isTold(reader, file))
                .toList();
        var names = new HashMap<CaseId, List<String>>();
        if (told.isEmpty()) {
            return names;
        }
        var recorded = recorded(told);
        for (var file : told) {
            names.put(
                    file.id(),
                    recorded.getOrDefault(file.id(), List.of()).stream()
                            .map(name -> isOwn(reader, file) ? name : Masked.name(name))
                            .toList());
        }
        return names;
    }

    /** The same in one line for each case of which a name is known. */
    public Map<CaseId, String> lines(Actor reader, Collection<CaseFile> files) {
        var lines = new HashMap<CaseId, String>();
        of(reader, files).forEach((id, names) -> {
            if (!names.isEmpty()) {
                lines.put(id, String.join("、", names));
            }
        });
        return lines;
    }

    private boolean isForGraduate(CaseFile file) {
        return Optional.ofNullable(rules.programme(file).ground())
                .filter(ground -> ground.from() == Source.HIRED_GRADUATES)
                .isPresent();
    }

    /** Whoever does only a part of cases, as a school or a bank, is not told. */
    private boolean isTold(Actor reader, CaseFile file) {
        return isOwn(reader, file)
                || (!reader.isApplicant()
                        && file.isWith(reader)
                        && !reach.ties(reader, Deed.SEE, Thing.CASE).contains(Tie.PART));
    }

    private static boolean isOwn(Actor reader, CaseFile file) {
        return reader.isApplicant() && file.applicant().equals(reader.organisation());
    }

    private record Hired(CaseId file, String name) {}

    private Map<CaseId, List<String>> recorded(List<CaseFile> files) {
        var cases = new ArrayList<UUID>();
        var facts = new ArrayList<String>();
        for (var file : files) {
            daysOf(file).forEach(fact -> {
                cases.add(file.id().value());
                facts.add(fact);
            });
        }
        return jdbc
                .sql("""
                        select distinct c.id, e.party from unnest(cast(:cases as uuid[]), cast(:facts as text[])) w (id, fact)
                          join casework.case_file c on c.id = w.id
                          join casework.fact f on f.case_file = c.id and f.fact = w.fact
                          join registry.public_subject s on s.id = c.space or s.merged_into = c.space
                          join evidence.public_entry e on e.subject = s.id and e.day::text = f.value
                         where e.kind = 'JOBS' and e.class = 'graduate' and e.voided_at is null order by e.party
                        """)
                .param("cases", cases.toArray(UUID[]::new))
                .param("facts", facts.toArray(String[]::new))
                .query((row, _) -> new Hired(new CaseId(row.getObject("id", UUID.class)), row.getString("party")))
                .list()
                .stream()
                .collect(groupingBy(Hired::file, mapping(Hired::name, toList())));
    }

    /** The days that the claim itself gives: of the others the register of agreements tells. */
    private List<String> daysOf(CaseFile file) {
        var ground = rules.programme(file).ground();
        return rules.of(file).factsOf(file.programme()).stream()
                .filter(fact -> fact.kind() == Fact.Kind.DAY
                        && (ground == null || !ground.facts().containsValue(fact.id())))
                .map(Fact::id)
                .toList();
    }
}
