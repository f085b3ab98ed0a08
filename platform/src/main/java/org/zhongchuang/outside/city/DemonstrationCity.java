package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.calendar.DemonstrationTime;
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

    private final CitySettings settings;
    private final Stage stage;
    private final DemonstrationTime time;
    private final WorkingDays workingDays;
    private final Chapters chapters;
    private final Filling filling;

    /** The month in which all there is was looked through last. */
    private int looked;

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

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.enabled()) {
            return;
        }
        if (time.isSet()) {
            stage.cast().refuseOtherCity();
            time.begin(stage.times()
                    .lastDay()
                    .atStartOfDay(java.time.ZoneOffset.UTC)
                    .toInstant());
            return;
        }
        filling.begin();
        if (stage.hasStories()) {
            fill();
        } else {
            open();
        }
        filling.end();
    }

    /** A city that nobody has told a story of: its people and offices, on a day on which its document holds. */
    private void open() {
        var day = stage.policies().current().document().effectiveFrom().plusMonths(1);
        log.info("演示城市没有预设的历史 / no history is told of this city: {}", day);
        time.setTo(day, LocalTime.of(9, 0));
        stage.cast().assemble();
        time.remember();
    }

    private void fill() {
        log.info(
                "填充演示城市 / filling the demonstration city: {} spaces, seed {}, to {}",
                stage.spaces(),
                settings.seed(),
                stage.times().lastDay());
        time.setTo(stage.times().firstDay().minusDays(7), LocalTime.of(9, 0));
        stage.cast().assemble();
        var turns = new Turns();
        var random = new Random(settings.seed());
        for (int i = 0; i < stage.spaces(); i++) {
            plan(i, random, turns);
        }
        firstYear(turns);
        chapters.tell(random);
        if (settings.hasSecondYear()) {
            secondYear(turns);
        }
        time.remember();
    }

    private void firstYear(Turns turns) {
        var end = stage.times().firstYearEnds();
        var moneyDay = stage.times().day(2, 2, 22);
        for (var day = stage.times().firstDay(); day.isBefore(end); day = day.plusDays(1)) {
            move(day);
            if (day.equals(moneyDay)) {
                chapters.money().begin(day);
            }
            turns.play(day, workingDays.isWorked(day));
        }
        time.setTo(end, LocalTime.of(9, 0));
    }

    private void secondYear(Turns turns) {
        chapters.planSecondYear(turns, settings.seed());
        leaveOneAtEachStep(turns);
        var end = stage.times().lastDay();
        for (var day = stage.times().firstYearEnds().plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            move(day);
            turns.play(day, workingDays.isWorked(day));
        }
        time.passTo(end, true);
    }

    /**
     * Moves on to that day, and says each month how far the history has come. Where two years are lived, days that are
     * not worked are passed over: nothing falls due on them that does not on the next.
     */
    private void move(LocalDate day) {
        if (day.getDayOfMonth() == 1) {
            log.info("  {}-{}", day.getYear(), "%02d".formatted(day.getMonthValue()));
        }
        if (!settings.hasSecondYear()) {
            time.pushTo(day);
        } else if (workingDays.isWorked(day)) {
            time.passTo(day, day.getMonthValue() != looked);
            looked = day.getMonthValue();
        }
    }

    private void plan(int number, Random random, Turns turns) {
        var area = stage.counties().get(random.nextInt(stage.counties().size()));
        var kind = random.nextInt(kinds().size());
        var operator = stage.cast().operator(number, area);
        var fate = fate(number, random);
        var begins = beginning(number, fate, random);
        turns.add(begins, new Story(stage, operator, profile(number, area, kind, random), fate, random.nextLong()));
    }

    /** When the doors open, one application waits at each step of recognition, within its time. */
    private void leaveOneAtEachStep(Turns turns) {
        var random = new Random(settings.seed() + 1);
        var number = stage.spaces();
        var days = 4;
        for (var step : stage.purposes().recognition().orElseThrow().filed().steps()) {
            var area = stage.counties().getFirst();
            var profile = profile(number, area, random.nextInt(kinds().size()), random);
            var story =
                    new Story(stage, stage.cast().operator(number, area), profile, Fate.STRAIGHT, random.nextLong());
            turns.add(stage.times().lastDay().minusDays(days), story.leftAt(step.step()));
            number++;
            days += switch (step.does()) {
                case EXPERT_SCORING -> 4;
                case NOTICE -> 12;
                default -> 2;
            };
        }
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
     * its doors; of the others each sixth belongs to the second year, if there is one.
     */
    private LocalDate beginning(int number, Fate fate, Random random) {
        var times = stage.times();
        var last = times.lastDay();
        var first = settings.hasSecondYear() && number % 6 == 5 ? times.firstYearEnds() : times.firstDay();
        var until = first.equals(times.firstDay()) ? times.firstYearEnds() : last;
        return switch (fate) {
            case LEFT_AS_DRAFT -> last.minusDays(5 + random.nextInt(20));
            case LEFT_IN_CORRECTION -> last.minusDays(9 + random.nextInt(3));
            case LEFT_UNDER_OBJECTION -> last.minusDays(55);
            default -> first.plusDays(random.nextInt((int) (until.toEpochDay() - first.toEpochDay())));
        };
    }

    private List<SpaceKind> kinds() {
        return SpaceKind.in(stage.policies().current());
    }

    /** What is told of a makerspace of the kind that stands at that place in the order of choice. */
    private Space.Profile profile(int number, Area area, int kind, Random random) {
        return new Space.Profile(
                Names.space(number, kind),
                kinds().get(kind),
                pick(Builder.values(), random),
                pick(Carrier.in(stage.policies().current()).toArray(Carrier[]::new), random),
                area.code(),
                "%s演示路%d号".formatted(area.name().zh(), 1 + random.nextInt(800)),
                stage.times().firstDay().minusDays(400 + random.nextInt(500)),
                "演示数据：机构、人员和数字均为虚构。");
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
