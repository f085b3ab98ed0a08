package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.EventsAndPrizes;
import org.zhongchuang.money.award.EventsAndPrizes.Extent;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.outside.city.Claimants;
import org.zhongchuang.outside.city.Examples;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.procedure.filing.Costs.Invoice;

/** What makerspaces claim in the second year: running costs, matches of higher awards, events, start-up funds. */
@Component
@Order(1)
class SpaceClaims implements LaterChapter {

    /** In a very large city the others claim nothing: every claim is played, and that takes its time. */
    private static final int CLAIMING = 120;

    /** Those of the first year's claims. */
    private static final int CLAIMED = 3;

    private static final List<String> SELLERS = List.of("演示·安和物业", "演示·城南置业", "演示·运河楼宇管理", "演示·联讯宽带", "演示·会展服务");

    private final Stage stage;
    private final ClaimDesk desk;
    private final RecoveryDesk recovery;
    private final Claimants claimants;
    private final Grounds grounds;

    SpaceClaims(Stage stage, ClaimDesk desk, RecoveryDesk recovery, Claimants claimants, Grounds grounds) {
        this.stage = stage;
        this.desk = desk;
        this.recovery = recovery;
        this.claimants = claimants;
        this.grounds = grounds;
    }

    /** What officers and operators write down before it can be claimed for. */
    @Component
    record Grounds(HigherAwards higher, EventsAndPrizes events) {}

    /** One makerspace, who acts for it, and its place among those that claim. */
    private record Claimant(int number, RecognisedSpace space, Actor operator, Random random) {

        Claim claim(Programme programme) {
            return Claim.of(operator, programme.id(), Optional.of(space.space()));
        }
    }

    private LocalDate day(int year, int month, int day) {
        return stage.times().day(year, month, day);
    }

    private LocalDate spring() {
        return day(2, 3, 27);
    }

    private Optional<Programme> restingOn(Source source) {
        return stage.purposes().restingOn(source).stream().findFirst();
    }

    @Override
    public void plan(Turns turns, long seed) {
        turns.once(day(2, 4, 13), today -> excellent(turns, today));
        var spaces = claimants.recognisedBefore(spring()).stream()
                .sorted(Comparator.comparingInt(one -> one.recognisedOn().getYear()))
                .limit(CLAIMING)
                .toList();
        for (int i = 0; i < spaces.size(); i++) {
            var space = spaces.get(i);
            var one = new Claimant(i, space, claimants.operatorOf(space.space()), new Random(seed * 31 + i));
            if (i >= CLAIMED) {
                var rent = 9_000 + one.random().nextInt(14) * 1_000;
                stage.purposes()
                        .restingOn(Source.YEARS_OF_RECOGNITION)
                        .forEach(programme -> runningCosts(turns, one, programme, rent));
            }
            if (i % 5 == 1 || i % 5 == 3) {
                restingOn(Source.HIGHER_AWARDS).ifPresent(programme -> match(turns, one, programme));
            }
            if (i % 4 == 2) {
                restingOn(Source.EVENTS).ifPresent(programme -> event(turns, one, programme));
            }
            if (i % 20 == 4) {
                stage.purposes().forOperators().stream().limit(1).forEach(programme -> startUp(turns, one, programme));
            }
        }
    }

    /** Those of the first year, and of most of them those of the second as well; some of what was paid comes back. */
    private void runningCosts(Turns turns, Claimant one, Programme programme, int rent) {
        if (one.number() % 6 != 5
                && one.space().recognisedOn().getYear() <= stage.times().year(1)) {
            var first = story(one, running(one, programme, 1, rent));
            turns.add(spring().plusDays(one.random().nextInt(endOf(one.number()).isPresent() ? 60 : 150)), first);
            endOf(one.number())
                    .ifPresent(end -> turns.add(
                            end == RecoveryStory.End.LEFT_PROPOSED ? day(3, 3, 6) : day(2, 10, 16),
                            new RecoveryStory(recovery, first, end)));
        }
        if (one.number() % 5 != 4) {
            // What is to be set off against what is owed has to be granted before the doors open.
            var days = one.random().nextInt(endOf(one.number()).isPresent() ? 4 : 60);
            turns.add(day(3, 1, 10).plusDays(days), story(one, running(one, programme, 2, rent / 2)));
        }
    }

