package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.EventsAndPrizes;
import org.zhongchuang.outside.city.CitySettings;
import org.zhongchuang.outside.city.Claimants;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Names;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** What firms in makerspaces and graduates claim in the second year, with accounts of their own. */
@Component
@Order(2)
class FirmClaims implements LaterChapter {

    private static final int FIRMS = 52;
    private static final int FOUNDERS = 42;

    /** In a small city there are fewer: of makerspaces that apply, one firm to so many, one founder to so many. */
    private static final int SPACES_A_FIRM = 2;

    private static final int SPACES_A_FOUNDER = 3;

    /** From which number on names belong to firms with an account, to founders and their teams. */
    private static final int FIRM_NAMES = 300;

    private static final int TEAM_NAMES = 500;
    private static final int FOUNDER_NAMES = 22_000;
    private static final int OWNER_NAMES = 24_000;
    private static final LocalDate SPRING = LocalDate.of(2017, 3, 20);

    /** At each step that another office has in a loan, one waits for it. */
    private static final List<String> LEFT = List.of("training", "credit", "loan", "review");

    private static final LocalDate LEFT_SINCE = LocalDate.of(2018, 2, 12);

    private final Stage stage;
    private final ClaimDesk desk;
    private final Claimants claimants;
    private final Accounts accounts;
    private final Entering entering;
    private final CitySettings settings;

    FirmClaims(
            Stage stage,
            ClaimDesk desk,
            Claimants claimants,
            Accounts accounts,
            Entering entering,
            CitySettings settings) {
        this.stage = stage;
        this.desk = desk;
        this.claimants = claimants;
        this.accounts = accounts;
        this.entering = entering;
        this.settings = settings;
    }

    /** How firms and people come into the registers. */
    @Component
    record Entering(KeepRecords records, EnterSubject subjects, Register register, EventsAndPrizes prizes) {}

    @Override
    public void plan(Turns turns, long seed) {
        turns.once(SPRING, _ -> {
            firms(turns, new Random(seed + 1));
            founders(turns, new Random(seed + 2));
            firmOfTheFirstYear(turns);
            draftOfTheFirm(turns);
        });
    }

