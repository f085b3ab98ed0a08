package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.ground.calendar.WorkingDays;
import org.zhongchuang.installation.launch.Filling;
import org.zhongchuang.outside.city.Story.Fate;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SpaceKind;

/**
 * Fills an empty demonstration by playing its history on the virtual clock, and takes up the clock of one that is
 * filled.
 *
 * <p>While it fills, a row of the database says so; a start that finds it knows that the filling broke off, moves that
 * database aside and begins anew.
 */
@Component
class DemonstrationCity implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationCity.class);
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 11);
    private static final LocalDate LAST_DAY = LocalDate.of(2017, 3, 15);
    private static final LocalDate MONEY_DAY = LocalDate.of(2017, 2, 22);

    private final CitySettings settings;
    private final Stage stage;
    private final DemonstrationTime time;
    private final WorkingDays workingDays;
    private final Chapters chapters;
    private final Filling filling;

    DemonstrationCity(
            CitySettings settings,
            Stage stage,
            DemonstrationTime time,
            WorkingDays workingDays,
            Chapters chapters,
            Filling filling) {
        this.settings = settings;
        this.stage = stage;
        this.time = time;
        this.workingDays = workingDays;
        this.chapters = chapters;
        this.filling = filling;
    }

    /** A story and the day of its next turn; {@code order} keeps stories of one day in a fixed order. */
    private record Turn(LocalDate day, int order, Story story) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.enabled()) {
            return;
        }
        if (time.isSet()) {
            time.begin(LAST_DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
            return;
        }
        filling.begin();
        fill();
        filling.end();
    }

    private void fill() {
        log.info("填充演示城市 / filling the demonstration city: {} spaces, seed {}", settings.spaces(), settings.seed());
        time.setTo(FIRST_DAY.minusDays(7), LocalTime.of(9, 0));
        stage.cast().assemble();
        var turns = new PriorityQueue<>(Comparator.comparing(Turn::day).thenComparingInt(Turn::order));
        var random = new Random(settings.seed());
        for (int i = 0; i < settings.spaces(); i++) {
            plan(i, random, turns);
        }
        play(turns);
        time.setTo(LAST_DAY, LocalTime.of(9, 0));
        chapters.tell(random);
        time.remember();
    }

    private void plan(int number, Random random, PriorityQueue<Turn> turns) {
        var areas = stage.policies().current().areas();
        var area = areas.get(1 + random.nextInt(areas.size() - 1));
        var kind = pick(SpaceKind.values(), random);
        var operator = stage.cast().operator(number, area);
        var fate = fate(number, random);
        var begins = beginning(fate, random);
        turns.add(new Turn(
                begins,
                number,
                new Story(stage, operator, profile(number, area, kind, random), fate, random.nextLong())));
    }

    /** The first operators show one state each, so that a visitor finds every state; the others follow their luck. */
    private static Fate fate(int number, Random random) {
        var shown = new Fate[] {Fate.LEFT_AS_DRAFT, Fate.LEFT_IN_CORRECTION, Fate.LEFT_UNDER_OBJECTION, Fate.STRAIGHT};
        var luck = random.nextInt(100);
        if (number < shown.length) {
            return shown[number];
        }
        return luck < 55
                ? Fate.STRAIGHT
                : luck < 72
                        ? Fate.CORRECTED
                        : luck < 80
                                ? Fate.RECUSED
                                : luck < 86
                                        ? Fate.OBJECTED
                                        : luck < 91
                                                ? Fate.ADVISED_AGAINST
                                                : luck < 95
                                                        ? Fate.OPPOSED_BY_MEETING
                                                        : luck < 98 ? Fate.WITHDRAWN : Fate.LEFT_AS_DRAFT;
    }

    /**
     * The day a story begins. One that is left open begins so late that it is still within its time when the city opens
     * its doors.
     */
    private static LocalDate beginning(Fate fate, Random random) {
        return switch (fate) {
            case LEFT_AS_DRAFT -> LAST_DAY.minusDays(5 + random.nextInt(20));
            case LEFT_IN_CORRECTION -> LAST_DAY.minusDays(9 + random.nextInt(3));
            case LEFT_UNDER_OBJECTION -> LAST_DAY.minusDays(55);
            default -> FIRST_DAY.plusDays(random.nextInt((int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay())));
        };
    }

    private static Space.Profile profile(int number, Area area, SpaceKind kind, Random random) {
        return new Space.Profile(
                Names.space(number, kind),
                kind,
                pick(Builder.values(), random),
                pick(Carrier.values(), random),
                area.code(),
                "%s演示路%d号".formatted(area.name().zh(), 1 + random.nextInt(800)),
                FIRST_DAY.minusDays(400 + random.nextInt(500)),
                "演示数据：机构、人员和数字均为虚构。");
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private void play(PriorityQueue<Turn> turns) {
        var told = 0;
        for (var day = FIRST_DAY; day.isBefore(LAST_DAY); day = day.plusDays(1)) {
            time.pushTo(day);
            if (day.equals(MONEY_DAY)) {
                chapters.money().begin(day);
            }
            while (!turns.isEmpty() && !turns.peek().day().isAfter(day)) {
                var turn = turns.poll();
                if (!workingDays.isWorked(day)) {
                    turns.add(new Turn(day.plusDays(1), turn.order(), turn.story()));
                    continue;
                }
                var next = turn.story().turn(day);
                if (next.isPresent()) {
                    turns.add(new Turn(day.plusDays(next.getAsInt()), turn.order(), turn.story()));
                } else if (++told % 1000 == 0) {
                    log.info("  {} / {} ({})", told, settings.spaces(), day);
                }
            }
        }
    }
}