    /** What the published grades bring is offered, and accepted one after the other. */
    private void excellent(Turns turns, LocalDate today) {
        restingOn(Source.PUBLISHED_GRADES).ifPresent(programme -> excellent(turns, today, programme));
    }

    private void excellent(Turns turns, LocalDate today, Programme programme) {
        var wait = 0;
        for (var space : claimants.recognisedBefore(today)) {
            var claim = Claim.of(claimants.operatorOf(space.space()), programme.id(), Optional.of(space.space()));
            if (desk.open(claim.applicant(), claim.programme(), claim.subject()).isPresent()) {
                wait++;
                turns.add(
                        today.plusDays(wait % 20), new ClaimStory(stage, desk, claim, ClaimStory.Fate.STRAIGHT, wait));
            }
        }
    }

    /** How money comes back, where the city says how that is done. */
    private Optional<RecoveryStory.End> endOf(int number) {
        return stage.policies().current().treasury().flatMap(_ -> RecoveryStory.End.of(number));
    }

    /** What was paid in a year: mostly of the kind that the programme names first. */
    private Claim running(Claimant one, Programme programme, int number, int rent) {
        var year = stage.times().year(number);
        var kinds = List.copyOf(programme.costs().keySet());
        var invoices = new ArrayList<Invoice>();
        for (int month = 2; month <= 12 && !kinds.isEmpty(); month += 5) {
            invoices.add(invoice(
                    one,
                    programme,
                    kinds.getFirst(),
                    SELLERS.get(one.number() % 3),
                    LocalDate.of(year, month, 20),
                    rent * 4));
        }
        if (kinds.size() > 1) {
            var day = LocalDate.of(year, 6, 30);
            invoices.add(invoice(one, programme, kinds.get(1), SELLERS.get(3), day, 6_000 + one.number() * 100));
        }
        if (kinds.size() > 2 && one.number() % 9 == 7) {
            // Outside the year, as it happens; scrutiny finds it.
            invoices.add(invoice(one, programme, kinds.get(2), SELLERS.get(3), LocalDate.of(year - 1, 12, 28), 4_800));
        }
        if (kinds.size() > 2 && one.number() % 23 == 21) {
            var day = LocalDate.of(year, 9, 8);
            invoices.add(invoice(one, programme, kinds.getLast(), one.operator().unit(), day, 120_000));
        }
        return one.claim(programme)
                .on(
                        String.valueOf(year),
                        invoices,
                        stage.examples()
                                .of(programme)
                                .map(Examples.Example::said)
                                .orElse(Map.of()));
    }

