package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.EventsAndPrizes;
import org.zhongchuang.outside.city.Claimants;
import org.zhongchuang.outside.city.Examples.Example;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Names;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** What firms in makerspaces claim in the second year, with accounts of their own. */
@Component
@Order(2)
class FirmClaims implements LaterChapter {

    private static final int FIRMS = 52;

    /** In a small city there are fewer: of makerspaces that apply, one firm to so many. */
    private static final int SPACES_A_FIRM = 2;

    /** From which number on names belong to firms with an account, and to their owners. */
    private static final int FIRM_NAMES = 300;

    private static final int OWNER_NAMES = 24_000;

    /** The same for the graduates whom they hire, so many each. */
    private static final int GRADUATE_NAMES = 26_000;

    private static final int GRADUATES = 3;

    /** The area in which these firms are registered, of those that have a code. */
    private static final int AREA = 1;

    private final Stage stage;
    private final ClaimDesk desk;
    private final Claimants claimants;
    private final Accounts accounts;
    private final Entering entering;

    FirmClaims(Stage stage, ClaimDesk desk, Claimants claimants, Accounts accounts, Entering entering) {
        this.stage = stage;
        this.desk = desk;
        this.claimants = claimants;
        this.accounts = accounts;
        this.entering = entering;
    }

    /** How firms come into records and registers. */
    @Component
    record Entering(KeepRecords records, EventsAndPrizes prizes) {}

    @Override
    public void plan(Turns turns, long seed) {
        turns.once(spring(), _ -> {
            firms(turns, new Random(seed + 1));
            firmOfTheFirstYear(turns);
            draftOfTheFirm(turns);
        });
    }

    private LocalDate spring() {
        return day(2, 3, 20);
    }

    private LocalDate day(int year, int month, int day) {
        return stage.times().day(year, month, day);
    }

    private Optional<Programme> restingOn(Source source) {
        return stage.purposes().restingOn(source).stream().findFirst();
    }

    private void firms(Turns turns, Random random) {
        var spaces = claimants.recognisedBefore(spring());
        for (int i = 0; i < Math.min(FIRMS, stage.spaces() / SPACES_A_FIRM) && !spaces.isEmpty(); i++) {
            var space = spaces.get(i * 3 % spaces.size());
            var code = CreditCode.complete("91", stage.cast().codeOf(AREA), "MAT%05d".formatted(i));
            var name = Names.firm(FIRM_NAMES + i);
            var firm = stage.cast()
                    .applicant(
                            "firm%02d".formatted(i + 1),
                            Names.person(OWNER_NAMES + i),
                            Role.FIRM,
                            space.area(),
                            name,
                            Optional.of(code));
            var row = Map.of(
                    Field.SUBJECT,
                    name,
                    Field.CODE,
                    code,
                    Field.FOUNDED,
                    day(1, 1 + i % 9, 18).toString(),
                    Field.UNIT,
                    "F-%02d".formatted(i + 1),
                    Field.NUMBER,
                    "2",
                    Field.DAY,
                    spring().toString(),
                    Field.TITLE,
                    "产品研发（演示）");
            var owner = claimants.operatorOf(space.space());
            write(owner, space.space(), RecordKind.AGREEMENTS, row);
            var first = GRADUATE_NAMES + i * GRADUATES;
            turns.once(hiredOn(GRADUATES), _ -> employ(owner, space.space(), name, code, first));
            if (i % 2 == 0) {
                jobs(turns, firm, random);
            } else {
                graduates(turns, firm, random);
            }
            if (i % 5 == 0) {
                prize(turns, firm, i);
            }
        }
    }

    private void write(Actor operator, SubjectId space, RecordKind kind, Map<Field, String> row) {
        if (entering.records().write(operator, space, kind, row) instanceof Recording.Refused(var reason)) {
            throw new IllegalStateException("a tenant of the demonstration: " + reason);
        }
    }

    /** The day on which one of the graduates of a firm came, each on a day of their own. */
    private LocalDate hiredOn(int graduate) {
        return day(2, 4, 1 + graduate);
    }

    /** Its operator writes down whom a firm has hired, so that each claim for a graduate is for somebody. */
    private void employ(Actor operator, SubjectId space, String firm, String code, int first) {
        for (int i = 0; i < GRADUATES; i++) {
            write(
                    operator,
                    space,
                    RecordKind.JOBS,
                    Map.of(
                            Field.SUBJECT,
                            firm,
                            Field.CODE,
                            code,
                            Field.PARTY,
                            Names.person(first + i),
                            Field.CLASS,
                            "graduate",
                            Field.DAY,
                            hiredOn(i).toString()));
        }
    }

