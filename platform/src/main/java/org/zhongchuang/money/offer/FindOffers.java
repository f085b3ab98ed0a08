package org.zhongchuang.money.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.ground.calendar.OneByOne;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.records.registry.SubjectId;
import tools.jackson.databind.json.JsonMapper;

/** Finds who could have what without asking: every ground on record is judged by the rules in force. */
@Service
public class FindOffers implements DueWork {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Occasions> occasions;
    private final Policies policies;
    private final OneByOne oneByOne;
    private final JdbcClient jdbc;
    private final Clock clock;

    FindOffers(List<Occasions> occasions, Policies policies, OneByOne oneByOne, JdbcClient jdbc, Clock clock) {
        this.occasions = occasions;
        this.policies = policies;
        this.oneByOne = oneByOne;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public About about() {
        return new About(
                "offers",
                Text.of("免申即享", "Offers"),
                Text.of(
                        "按现行政策逐一比对已登记的事由，符合的主动告知，不再符合的收回。",
                        "The rules in force are run over every ground on record: who qualifies is told, and what no longer holds lapses."));
    }

    /** Runs the rules over every ground; one that is known already is not offered again, one that is gone lapses. */
    @Override
    public void settle() {
        var proactive = policies.current().programmes().values().stream()
                .filter(Programme::proactive)
                .toList();
        oneByOne.each(proactive, programme -> {
            var open = occasions.stream()
                    .filter(one -> programme.restsOn(one.source()))
                    .flatMap(one -> one.open(programme, Optional.empty()).stream())
                    .toList();
            find(programme, open);
            lapse(programme, open);
        });
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    private record Key(SubjectId subject, String matter) {}

    private record Found(Occasion ground, Fen fen) {}

    /**
     * Judges the grounds that are new, or that other rules judged last; one that lapsed and is back is offered again.
     */
    private void find(Programme programme, List<Occasion> open) {
        var today = LocalDate.now(clock);
        var edition = policies.current().home(programme.id()).edition();
        var known = Set.copyOf(jdbc.sql("""
                        select subject, matter from offer.offer
                         where programme = :programme and (state in ('ACCEPTED', 'DECLINED') or (state = 'OPEN' and edition = :edition))
                        """)
                .param("programme", programme.id())
                .param("edition", edition)
                .query((row, _) ->
                        new Key(new SubjectId(row.getObject("subject", UUID.class)), row.getString("matter")))
                .list());
        var found = open.stream()
                .filter(ground -> !known.contains(new Key(ground.subject(), ground.matter())))
                .map(ground -> new Found(ground, worth(programme, ground, today)))
                .filter(one -> one.fen().isPositive())
                .toList();
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into offer.offer (id, programme, subject, matter, occasion, occasion_en, fen, facts, source, edition, state, found_on)
                        select gen_random_uuid(), :programme, w.subject, w.matter, w.zh, w.en, w.fen, w.facts::jsonb, w.source, :edition, 'OPEN', :today
                          from unnest(cast(:subjects as uuid[]), cast(:matters as text[]), cast(:zh as text[]), cast(:en as text[]),
                                      cast(:fens as bigint[]), cast(:facts as text[]), cast(:sources as text[])) w(subject, matter, zh, en, fen, facts, source)
                        on conflict (programme, subject, matter) do update
                          set state = 'OPEN', fen = excluded.fen, facts = excluded.facts, edition = excluded.edition, found_on = excluded.found_on
                        where offer.state in ('OPEN', 'LAPSED')
                        """)
                .param("programme", programme.id())
                .param("edition", edition)
                .param("today", today)
                .param(
                        "subjects",
                        found.stream()
                                .map(one -> one.ground().subject().value())
                                .toArray(UUID[]::new))
                .param("matters", texts(found, one -> one.ground().matter()))
                .param("zh", texts(found, one -> one.ground().label().zh()))
                .param("en", texts(found, one -> one.ground().label().en()))
                .param("fens", found.stream().map(one -> one.fen().value()).toArray(Long[]::new))
                .param(
                        "facts",
                        texts(found, one -> JSON.writeValueAsString(one.ground().facts())))
                .param("sources", texts(found, one -> one.ground().source().zh()))
                .update();
    }

    private static String[] texts(List<Found> found, Function<Found, String> of) {
        return found.stream().map(of).toArray(String[]::new);
    }

    private Fen worth(Programme programme, Occasion ground, LocalDate today) {
        return policies.evaluate(
                        programme.id(), today, Answers.values(policies.current().facts(), ground.facts()))
                .amount()
                .orElse(Fen.ZERO);
    }

    private void lapse(Programme programme, List<Occasion> open) {
        jdbc.sql("""
                        update offer.offer o set state = 'LAPSED' where programme = :programme and state = 'OPEN'
                           and not exists (select 1 from unnest(cast(:subjects as uuid[]), cast(:matters as text[])) w(subject, matter)
                                            where w.subject = o.subject and w.matter = o.matter)
                        """)
                .param("programme", programme.id())
                .param(
                        "subjects",
                        open.stream().map(one -> one.subject().value()).toArray(UUID[]::new))
                .param("matters", open.stream().map(Occasion::matter).toArray(String[]::new))
                .update();
    }
}
