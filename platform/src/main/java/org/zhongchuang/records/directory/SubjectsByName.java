package org.zhongchuang.records.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.NameMatch;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** Makerspaces, firms, people and the other subjects of the registers, found by name, sound or code. */
@Component
class SubjectsByName implements Searched {

    /** Where very many fit, the first that are found are put in order, not all of them. */
    private static final int LOOKED_AT = 200;

    private final Policies policies;
    private final Reach reach;
    private final JdbcClient jdbc;

    SubjectsByName(Policies policies, Reach reach, JdbcClient jdbc) {
        this.policies = policies;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var heading = Text.of("机构、企业和人才", "Organisations, firms and people");
        var found = words.areEnough() ? find(words, actor) : List.<Subject>of();
        var kind = found.stream().findFirst().map(Subject::kind).orElse(SubjectKind.SPACE);
        var hits = found.stream()
                .limit(most)
                .map(one -> Hit.named(words, one.name(), one.code(), note(one), "/directory/" + one.id()))
                .toList();
        var all = "/directory?kind=" + kind.name().toLowerCase(Locale.ROOT) + "&q=" + words.encoded();
        return new Hits(heading, "address-book", hits, all);
    }

    private List<Subject> find(Words words, @Nullable Actor actor) {
        var values = new HashMap<String, Object>(Map.of(
                "start", words.atTheStart(),
                "exact", PlainForm.ofCode(words.text())));
        return jdbc.sql(
                        "select * from (select * from registry.public_subject where merged_into is null and "
                                + visible(actor, values) + " and " + NameMatch.of(words.text(), values) + " limit "
                                + LOOKED_AT + ") found"
                                + " order by (code is not distinct from :exact) desc, (lower(name) like :start) desc, length(name), name, id limit 20")
                .params(values)
                .query(Subjects::row)
                .list();
    }

    /** Whoever is not listed is found by those only who may open their page. */
    private String visible(@Nullable Actor actor, Map<String, Object> values) {
        if (actor == null) {
            return "listed";
        }
        values.putAll(reach.bounds(actor, Thing.SUBJECT).parameters());
        return "(listed or :everywhere or area = :ownArea)";
    }

    private Text note(Subject subject) {
        var kind = subject.kind().label();
        var area = policies.current().area(subject.area()).name();
        return Text.of(kind.zh() + " · " + area.zh(), kind.en() + " · " + area.en());
    }
}