    /** One number for each makerspace, programme, kind and day: none is claimed for twice. */
    private Invoice invoice(Claimant one, Programme programme, String kind, String seller, LocalDate day, int yuan) {
        var alike = stage.purposes().restingOn(Source.YEARS_OF_RECOGNITION).indexOf(programme);
        var number = "%s%04d%s"
                .formatted(
                        day.toString().replace("-", ""),
                        one.number() + 1 + Math.max(alike, 0) * 5_000,
                        kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
        return new Invoice(new UUID(0, 0), kind, seller, "", number, day, Fen.ofYuan(yuan));
    }

    /** An officer records an award from above, another has seen the money arrive, and the city offers the match. */
    private void match(Turns turns, Claimant one, Programme programme) {
        var late = one.number() % 15 == 13;
        var day = late ? day(3, 3, 2) : spring().plusDays(one.random().nextInt(300));
        var fen = Fen.ofYuan(40_000 + one.random().nextInt(13) * 10_000L);
        turns.once(day, today -> {
            var state = one.number() % 3 == 0;
            var entry = new HigherAwards.Entry(
                    "演示%s奖〔%d〕%d号".formatted(state ? "国" : "省", today.getYear(), 100 + one.number()),
                    state ? "state" : "province",
                    state ? "演示·国家众创空间后补助" : "演示·省级优秀众创空间奖励",
                    one.space().space(),
                    fen,
                    today.minusDays(20));
            var recorded = done(grounds.higher().record(officer(0), entry));
            turns.once(today.plusDays(3), _ -> grounds.higher().verify(officer(1), recorded, fen, "演示到账凭证"));
        });
        if (!late) {
            var claim = one.claim(programme);
            turns.add(
                    day.plusDays(8 + one.random().nextInt(20)),
                    story(one, one.number() % 3 == 1 ? claim.byCounty() : claim));
        }
    }

    /** Registered before it is held, claimed for afterwards; some are still to come. */
    private void event(Turns turns, Claimant one, Programme programme) {
        var late = one.number() % 16 == 14;
        var scored = one.number() % 16 != 2;
        var some = spring().plusDays(one.random().nextInt(220));
        var day = late ? day(3, 3, 7) : scored ? some : day(3, 1, 8);
        var yuan = 60_000 + one.random().nextInt(20) * 10_000;
        turns.once(day, today -> {
            var held = today.plusDays(25);
            var event = done(grounds.events()
                    .register(
                            one.operator(),
                            one.space().space(),
                            one.space().name() + (one.number() % 8 == 2 ? "创新创业大赛" : "创客马拉松"),
                            List.of(Extent.REGIONAL, Extent.NATIONAL, Extent.INTERNATIONAL)
                                    .get(one.number() / 4 % 3),
                            held,
                            Fen.ofYuan(yuan)));
            if (!late) {
                var spent = programme.costs().keySet().stream()
                        .limit(1)
                        .map(kind -> invoice(one, programme, kind, SELLERS.get(4), held.plusDays(2), yuan * 9 / 10))
                        .toList();
                var claim = one.claim(programme).on(event.toString(), spent, Map.of());
                turns.add(held.plusDays(20), story(one, claim).leftAt(scored ? "" : scoring(programme)));
            }
        });
    }

    /** Agreed case by case, paid in two halves; the second waits until the space has run for a while. */
    private void startUp(Turns turns, Claimant one, Programme programme) {
        var example = stage.examples().of(programme);
        var found = example.map(Examples.Example::found).orElse(Map.of());
        var said = example.map(Examples.Example::said).orElse(Map.of());
        var story = story(one, one.claim(programme).on("", List.of(), said).inHalves(found, "运行满半年并通过验收"));
        turns.add(spring().plusDays(10 + one.number()), story);
        turns.once(
                day(3, 1, 16),
                _ -> story.award()
                        .filter(_ -> one.number() % 40 == 4)
                        .ifPresent(award -> desk.awards().meet(officer(2), award.id(), 2)));
    }

    /** The step at which experts score, if there is one. */
    private static String scoring(Programme programme) {
        return programme.filed().steps().stream()
                .filter(step -> step.does() == StepKind.EXPERT_SCORING)
                .map(Programme.Step::step)
                .findFirst()
                .orElse("");
    }

    private ClaimStory story(Claimant one, Claim claim) {
        var luck = one.random().nextInt(100);
        var fate = luck < 80 || endOf(one.number()).isPresent()
                ? ClaimStory.Fate.STRAIGHT
                : luck < 90
                        ? ClaimStory.Fate.CORRECTED
                        : luck < 95 ? ClaimStory.Fate.OBJECTED : ClaimStory.Fate.ADVISED_AGAINST;
        return new ClaimStory(stage, desk, claim, fate, one.random().nextLong());
    }

    private Actor officer(int number) {
        return stage.cast().officer(Role.CITY_OFFICER, "", number);
    }

    private static UUID done(Granting granting) {
        return switch (granting) {
            case Granting.Done(var id) -> id;
            case Granting.Refused(var reason) ->
                throw new IllegalStateException("a ground of the demonstration: " + reason);
        };
    }
}
