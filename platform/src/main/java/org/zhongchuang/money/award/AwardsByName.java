package org.zhongchuang.money.award;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.Policies;

/** Awards as the city publishes them, found by number, document and organisation. */
@Component
class AwardsByName implements Searched {

    private final Awards awards;
    private final Policies policies;

    AwardsByName(Awards awards, Policies policies) {
        this.awards = awards;
        this.policies = policies;
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var found = words.areEnough()
                ? awards.list(new Awards.Query(words.text(), "", "", 0, AwardOrder.NEWEST, ""))
                        .rows()
                : List.<Awards.Row>of();
        var hits = found.stream().limit(most).map(row -> hit(words, row)).toList();
        return new Hits(Text.of("资金公开", "Awards"), "coins", hits, "/awards?q=" + words.encoded());
    }

    private Hit hit(Words words, Awards.Row row) {
        var award = row.award();
        var programme = policies.current().title(award.programme());
        return Hit.named(
                words,
                award.number() + " " + row.publicName(),
                Optional.of(award.number()),
                Text.of(programme.zh() + " · " + award.year(), programme.en() + " · " + award.year()),
                "/awards/" + award.number());
    }
}