    /** What firms are paid in one year, and in the next one what they are paid for graduates who were hired. */
    private void jobs(Turns turns, Actor firm, Random random) {
        var day = spring().plusDays(5 + random.nextInt(260));
        stage.purposes().forFirms().stream()
                .limit(1)
                .forEach(one -> turns.add(
                        day, ClaimStory.byLuck(stage, desk, Claim.byExample(stage, firm, one, random), random)));
        if (random.nextInt(4) > 0) {
            hired(turns, day(3, 1, 8).plusDays(random.nextInt(64)), firm, 0, random);
        }
    }

    /** One graduate after the other; each has a claim of their own. */
    private void graduates(Turns turns, Actor firm, Random random) {
        hired(turns, day(2, 8, 1).plusDays(random.nextInt(40)), firm, 0, random);
        hired(turns, day(2, 10, 16).plusDays(random.nextInt(40)), firm, 1, random);
        hired(turns, day(3, 1, 10).plusDays(random.nextInt(62)), firm, 2, random);
    }

    private void hired(Turns turns, LocalDate day, Actor firm, int graduate, Random random) {
        restingOn(Source.HIRED_GRADUATES).ifPresent(programme -> {
            var said = new HashMap<>(
                    stage.examples().of(programme).map(Example::said).orElse(Map.of()));
            for (var fact : stage.policies().current().factsOf(programme.id())) {
                if (said.containsKey(fact.id()) && fact.kind() == Fact.Kind.DAY) {
                    said.put(fact.id(), hiredOn(graduate).toString());
                }
                if (said.containsKey(fact.id()) && fact.kind() == Fact.Kind.RECORDS) {
                    said.put(fact.id(), monthly(fact, day, random));
                }
            }
            turns.add(
                    day,
                    ClaimStory.byLuck(stage, desk, Claim.byThemselves(firm, programme.id(), said, Map.of()), random));
        });
    }

    /** A record for each month since the graduate came. */
    private String monthly(Fact fact, LocalDate until, Random random) {
        var rows = new ArrayList<String>();
        for (var month = day(2, 4, 15); rows.size() < 12 && month.isBefore(until); month = month.plusMonths(1)) {
            var paidOn = month.toString();
            var paid = String.valueOf(620 + random.nextInt(300));
            rows.add(fact.fields().stream()
                    .map(field -> field.kind() == Fact.Kind.DAY ? paidOn : paid)
                    .collect(Collectors.joining(" ")));
        }
        return String.join("\n", rows);
    }

    private void prize(Turns turns, Actor firm, int number) {
        restingOn(Source.PRIZES).ifPresent(programme -> prize(turns, firm, number, programme));
    }

    private void prize(Turns turns, Actor firm, int number, Programme programme) {
        turns.once(spring().plusDays(60 + number * 4), today -> {
            var subject = stage.applicants().begin().applicants(firm).getFirst().subject();
            entering.prizes()
                    .record(
                            stage.cast().officer(Role.CITY_OFFICER, "", 1),
                            new EventsAndPrizes.Prize(
                                    "演示·全省创新创业大赛",
                                    number % 2 == 0 ? "province" : "city",
                                    1 + number % 3,
                                    subject,
                                    today.minusDays(9),
                                    "演示赛〔%d〕%d号".formatted(today.getYear(), number + 1)));
            turns.add(
                    today.plusDays(12),
                    new ClaimStory(
                            stage,
                            desk,
                            Claim.byThemselves(firm, programme.id(), Map.of(), Map.of()),
                            ClaimStory.Fate.STRAIGHT,
                            number));
        });
    }

    /** What the firm of the first year has asked for lies with its office; it goes on. */
    private void firmOfTheFirstYear(Turns turns) {
        var firm = accounts.appointmentsOf("firm").getFirst();
        var begin = stage.applicants().begin();
        var subject = begin.applicants(firm).getFirst().subject();
        stage.purposes().forFirms().stream()
                .limit(1)
                .flatMap(one -> begin.begun(firm, one.id(), subject, "").stream())
                .forEach(file -> turns.add(
                        spring().plusDays(1),
                        new ClaimStory(
                                stage,
                                desk,
                                Claim.byThemselves(firm, file.programme(), Map.of(), Map.of())
                                        .from(file.id()),
                                ClaimStory.Fate.STRAIGHT,
                                1)));
    }

    /** It has begun another application and not yet filed it. */
    private void draftOfTheFirm(Turns turns) {
        stage.purposes().forFounders().stream().limit(1).forEach(programme -> {
            var said = stage.examples().of(programme).map(Example::said).orElse(Map.of()).entrySet().stream()
                    .limit(1)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var claim = Claim.byThemselves(accounts.appointmentsOf("firm").getFirst(), programme.id(), said, Map.of());
            turns.add(day(3, 3, 12), new ClaimStory(stage, desk, claim, ClaimStory.Fate.STRAIGHT, 1).leftAt("draft"));
        });
    }
}