    private void firms(Turns turns, Random random) {
        var spaces = claimants.recognisedBefore(SPRING);
        for (int i = 0; i < Math.min(FIRMS, settings.spaces() / SPACES_A_FIRM) && !spaces.isEmpty(); i++) {
            var space = spaces.get(i * 3 % spaces.size());
            var code = CreditCode.complete("91", "330411", "MAT%05d".formatted(i));
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
                    "2016-0%d-18".formatted(1 + i % 9),
                    Field.UNIT,
                    "F-%02d".formatted(i + 1),
                    Field.NUMBER,
                    "2",
                    Field.DAY,
                    SPRING.toString(),
                    Field.TITLE,
                    "产品研发（演示）");
            if (entering.records().write(claimants.operatorOf(space.space()), space.space(), RecordKind.AGREEMENTS, row)
                    instanceof Recording.Refused(var reason)) {
                throw new IllegalStateException("a tenant of the demonstration: " + reason);
            }
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

    /** The subsidy for jobs in one year, and in the next one that for graduates who were hired. */
    private void jobs(Turns turns, Actor firm, Random random) {
        var said = Map.of("insured_employees", String.valueOf(3 + random.nextInt(12)), "year_of_business", "1");
        claim(turns, SPRING.plusDays(5 + random.nextInt(260)), firm, "job-creation-subsidy", said, random);
        if (random.nextInt(4) > 0) {
            hired(turns, LocalDate.of(2018, 1, 8).plusDays(random.nextInt(64)), firm, random);
        }
    }

    /** One graduate after the other; each has a claim of their own. */
    private void graduates(Turns turns, Actor firm, Random random) {
        hired(turns, LocalDate.of(2017, 8, 1).plusDays(random.nextInt(40)), firm, random);
        hired(turns, LocalDate.of(2017, 10, 16).plusDays(random.nextInt(40)), firm, random);
        hired(turns, LocalDate.of(2018, 1, 10).plusDays(random.nextInt(62)), firm, random);
    }

    private void hired(Turns turns, LocalDate day, Actor firm, Random random) {
        var paid = new StringBuilder();
        var month = LocalDate.of(2017, 4, 15);
        for (int i = 0; i < 12 && month.isBefore(day); i++) {
            paid.append(paid.isEmpty() ? "" : "\n").append(month).append(' ').append(620 + random.nextInt(300));
            month = month.plusMonths(1);
        }
        var said = Map.of(
                "small_micro", "true", "graduate", "true", "hired_on", "2017-04-01", "contributions", paid.toString());
        claim(turns, day, firm, "graduate-insurance-subsidy", said, random);
    }

    private void prize(Turns turns, Actor firm, int number) {
        turns.once(SPRING.plusDays(60 + number * 4), today -> {
            var subject = stage.applicants().begin().applicants(firm).getFirst().subject();
            entering.prizes()
                    .record(
                            stage.cast().officer(Role.CITY_OFFICER, "", 1),
                            new EventsAndPrizes.Prize(
                                    "演示·浙江省创新创业大赛",
                                    number % 2 == 0 ? "province" : "city",
                                    1 + number % 3,
                                    subject,
                                    today.minusDays(9),
                                    "演示赛〔2017〕%d号".formatted(number + 1)));
            turns.add(
                    today.plusDays(12),
                    new ClaimStory(
                            stage,
                            desk,
                            Claim.byThemselves(firm, "prize-project", Map.of(), Map.of()),
                            ClaimStory.Fate.STRAIGHT,
                            number));
        });
    }

    private void founders(Turns turns, Random random) {
        var areas = stage.policies().current().areas();
        founderClaims(turns, accounts.appointmentsOf("founder").getFirst(), "", random);
        for (int i = 0; i < Math.min(FOUNDERS, settings.spaces() / SPACES_A_FOUNDER); i++) {
            var area = areas.get(1 + random.nextInt(areas.size() - 1)).code();
            var name = Names.person(FOUNDER_NAMES + i);
            var founder = stage.cast()
                    .applicant(
                            "founder%02d".formatted(i + 1),
                            name,
                            Role.FOUNDER,
                            area,
                            Names.team(TEAM_NAMES + i),
                            Optional.empty());
            var entry = new EnterSubject.Entry(SubjectKind.PERSON, name, area, "", null);
            if (entering.subjects().enter(stage.cast().officer(Role.CITY_OFFICER, "", 0), entry)
                    instanceof Registering.Done(var subject)) {
                entering.register().link(subject, founder.person());
                founderClaims(turns, founder, i < LEFT.size() ? LEFT.get(i) : "", random);
            }
        }
    }

    /** @param left the step at which their loan lies when the doors open; empty where it is as far as it is */
    private void founderClaims(Turns turns, Actor founder, String left, Random random) {
        var started = Map.of("graduate_founder", "true", "insured_months", String.valueOf(12 + random.nextInt(20)));
        claim(turns, SPRING.plusDays(8 + random.nextInt(240)), founder, "business-start-subsidy", started, random);
        if (random.nextInt(5) > 0 || !left.isEmpty()) {
            var principal = 50_000 + random.nextInt(6) * 50_000;
            var found = Map.of(
                    "training_done", "true",
                    "credit_recommended", "true",
                    "loan_principal", String.valueOf(principal),
                    "interest_paid", String.valueOf(principal * (40 + random.nextInt(20)) / 1_000),
                    "key_group", String.valueOf(random.nextBoolean()));
            var claim = Claim.byThemselves(founder, "loan-interest", Map.of(), found);
            var day = SPRING.plusDays(60 + random.nextInt(270));
            turns.add(left.isEmpty() ? day : LEFT_SINCE, story(claim, random).leftAt(left));
        }
    }

    /** What the firm of the first year has asked for lies with the labour office; it goes on. */
    private void firmOfTheFirstYear(Turns turns) {
        var firm = accounts.appointmentsOf("firm").getFirst();
        var begin = stage.applicants().begin();
        begin.begun(
                        firm,
                        "job-creation-subsidy",
                        begin.applicants(firm).getFirst().subject(),
                        "")
                .ifPresent(file -> turns.add(
                        SPRING.plusDays(1),
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
        var claim = Claim.byThemselves(
                accounts.appointmentsOf("firm").getFirst(),
                "business-start-subsidy",
                Map.of("graduate_founder", "true"),
                Map.of());
        turns.add(
                LocalDate.of(2018, 3, 12),
                new ClaimStory(stage, desk, claim, ClaimStory.Fate.STRAIGHT, 1).leftAt("draft"));
    }

    private void claim(
            Turns turns, LocalDate day, Actor actor, String programme, Map<String, String> said, Random random) {
        turns.add(day, story(Claim.byThemselves(actor, programme, said, Map.of()), random));
    }

    private ClaimStory story(Claim claim, Random random) {
        var fates = List.of(
                ClaimStory.Fate.CORRECTED,
                ClaimStory.Fate.CORRECTED,
                ClaimStory.Fate.OBJECTED,
                ClaimStory.Fate.ADVISED_AGAINST);
        var luck = random.nextInt(40);
        return new ClaimStory(
                stage,
                desk,
                claim,
                luck < fates.size() ? fates.get(luck) : ClaimStory.Fate.STRAIGHT,
                random.nextLong());
    }
}
