package org.zhongchuang.grants.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.Browser;
import org.zhongchuang.Newcomer;
import org.zhongchuang.TestCity;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Assessed.Grade;
import org.zhongchuang.grants.panel.Conflicts;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.grants.recognition.Changing;
import org.zhongchuang.grants.recognition.DecideChange;
import org.zhongchuang.grants.recognition.DecideChange.Decision;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.grants.recognition.Standing;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.WholeDesk;
import org.zhongchuang.records.registry.SubjectId;

/** A whole round on the demonstration city, from the last ballots to what follows from the grades. */
class AssessmentTests extends TestCity {

    private static final int YEAR = 2016;

    @LocalServerPort
    private int port;

    @Autowired
    private RunAssessment running;

    @Autowired
    private ScoreSpace scoring;

    @Autowired
    private SilentExperts silentExperts;

    @Autowired
    private Appeals appeals;

    @Autowired
    private PublishAssessment publishing;

    @Autowired
    private Consequences consequences;

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private RoundRows rows;

    @Autowired
    private Results results;

    @Autowired
    private Rounds rounds;

    @Autowired
    private WholeDesk desk;

    @Autowired
    private Standing standing;

    @Autowired
    private DecideChange deciding;

    @Autowired
    private RecognisedSpaces recognised;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Actor as(String login, Role role) {
        return accounts.appointmentsOf(login).stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private Actor officer() {
        return as("city1", Role.CITY_OFFICER);
    }

    private Round round() {
        return rounds.of(YEAR).orElseThrow();
    }

    private Map<String, BigDecimal> scores(Assessed space, int share) {
        var scores = new HashMap<String, BigDecimal>();
        scoring.indicators(space, round())
                .forEach(one -> scores.put(
                        one.id(),
                        BigDecimal.valueOf((long) one.points() * share).movePointLeft(2)));
        return scores;
    }

    @Test
    void anExpertWhoseAppointmentHasALastDayIsDrawnUntilThenAndNotAfter() {
        var expert = Newcomer.in(Role.EXPERT, "330400", accounts);
        accounts.endOn(expert.appointment(), Optional.of(LocalDate.now(clock).plusDays(30)));
        assertThat(rows.experts()).contains(expert.person());

        jdbc.sql("update access.appointment set since = :since, until = :until where id = :id")
                .param("since", LocalDate.now(clock).minusDays(9))
                .param("until", LocalDate.now(clock).minusDays(1))
                .param("id", expert.appointment())
                .update();
        assertThat(rows.experts()).doesNotContain(expert.person());
    }

    @Test
    void whatIsAssessedForGuidanceIsScoredButHasNoPlaceAndNoGrade() {
        var id = UUID.randomUUID();
        rows.open(officer(), id, 2050, 1, "test", 10);
        rows.enter(
                id,
                YEAR,
                true,
                rounds.entries(round().id()).stream().map(Assessed::code).toList());
        var round = rounds.of(2050).orElseThrow();
        results.countRecords(round);
        results.rank(round);

        assertThat(rounds.entries(id)).isNotEmpty().allSatisfy(one -> {
            var in2016 =
                    recognised.find(one.code()).orElseThrow().recognisedOn().getYear() == YEAR;
            assertThat(one.guidance()).isEqualTo(in2016);
            assertThat(one.place()).isNull();
            assertThat(one.grade()).isEmpty();
        });
    }

    @Test
    void everyKindOfTieBarsAnExpertAndOneThatEndedLongAgoDoesNot() {
        var round = round().id();
        var spaces =
                rounds.entries(round).stream().map(Assessed::space).limit(4).toList();
        var experts = new java.util.ArrayList<Actor>();
        for (var login : java.util.List.of("expert11", "expert12", "expert13", "expert14", "expert15")) {
            experts.add(as(login, Role.EXPERT));
        }
        name(spaces.get(0), "MENTORS", experts.get(0).name(), "2016-01-01", null);
        name(spaces.get(1), "FINANCING", experts.get(1).name(), "2016-05-01", null);
        name(spaces.get(2), "MENTORS", experts.get(2).name(), "2010-01-01", "2012-12-31");
        accounts.appoint(
                experts.get(3).person(),
                Role.OPERATOR,
                "330402",
                rounds.entry(round, spaces.get(3)).orElseThrow().operator());
        jdbc.sql(
                        "insert into registry.tie values (gen_random_uuid(), :person, (select subject from evidence.entry where space = :space and kind = 'AGREEMENTS' and voided_at is null limit 1), 'OWNS', '2016-01-01', null, '', :person, now())")
                .param("person", experts.get(4).person().value())
                .param("space", spaces.getFirst().value())
                .update();
        var found = conflicts.of(rounds.operators(round), java.time.LocalDate.of(2014, 3, 15));

        assertThat(found.get(spaces.get(0)))
                .containsEntry(experts.get(0).person(), "MENTORS")
                .containsEntry(experts.get(4).person(), "OWNS");
        assertThat(found.get(spaces.get(1))).containsEntry(experts.get(1).person(), "INVESTS");
        assertThat(found.getOrDefault(spaces.get(2), Map.of()))
                .doesNotContainKey(experts.get(2).person());
        assertThat(found.get(spaces.get(3))).containsEntry(experts.get(3).person(), "EMPLOYED");
    }

    private void name(
            SubjectId space, String kind, String party, String day, @org.jspecify.annotations.Nullable String until) {
        // Records of years that are closed: their owner alone can still add one.
        attackAsOwner("alter table evidence.entry disable trigger user");
        try {
            asOwner()
                    .sql("""
                            insert into evidence.entry (space, kind, day, until, party, digest, recorded_at, recorded_by)
                            values (:space, :kind, cast(:day as date), cast(:until as date), :party, gen_random_uuid()::text, now(),
                                    gen_random_uuid())
                            """)
                    .param("space", space.value())
                    .param("kind", kind)
                    .param("day", day)
                    .param("until", until)
                    .param("party", party)
                    .update();
        } finally {
            attackAsOwner("alter table evidence.entry enable trigger user");
        }
    }

    @Test
    void theRoundGoesFromBallotsToConsequencesAndNothingOfItCanBeChangedAfterwards() {
        var expert = as("expert01", Role.EXPERT);
        var open = scoring.seats(expert, round()).stream()
                .filter(seat -> seat.mine().isEmpty())
                .toList();
        assertThat(open).isNotEmpty();
        assertThat(running.open(officer(), YEAR)).isEqualTo(Assessing.refused(Reason.ALREADY_OPEN));
        assertThat(running.open(officer(), 2017)).isEqualTo(Assessing.refused(Reason.YEAR_NOT_OVER));
        // Other tests may have let time pass: whatever the day is, the experts have time left.
        jdbc.sql("update assessment.round set scoring_until = :day where year = :year")
                .param("day", java.time.LocalDate.of(2099, 1, 1))
                .param("year", YEAR)
                .update();
        assertThat(running.rank(officer(), YEAR)).isEqualTo(Assessing.refused(Reason.SCORES_MISSING));
        var owner = as("op005", Role.OPERATOR);
        assertThat(running.describe(owner, YEAR, open.getFirst().space().space(), "三维打印夜校"))
                .isInstanceOf(Assessing.Refused.class);
        assertThat(running.rank(expert, YEAR)).isEqualTo(Assessing.refused(Reason.NOT_YOURS));
        refusesUnfitBallots(expert, open.getFirst().space());
        recusesAndAnotherIsDrawn(expert, open.getFirst().space());
        for (var seat : scoring.seats(expert, round())) {
            var voted =
                    scoring.score(expert, YEAR, seat.space().space(), scores(seat.space(), 80), "", UUID.randomUUID());
            assertThat(voted).isInstanceOf(Assessing.Done.class);
        }
        assertThat(scoring.ballots(round(), open.getFirst().space().space())).isEmpty();
        // The same again replaces the ballot; what was cast before stays on record.
        var again = open.getLast().space();
        assertThat(scoring.abstain(expert, YEAR, again.space(), "不熟悉该领域", UUID.randomUUID()))
                .isInstanceOf(Assessing.Done.class);
        castsAndIsToldWhatCountsAndWhatComesNext(expert, again);

        closesByRuleOnceTheDaysAreOver();
        assertThat(running.rank(officer(), YEAR)).isInstanceOf(Assessing.Done.class);
        var ranked = rounds.entries(round().id());
        assertThat(ranked).allSatisfy(one -> assertThat(one.grade()).isPresent());
        placesFollowScores(ranked);
        assertThat(scoring.score(expert, YEAR, again.space(), scores(again, 90), "", UUID.randomUUID()))
                .isEqualTo(Assessing.refused(Reason.NOT_NOW));

        assertThat(running.notify(officer(), YEAR)).isInstanceOf(Assessing.Done.class);
        var worst = ranked.stream()
                .filter(one -> one.grade().filter(Grade.FAIL::equals).isPresent())
                .max(Comparator.comparing(
                        one -> Optional.ofNullable(one.place()).orElse(0)))
                .orElseThrow();
        isAppealedAndRankedAgain(ranked.stream()
                .filter(one -> !one.space().equals(worst.space()))
                .findFirst()
                .orElseThrow());
        isPublishedOnceTheNoticeIsOver(worst);
    }

    private void castsAndIsToldWhatCountsAndWhatComesNext(Actor expert, Assessed space) {
        var address = "/ballots/" + YEAR + "/" + space.space();
        var seated = Browser.of(port, expert);
        var form = new java.util.HashMap<>(java.util.Map.of("act", "score", "comment", "改了主意"));
        scores(space, 50).forEach((indicator, score) -> form.put("score-" + indicator, score.toPlainString()));
        form.put("request", UUID.randomUUID().toString());
        assertThat(seated.post(address, form)).isEqualTo(302);
        assertThat(seated.open(address + "?cast")).isEqualTo(200);
        assertThat(seated.body())
                .contains("data-cast=\"0\"", "评分已提交", "抽到您的空间都已评完", "改了主意")
                .doesNotContain("name=\"act\"");
    }

    private void refusesUnfitBallots(Actor expert, Assessed space) {
        assertThat(scoring.score(expert, YEAR, space.space(), Map.of(), "", UUID.randomUUID()))
                .isEqualTo(Assessing.refused(Reason.NOT_A_SCORE));
        assertThat(scoring.score(expert, YEAR, space.space(), scores(space, 101), "", UUID.randomUUID()))
                .isEqualTo(Assessing.refused(Reason.NOT_A_SCORE));
        assertThat(scoring.abstain(expert, YEAR, space.space(), " ", UUID.randomUUID()))
                .isEqualTo(Assessing.refused(Reason.NO_REASON));
        assertThat(scoring.score(officer(), YEAR, space.space(), scores(space, 50), "", UUID.randomUUID()))
                .isEqualTo(Assessing.refused(Reason.NOT_YOURS));
    }

    private void aSilentExpertIsNamedAndReplaced(Actor late) {
        assertThat(silentExperts.of(round()))
                .extracting(SilentExperts.Silent::name)
                .containsExactlyInAnyOrder(
                        late.name(), as("expert01", Role.EXPERT).name());
        assertThat(silentExperts.replace(late, YEAR, late.person(), "一直没有评分"))
                .isEqualTo(Assessing.refused(Reason.NOT_YOURS));
        assertThat(silentExperts.replace(officer(), YEAR, late.person(), ""))
                .isEqualTo(Assessing.refused(Reason.NO_REASON));
        var before = rounds.progress(round().id());
        assertThat(silentExperts.replace(officer(), YEAR, late.person(), "一直没有评分"))
                .isInstanceOf(Assessing.Done.class);
        assertThat(silentExperts.of(round())).noneMatch(one -> one.expert().equals(late.person()));
        assertThat(rounds.progress(round().id())).isEqualTo(before);
        assertThat(silentExperts.replace(officer(), YEAR, late.person(), "一直没有评分"))
                .isEqualTo(Assessing.refused(Reason.NOT_SILENT));
    }

    /** With some ballots missing: ranked only once the days are over and each space has the least number of ballots. */
    private void closesByRuleOnceTheDaysAreOver() {
        assertThat(rounds.seatsWithoutBallot(round().id())).isPositive();
        assertThat(running.rank(officer(), YEAR)).isEqualTo(Assessing.refused(Reason.SCORES_MISSING));
        jdbc.sql("update assessment.round set scoring_until = :day where year = :year")
                .param("day", java.time.LocalDate.of(2017, 1, 2))
                .param("year", YEAR)
                .update();
    }

    private void recusesAndAnotherIsDrawn(Actor expert, Assessed space) {
        var seated = Browser.of(port, expert);
        var ballot = "/ballots/" + YEAR + "/" + space.space();
        assertThat(seated.open(ballot)).isEqualTo(200);
        assertThat(seated.body()).contains("data-until", "data-total-of=\"score-\"");
        var records = Pattern.compile("href=\"(" + ballot + "/figures/[a-z_]+)\"")
                .matcher(seated.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(records).as("each number leads to the records behind it").isNotEmpty();
        assertThat(records).allSatisfy(path -> assertThat(seated.open(path)).isEqualTo(200));
        keepsScoresThatAreRefused(seated, ballot);

        assertThat(scoring.recuse(expert, YEAR, space.space(), "曾任该机构顾问")).isInstanceOf(Assessing.Done.class);

        assertThat(scoring.seat(expert, round(), space.space())).isEmpty();
        assertThat(seated.open("/ballots?left")).isEqualTo(200);
        assertThat(seated.body()).contains("已登记回避");
        assertThat(seated.open(ballot)).isEqualTo(404);
        assertThat(seated.open(records.getFirst())).isEqualTo(404);
        var drawn = jdbc.sql("""
                        select p.login from assessment.seat s join access.person p on p.id = s.expert
                         where s.round = :round and s.space = :space and s.state = 'ASSIGNED'
                           and not exists (select 1 from assessment.ballot b where b.round = s.round and b.space = s.space and b.expert = s.expert)
                        """)
                .param("round", round().id())
                .param("space", space.space().value())
                .query(String.class)
                .single();
        assertThat(drawn).isNotEqualTo("expert01");
        aSilentExpertIsNamedAndReplaced(as(java.util.Objects.requireNonNull(drawn), Role.EXPERT));
    }

    /** One score above its most: nothing is cast, and all that was typed stands there still. */
    private static void keepsScoresThatAreRefused(Browser seated, String ballot) {
        seated.open(ballot);
        var fields = Pattern.compile("name=\"(score-[a-z_]+)\"")
                .matcher(seated.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        var form = new java.util.HashMap<String, String>();
        fields.forEach(field -> form.put(field, "1.25"));
        form.put(fields.getFirst(), "999");
        form.put("act", "score");
        seated.post(ballot, form);
        assertThat(seated.body())
                .contains("data-refused", "value=\"999\"", "value=\"1.25\"")
                .containsOnlyOnce("aria-invalid")
                .contains(fields.getFirst() + "-hint " + fields.getFirst() + "-mistake");
        keepsADraftAndIsLookedOverBeforeItIsCast(seated, ballot, form);
    }

    private static void keepsADraftAndIsLookedOverBeforeItIsCast(
            Browser seated, String ballot, java.util.Map<String, String> form) {
        form.replaceAll((field, typed) -> field.startsWith("score-") ? "１.5" : typed);
        form.put("comment", "管理规范");
        form.put("act", "keep");
        seated.post(ballot, form);
        assertThat(seated.open(ballot)).isEqualTo(200);
        assertThat(seated.body()).contains("value=\"１.5\"", "管理规范").doesNotContain("data-mine");
        form.put("act", "check");
        seated.post(ballot, form);
        assertThat(seated.body())
                .contains("请核对评分", "readonly", "value=\"score\"")
                .doesNotContain("data-mine");
    }

    private static void placesFollowScores(java.util.List<Assessed> ranked) {
        for (var one : ranked) {
            for (var other : ranked) {
                if (one.kind().equals(other.kind())
                        && one.score() != null
                        && other.score() != null
                        && one.place() != null
                        && other.place() != null) {
                    assertThat(Integer.signum(one.place().compareTo(other.place())))
                            .isEqualTo(Integer.signum(other.score().compareTo(one.score())));
                }
            }
        }
    }

    private void isAppealedAndRankedAgain(Assessed space) {
        var operator = jdbc.sql(
                        "select p.login from access.appointment a join access.person p on p.id = a.person where a.organisation = :operator and a.role = 'OPERATOR'")
                .param("operator", space.operator().value())
                .query(String.class)
                .list()
                .getFirst();
        var owner = as(java.util.Objects.requireNonNull(operator), Role.OPERATOR);
        var stranger = as("op003", Role.OPERATOR);
        aNoticeOfGradesIsACardOnItsOperatorsDesk(space, owner, stranger);
        assertThat(appeals.file(stranger, YEAR, space.space(), "events", "这不是我的空间，但我想复核"))
                .isEqualTo(Assessing.refused(Reason.NOT_YOURS));
        assertThat(appeals.file(owner, YEAR, space.space(), "events", "短"))
                .isEqualTo(Assessing.refused(Reason.NO_GROUNDS));
        assertThat(appeals.file(owner, YEAR, space.space(), "events", "有三场活动没有计入，见活动台账"))
                .isInstanceOf(Assessing.Done.class);
        assertThat(appeals.file(owner, YEAR, space.space(), "events", "再申请一次，理由同上，请核对"))
                .isEqualTo(Assessing.refused(Reason.ALREADY_APPEALED));
        changesFollowTheScaleOfWhatIsCounted();
        var talent = scoring.indicators(space, round()).getFirst();
        assertThat(appeals.file(owner, YEAR, space.space(), talent.id(), "团队能力评分偏低，请专家组复核"))
                .isInstanceOf(Assessing.Done.class);
        var appeal = appeals.of(round()).stream()
                .filter(one -> one.indicator().equals(talent.id()))
                .findFirst()
                .orElseThrow();
        var wanted = appeal.before().compareTo(BigDecimal.ONE) > 0 ? BigDecimal.ONE : new BigDecimal(2);
        assertThat(appeals.propose(officer(), YEAR, appeal.id(), Optional.of(new BigDecimal("99")), "核实团队材料后改分"))
                .isEqualTo(Assessing.refused(Reason.NO_GROUNDS_TO_CHANGE));
        assertThat(appeals.propose(officer(), YEAR, appeal.id(), Optional.of(new BigDecimal("99")), "核实团队材料之后予以改分"))
                .isEqualTo(Assessing.refused(Reason.NOT_A_SCORE));
        assertThat(appeals.propose(officer(), YEAR, appeal.id(), Optional.of(wanted), "核实团队材料之后予以改分"))
                .isInstanceOf(Assessing.Done.class);
        assertThat(rounds.entry(round().id(), space.space()).orElseThrow().score())
                .isEqualByComparingTo(java.util.Objects.requireNonNull(space.score()));
        assertThat(appeals.agree(officer(), YEAR, appeal.id(), true))
                .isEqualTo(Assessing.refused(Reason.CHANGED_BY_ANOTHER));
        assertThat(appeals.agree(as("city2", Role.CITY_OFFICER), YEAR, appeal.id(), true))
                .isInstanceOf(Assessing.Done.class);
        var after = rounds.entry(round().id(), space.space()).orElseThrow();
        assertThat(after.score())
                .isEqualByComparingTo(java.util.Objects.requireNonNull(space.score())
                        .add(wanted)
                        .subtract(appeal.before()));
        placesFollowScores(rounds.entries(round().id()));
    }

    private void aNoticeOfGradesIsACardOnItsOperatorsDesk(Assessed space, Actor owner, Actor stranger) {
        var page = "/assessments/" + YEAR + "/spaces/" + space.space();
        assertThat(desk.cards(owner))
                .filteredOn(card -> card.address().equals(page))
                .singleElement()
                .satisfies(card -> assertThat(card.pile().first()).hasValue(round().noticeLast()));
        assertThat(desk.cards(stranger)).noneMatch(card -> card.address().equals(page));
        var browser = Browser.of(port, owner);
        assertThat(browser.open(page)).isEqualTo(200);
        assertThat(browser.body()).contains("data-counted=\"1\"");
    }

    /** Of what is counted an officer says the count, never the points. */
    private void changesFollowTheScaleOfWhatIsCounted() {
        var appeal = appeals.of(round()).getFirst();
        var now = appeals.recount(round(), appeal).orElseThrow();
        assertThat(appeals.propose(officer(), YEAR, appeal.id(), Optional.of(now.figure()), "按现有活动台账重新核算"))
                .isEqualTo(Assessing.refused(Reason.NO_CHANGE));
        var fewer = now.points().signum() > 0 ? BigDecimal.ZERO : BigDecimal.ONE;
        assertThat(appeals.propose(officer(), YEAR, appeal.id(), Optional.of(fewer), "按现有活动台账重新核算"))
                .isInstanceOf(Assessing.Done.class);
        assertThat(appeals.of(round()).getFirst().after().orElseThrow()).isEqualByComparingTo(fewer);
        assertThat(appeals.agree(as("city2", Role.CITY_OFFICER), YEAR, appeal.id(), false))
                .isInstanceOf(Assessing.Done.class);
        assertThat(appeals.reject(officer(), YEAR, appeal.id(), "台账中没有这三场活动")).isInstanceOf(Assessing.Done.class);
    }

    private void isPublishedOnceTheNoticeIsOver(Assessed worst) {
        var decider = as("decider1", Role.CITY_DECIDER);
        assertThat(publishing.publish(decider, YEAR, "演示科〔2017〕9号")).isEqualTo(Assessing.refused(Reason.NOTICE_RUNS));
        jdbc.sql("update assessment.round set notice_first = notice_first - 30, notice_last = notice_last - 30")
                .update();
        assertThat(publishing.publish(officer(), YEAR, "演示科〔2017〕9号")).isEqualTo(Assessing.refused(Reason.NOT_YOURS));
        assertThat(publishing.publish(decider, YEAR, " ")).isEqualTo(Assessing.refused(Reason.NO_DOCUMENT));
        // The worst had failed the year before as well: two in a row start a removal.
        failedBefore(worst);
        var preview = publishing.preview(round());
        assertThat(publishing.publish(decider, YEAR, "演示科〔2017〕9号")).isInstanceOf(Assessing.Done.class);

        assertThat(rounds.isIntact(YEAR)).isTrue();
        assertThat(jdbc.sql("select count(*) from assessment.consequence where kind = 'AWARD'")
                        .query(Long.class)
                        .single())
                .isEqualTo(preview.awards());
        assertThatThrownBy(() -> jdbc.sql("update assessment.entry set place = 1 where round = :round")
                        .param("round", round().id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update assessment.round set document = 'x' where year = 2016")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> attackAsOwner("delete from assessment.ballot"))
                .isInstanceOf(DataAccessException.class);
        isRemovedByAnotherDecision(decider, worst);
    }

    private void failedBefore(Assessed worst) {
        jdbc.sql("""
                        insert into assessment.round (id, year, state, seed, edition, statement_by, notice_first, notice_last, opened_by, opened_at)
                        select '00000000-0000-0000-0000-00000000aaaa', 2015, 'NOTICE', 1, edition, statement_by, notice_first, notice_last, opened_by, opened_at
                          from assessment.round where year = 2016
                        """).update();
        jdbc.sql("""
                        insert into assessment.entry (round, space, code, name, kind, area, operator, guidance, grade)
                        select '00000000-0000-0000-0000-00000000aaaa', space, code, name, kind, area, operator, false, 'fail'
                          from assessment.entry where round = :round and space = :space
                        """)
                .param("round", round().id())
                .param("space", worst.space().value())
                .update();
        jdbc.sql("""
                        update assessment.round set state = 'PUBLISHED', document = '演示', snapshot = '{}', sha256 = 'x',
                               published_by = gen_random_uuid(), published_at = now() where year = 2015
                        """).update();
    }

    private void isRemovedByAnotherDecision(Actor decider, Assessed worst) {
        assertThat(consequences.of(worst.space()))
                .extracting(Consequences.Consequence::kind)
                .contains(Consequences.Kind.RECTIFICATION, Consequences.Kind.REMOVAL);
        assertThat(recognised.find(worst.code()).orElseThrow().status()).isEqualTo(Status.RECTIFYING);
        var proposed = standing.of(worst.code()).stream()
                .filter(one -> one.kind() == Change.Kind.REMOVE)
                .findFirst()
                .orElseThrow();
        assertThat(deciding.decide(decider, proposed.id(), Decision.approved("演示科〔2017〕10号", "")))
                .isEqualTo(Changing.refused(Changing.Reason.COUNTY_NOT_HEARD));
        deciding.decide(decider, proposed.id(), new Decision(true, "演示科〔2017〕10号", "", "连续两年不合格，依规撤销"));
        assertThat(recognised.find(worst.code()).orElseThrow().status()).isEqualTo(Status.REMOVED);
        assertThat(recognised.history(worst.code()))
                .extracting(one -> one.status())
                .endsWith(Status.RECTIFYING, Status.REMOVED);
    }
}
