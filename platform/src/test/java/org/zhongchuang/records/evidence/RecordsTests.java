package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.figure.Periods;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.RecordKind;

/** Records are written once, counted each time, frozen when a year is closed, and never overwritten. */
class RecordsTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private KeepRecords records;

    @Autowired
    private WhoseRecords whose;

    @Autowired
    private Imports imports;

    @Autowired
    private Batches batches;

    @Autowired
    private Figures figures;

    @Autowired
    private Periods periods;

    @Autowired
    private BeginCase begin;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Actor operator = nobody();
    private SubjectId space = new SubjectId(new UUID(0, 0));

    private static Actor nobody() {
        return new Actor(
                new PersonId(new UUID(0, 0)),
                "",
                "",
                new UUID(0, 0),
                org.zhongchuang.ground.access.Role.OPERATOR,
                "",
                new OrganisationId(new UUID(0, 0)),
                "");
    }

    @BeforeEach
    void anEmptySpace() {
        operator = accounts.appointmentsOf("op010").getFirst();
        space = spaces.register(
                        operator,
                        new Space.Profile(
                                "演示·台账测试" + UUID.randomUUID().toString().substring(0, 8),
                                Kinds.MAKER,
                                Builder.FIRM,
                                Carrier.OTHER,
                                operator.area(),
                                "测试路1号",
                                LocalDate.of(2015, 1, 1),
                                ""))
                .id();
    }

    private Recording agreement(String name, String unit, String day, String until) {
        return records.write(
                operator,
                space,
                RecordKind.AGREEMENTS,
                Map.of(Field.SUBJECT, name, Field.UNIT, unit, Field.DAY, day, Field.UNTIL, until, Field.NUMBER, "2"));
    }

    private BigDecimal figure(String id, int year) {
        return figures.of(space, Figures.Period.ofYear(year)).getOrDefault(id, BigDecimal.ZERO);
    }

    private Recording write(RecordKind kind, Object... pairs) {
        var typed = new EnumMap<Field, String>(Field.class);
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put((Field) pairs[i], (String) pairs[i + 1]);
        }
        return records.write(operator, space, kind, typed);
    }

    @Test
    void whatNobodyWroteDownIsNotKnownAndNotZero() {
        var counted = figures.of(space, Figures.Period.ofYear(2016));

        assertThat(counted).doesNotContainKeys("lease_months_left", "occupancy", "usable_share");
        assertThat(counted.get("tenants")).isEqualByComparingTo("0");
        assertThat(counted.get("months_operating")).isPositive();
        var page = PlainBrowser.at("http://localhost:" + port)
                .signsIn(operator.login())
                .opens("/spaces/" + space + "/figures?year=2016")
                .body();
        assertThat(page.replaceAll("\\s+", " ")).containsPattern("data-figure=\"occupancy\".{0,400}<b>—</b>");
    }

    @Test
    void whatWasNotKnownWhenAYearWasReportedIsNotCalledZeroLater() {
        event("2016-05-05");
        periods.close(operator, space, 2016);
        periods.restate(operator, space, 2016, "漏记场地");
        write(
                RecordKind.PREMISES,
                Field.TITLE,
                "大厅",
                Field.CLASS,
                "workstations",
                Field.QUANTITY,
                "300",
                Field.NUMBER,
                "20",
                Field.DAY,
                "2015-06-01",
                Field.UNTIL,
                "2018-06-01");

        var page = PlainBrowser.at("http://localhost:" + port)
                .signsIn(operator.login())
                .opens("/spaces/" + space + "/figures?year=2016")
                .body();
        assertThat(page.replaceAll("\\s+", " "))
                .containsPattern("data-figure=\"lease_months_left\".{0,400}<b>\\d+</b> <del>—</del>");
    }

    @Test
    void anOpenAgreementHoldsItsDeskUntilTheTenantLeaves() {
        assertThat(agreement("演示甲队", "A-01", "2016-01-10", "")).isInstanceOf(Recording.Done.class);
        assertThat(agreement("演示乙队", "A-01", "2016-09-01", "")).isEqualTo(Recording.refused(Reason.UNIT_TAKEN));
        assertThat(write(
                        RecordKind.EXITS,
                        Field.SUBJECT,
                        "演示甲队",
                        Field.CLASS,
                        "graduated",
                        Field.DAY,
                        "2016-08-31",
                        Field.TITLE,
                        "获得风险投资600万元"))
                .isInstanceOf(Recording.Done.class);
        assertThat(agreement("演示乙队", "A-01", "2016-08-31", "")).isEqualTo(Recording.refused(Reason.UNIT_TAKEN));
        assertThat(agreement("演示乙队", "A-01", "2016-09-01", "")).isInstanceOf(Recording.Done.class);

        assertThat(figure("tenants", 2016)).isEqualByComparingTo("1");
        assertThat(figure("tenants_year", 2016)).isEqualByComparingTo("2");
        assertThat(figure("graduated", 2016)).isEqualByComparingTo("1");
    }

    private Recording exit(String name, String how, String day) {
        return write(RecordKind.EXITS, Field.SUBJECT, name, Field.CLASS, how, Field.DAY, day, Field.TITLE, "条件" + day);
    }

    @Test
    void aTenantLeavesWhileItIsThereAndOnceForEachTimeItCame() {
        agreement("演示往返队", "", "2016-03-01", "");

        assertThat(exit("演示往返队", "graduated", "2016-02-28")).isEqualTo(Recording.refused(Reason.NOT_THERE_THEN));
        assertThat(exit("演示往返队", "graduated", "2016-05-31")).isInstanceOf(Recording.Done.class);
        assertThat(exit("演示往返队", "graduated", "2016-04-30")).isEqualTo(Recording.refused(Reason.LEFT_ALREADY));
        assertThat(exit("演示往返队", "left", "2016-05-31")).isEqualTo(Recording.refused(Reason.LEFT_ALREADY));
        assertThat(exit("演示往返队", "graduated", "2016-08-31")).isEqualTo(Recording.refused(Reason.NOT_THERE_THEN));
        assertThat(figure("graduated", 2016)).isEqualByComparingTo("1");

        agreement("演示往返队", "", "2016-09-01", "");
        assertThat(exit("演示往返队", "left", "2016-12-31")).isInstanceOf(Recording.Done.class);
        assertThatThrownBy(() -> attackAsOwner("""
                        insert into evidence.entry (space, kind, day, subject, title, class, digest, recorded_at, recorded_by)
                        select space, kind, day + 30, subject, title, class, digest || 'x', recorded_at, recorded_by
                          from evidence.entry where space = '%s' and kind = 'EXITS'
                        """.formatted(space)))
                .rootCause()
                .hasMessageContaining("no stay on that day");
    }

    @Test
    void aTableOfDeparturesKeepsThoseThatFitAndTellsOfTheOthers() {
        agreement("演示表离队", "", "2016-03-01", "");
        var batch = sent(RecordKind.EXITS, text("""
                团队或企业名称,去向,离驻日期,毕业条件或原因
                演示表离队,毕业,2016-01-01,太早
                演示表离队,毕业,2016-06-30,获得投资
                演示表离队,离开,2016-07-31,又离开
                """), "离驻.csv");

        assertThat(imports.accept(operator, batch.id(), true, "")).isInstanceOf(Recording.Done.class);

        assertThat(all(space, RecordKind.EXITS)).hasSize(1);
        assertThat(batches.find(batch.id()).orElseThrow().findings())
                .extracting(finding -> finding.what().en())
                .filteredOn(what -> what.startsWith("演示表离队: It was not a tenant on that day"))
                .hasSize(2);
    }

    @Test
    void aDepartureThatTheAgreementsContradictSinceIsNotCounted() {
        agreement("演示改约队", "", "2016-03-01", "");
        exit("演示改约队", "graduated", "2016-05-31");
        var agreement = all(space, RecordKind.AGREEMENTS).getFirst();

        records.takeBack(operator, agreement.id(), "登记错误");
        agreement("演示改约队", "", "2016-10-01", "");

        assertThat(figure("graduated", 2016)).isEqualByComparingTo("0");
    }

    @Test
    void ofManyWhoWantTheSameDeskExactlyOneGetsIt() throws Exception {
        var barrier = new CyclicBarrier(12);
        try (var threads = Executors.newFixedThreadPool(12)) {
            var attempts = new ArrayList<Callable<Recording>>();
            for (int i = 0; i < 12; i++) {
                var name = "演示抢位" + i;
                attempts.add(() -> {
                    barrier.await();
                    return agreement(name, "B-07", "2016-03-01", "");
                });
            }
            var done = 0;
            for (var result : threads.invokeAll(attempts)) {
                if (result.get() instanceof Recording.Done) {
                    done++;
                }
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void randomTermsOnAFewDesksNeverOverlap() {
        var random = new Random(11);
        for (int i = 0; i < 120; i++) {
            var from = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(700));
            var until = random.nextInt(5) == 0
                    ? ""
                    : from.plusDays(random.nextInt(200)).toString();
            agreement("演示随机" + random.nextInt(15), "C-" + random.nextInt(4), from.toString(), until);
        }
        var overlaps =
                jdbc.sql("""
                        select count(*) from evidence.entry a join evidence.entry b
                          on a.space = b.space and a.unit = b.unit and a.id < b.id and a.term && b.term
                         where a.space = :space and a.voided_at is null and b.voided_at is null
                        """).param("space", space.value()).query(Long.class).single();
        var kept = all(space, RecordKind.AGREEMENTS).size();

        assertThat(overlaps).isZero();
        assertThat(kept).isBetween(8, 119);
    }

    @Test
    void aTeamThatBecomesAFirmStaysTheSameSubjectAndCountsOnce() {
        agreement("演示成长队", "", "2016-02-01", "2016-06-30");
        write(
                RecordKind.AGREEMENTS,
                Field.SUBJECT,
                "演示成长队",
                Field.CODE,
                "91330402MA2B00019E",
                Field.FOUNDED,
                "2016-05-20",
                Field.DAY,
                "2016-07-01");

        assertThat(figure("tenants_year", 2016)).isEqualByComparingTo("1");
        assertThat(figure("new_firms", 2016)).isEqualByComparingTo("1");
        assertThat(figure("teams", 2016)).isEqualByComparingTo("0");
        assertThat(figure("firms", 2016)).isEqualByComparingTo("1");
    }

    @Test
    void aCorrectionVoidsTheOldRowAndTheFigureFollows() {
        agreement("演示丙队", "", "2016-01-10", "");
        write(
                RecordKind.FINANCING,
                Field.SUBJECT,
                "演示丙队",
                Field.PARTY,
                "演示天使",
                Field.CLASS,
                "angel",
                Field.AMOUNT,
                "３０万元",
                Field.DAY,
                "2016年4月1日");
        assertThat(figure("financing_amount", 2016)).isEqualByComparingTo("300000");

        var row = all(space, RecordKind.FINANCING).getFirst();
        var typed = new EnumMap<Field, String>(Field.class);
        for (var column : RecordKind.FINANCING.columns()) {
            typed.put(column.field(), row.text(column.field()));
        }
        typed.put(Field.AMOUNT, "1,250,000.50");
        assertThat(records.correct(operator, row.id(), typed, Map.of())).isInstanceOf(Recording.Done.class);

        assertThat(figure("financing_amount", 2016)).isEqualByComparingTo("1250000.50");
        assertThat(all(space, RecordKind.FINANCING)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from evidence.entry where space = :space and kind = 'FINANCING'")
                        .param("space", space.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aClosedYearIsFrozenUntilARestatementAndThenAVersionLater() {
        agreement("演示丁队", "", "2016-01-10", "");
        write(
                RecordKind.PREMISES,
                Field.TITLE,
                "大厅",
                Field.CLASS,
                "workstations",
                Field.QUANTITY,
                "300",
                Field.NUMBER,
                "20",
                Field.DAY,
                "2015-06-01");
        write(
                RecordKind.FOUNDERS,
                Field.SUBJECT,
                "演示丁队",
                Field.PARTY,
                "张三（演示）",
                Field.CLASS,
                "student",
                Field.DAY,
                "2016-01-10");
        assertThat(periods.close(operator, space, 2017)).isEqualTo(Recording.refused(Reason.YEAR_NOT_OVER));
        assertThat(periods.close(operator, space, Integer.MAX_VALUE))
                .isEqualTo(Recording.refused(Reason.YEAR_NOT_OVER));
        assertThat(List.of(Integer.MIN_VALUE, -1, 0, 1948))
                .allSatisfy(year -> assertThat(periods.close(operator, space, year))
                        .isEqualTo(Recording.refused(Reason.BEFORE_IT_BEGAN)));
        assertThat(periods.close(operator, space, 2016)).isInstanceOf(Recording.Done.class);

        assertThat(event("2016-05-05")).isEqualTo(Recording.refused(Reason.YEAR_CLOSED));
        var row = all(space, RecordKind.FOUNDERS).getFirst();
        assertThat(records.takeBack(operator, row.id(), "登记错误")).isEqualTo(Recording.refused(Reason.YEAR_CLOSED));
        assertThat(event("2017-01-05")).isInstanceOf(Recording.Done.class);
        // The tenant's open agreement began in the closed year and may still be ended after it.
        assertThat(leave("2016-12-20")).isEqualTo(Recording.refused(Reason.YEAR_CLOSED));
        assertThat(leave("2017-02-01")).isInstanceOf(Recording.Done.class);
        assertThat(figure("tenants", 2016)).isEqualByComparingTo("1");

        assertThat(periods.restate(operator, space, 2016, "漏记活动")).isInstanceOf(Recording.Done.class);
        assertThat(event("2016-05-05")).isInstanceOf(Recording.Done.class);
        assertThat(periods.close(operator, space, 2016)).isInstanceOf(Recording.Done.class);
        assertThat(event("2016-06-06")).isEqualTo(Recording.refused(Reason.YEAR_CLOSED));

        var versions = periods.statements(space, 2016);
        assertThat(versions).extracting(Periods.Statement::version).containsExactly(2, 1);
        assertThat(versions.getFirst().figures().get("events_per_year")).isEqualByComparingTo("1");
        assertThat(versions.getLast().figures().get("events_per_year")).isEqualByComparingTo("0");
    }

    private Recording leave(String day) {
        return write(RecordKind.EXITS, Field.SUBJECT, "演示丁队", Field.CLASS, "left", Field.DAY, day, Field.TITLE, "项目结束");
    }

    private Recording event(String day) {
        return write(
                RecordKind.EVENTS, Field.TITLE, "演示路演" + day, Field.CLASS, "路演", Field.DAY, day, Field.NUMBER, "40");
    }

    @Test
    void anApplicationBeginsWithWhatTheRecordsComeTo() {
        agreement("演示己队", "", "2016-01-10", "");
        write(RecordKind.MENTORS, Field.PARTY, "导师甲（演示）", Field.CLASS, "part_time", Field.DAY, "2016-01-01");
        var begun =
                begin.begin(operator, "space-recognition", spaces.find(space).orElseThrow());
        var id = ((Handling.Done) begun).file().id();
        var facts = jdbc.sql("select fact, value from casework.fact where case_file = :id")
                .param("id", id.value())
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list();

        assertThat(facts).contains(Map.entry("tenants", "1"), Map.entry("mentors", "1"));
        assertThat(facts).extracting(Map.Entry::getKey).doesNotContain("events_per_year");
    }

    @Test
    void figuresThatDoNotFitTogetherCannotBeClosed() {
        agreement("演示空队", "", "2016-01-10", "");

        assertThat(periods.close(operator, space, 2016)).isEqualTo(Recording.refused(Reason.DOES_NOT_FIT));
    }

    @Test
    void theSchemaItselfRefusesOverwritingDeletingAndTouchingAClosedYear() {
        event("2016-05-05");
        var id = jdbc.sql("select max(id) from evidence.entry where space = :space")
                .param("space", space.value())
                .query(Long.class)
                .single();
        for (var attempt : List.of(
                "update evidence.entry set number = 99 where id = " + id,
                "delete from evidence.entry where id = " + id,
                "update evidence.entry set voided_at = now(), voided_by = gen_random_uuid(), void_reason = '期满', ended = true where id = "
                        + id)) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).as(attempt).isInstanceOf(DataAccessException.class);
        }
        periods.close(operator, space, 2016);
        assertThatThrownBy(() -> jdbc.sql(
                                "update evidence.entry set voided_at = now(), voided_by = gen_random_uuid(), void_reason = 'x' where id = "
                                        + id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> attackAsOwner("delete from figure.statement")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyElseWritesOrReadsTheRecords() {
        var other = accounts.appointmentsOf("op011").getFirst();

        assertThat(records.write(other, space, RecordKind.EVENTS, Map.of()))
                .isEqualTo(Recording.refused(Reason.NOT_YOURS));
        assertThat(whose.mayRead(other, space)).isFalse();
        assertThat(whose.mayRead(accounts.appointmentsOf("auditor").getFirst(), space))
                .isTrue();
    }

    private Batch sent(RecordKind kind, byte[] table, String name) {
        return switch (imports.send(operator, space, kind, new ByteArrayInputStream(table), name)) {
            case SentTable.Read(var batch) -> batch;
            case SentTable.Rejected(var why) -> throw new AssertionError(why.zh());
        };
    }

    private static byte[] text(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPastedTableIsCheckedRowByRowKeptInPartOnRequestAndUndoneAsAWhole() {
        var batch = sent(
                RecordKind.EVENTS,
                text("活动名称\t类型\t日期\t人数\n路演一\t路演\t2016-03-01\t３５\n路演二\t路演\t2016/13/01\t20\n沙龙\t聚会\t20160501\t12人\n"),
                "粘贴");

        assertThat(batch.rows()).isEqualTo(3);
        assertThat(batch.good()).isEqualTo(1);
        assertThat(batch.findings())
                .filteredOn(Finding::mistake)
                .extracting(Finding::row)
                .containsExactly(3, 4);
        assertThat(imports.accept(operator, batch.id(), false, "")).isEqualTo(Recording.refused(Reason.HAS_FINDINGS));
        assertThat(imports.accept(operator, batch.id(), true, "")).isInstanceOf(Recording.Done.class);
        assertThat(figure("event_people", 2016)).isEqualByComparingTo("35");
        assertThat(imports.accept(operator, batch.id(), true, "")).isEqualTo(Recording.refused(Reason.NO_SUCH_BATCH));
        assertThat(imports.undo(operator, batch.id())).isInstanceOf(Recording.Done.class);
        assertThat(figure("events_per_year", 2016)).isEqualByComparingTo("0");
    }

    @Test
    void amountsThatLookLikeTenThousandsAreAskedAbout() {
        agreement("演示戊队", "", "2016-01-10", "");
        var rows =
                "团队或企业名称,投资方,方式,金额（元）,到账日期\n演示戊队,甲,天使投资,30,2016-02-01\n演示戊队,乙,天使投资,50,2016-03-01\n演示戊队,丙,创业投资,200,2016-04-01\n";
        var batch = sent(RecordKind.FINANCING, text(rows), "融资.csv");

        assertThat(batch.question()).isEqualTo("UNIT");
        assertThat(imports.accept(operator, batch.id(), false, "")).isEqualTo(Recording.refused(Reason.UNIT_UNCLEAR));
        imports.accept(operator, batch.id(), false, "ten_thousand");
        assertThat(figure("financing_amount", 2016)).isEqualByComparingTo("2800000");

        var headed =
                sent(RecordKind.FINANCING, text(rows.replace("金额（元）", "金额（万元）").replace("甲", "丁")), "融资2.csv");
        assertThat(headed.question()).isEmpty();
        imports.accept(operator, headed.id(), false, "");
        // Two of the three rows are the same as before and are kept once.
        assertThat(figure("financing_amount", 2016)).isEqualByComparingTo("3100000");
    }

    /** The two first titles have one {@code hashCode}, which was once taken for equality. */
    @Test
    void onlyARowThatIsTheSameIsToldToBeARepetition() {
        var batch = sent(
                RecordKind.EVENTS,
                text("活动名称,类型,日期,人数\nAa沙龙,沙龙,2016-03-01,30\nBB沙龙,沙龙,2016-03-01,30\nAa沙龙,沙龙,2016-03-01,30\n"),
                "活动.csv");

        assertThat("Aa沙龙".hashCode()).isEqualTo("BB沙龙".hashCode());
        assertThat(batch.findings()).extracting(Finding::row).containsExactly(4);
    }

    @Test
    void aTableSavedByAChineseSpreadsheetIsReadInItsEncoding() {
        var batch = sent(
                RecordKind.EVENTS,
                "活动名称,类型,日期,人数\n创客沙龙,沙龙,2016年3月1日,30\n".getBytes(Charset.forName("GB18030")),
                "活动.csv");

        imports.accept(operator, batch.id(), false, "");
        assertThat(all(space, RecordKind.EVENTS).getFirst().title()).isEqualTo("创客沙龙");
    }

    @Test
    void anExcelFileWithMergedCellsFormulasRealDatesAndTooManyColumnsIsRead() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("表");
            var heads = List.of("活动名称*", "类型", "日期", "人数（人）");
            for (int i = 0; i < heads.size(); i++) {
                sheet.value(0, i, heads.get(i));
            }
            for (int i = 4; i < 300; i++) {
                sheet.value(0, i, "多余" + i);
            }
            sheet.value(1, 0, "系列培训");
            sheet.value(1, 1, "培训");
            sheet.value(2, 1, "培训");
            sheet.value(1, 2, LocalDate.of(2016, 3, 1));
            sheet.style(1, 2).format("yyyy-MM-dd").set();
            sheet.value(2, 2, LocalDate.of(2016, 3, 2));
            sheet.style(2, 2).format("yyyy/m/d").set();
            sheet.value(1, 3, 30);
            sheet.formula(2, 3, "D2+5");
            sheet.range(1, 0, 2, 0).merge();
        }
        var batch = sent(RecordKind.EVENTS, out.toByteArray(), "活动.xlsx");

        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.findings())
                .anySatisfy(finding -> assertThat(finding.what().zh()).contains("超过60列"));
        // A formula that was never calculated has no result, and that is said.
        assertThat(batch.findings())
                .filteredOn(Finding::mistake)
                .hasSize(1)
                .first()
                .satisfies(finding -> {
                    assertThat(finding.row()).isEqualTo(3);
                    assertThat(finding.column()).contains("人数");
                });
        imports.accept(operator, batch.id(), true, "");
        assertThat(all(space, RecordKind.EVENTS).getFirst().text(Field.DAY)).isEqualTo("2016-03-01");
    }

    @ParameterizedTest
    @CsvSource({"'', 没有数据", "'没有表头的一行\n又一行', 缺少", "'\u0000\u0001', 只接受"})
    void whatIsNoTableIsSaidToBeNone(String content, String told) {
        var sent = imports.send(
                operator, space, RecordKind.EVENTS, new ByteArrayInputStream(text(content + " ")), "x.csv");
        var said = switch (sent) {
            case SentTable.Rejected(var why) -> why.zh();
            case SentTable.Read(var batch) -> batch.findings().getLast().what().zh();
        };

        assertThat(said).contains(told);
    }

    @Test
    void whatLooksLikeAFormulaIsExportedAsText() throws IOException {
        write(
                RecordKind.EVENTS,
                Field.TITLE,
                "=HYPERLINK(\"http://x\")",
                Field.CLASS,
                "salon",
                Field.DAY,
                "2016-03-01",
                Field.NUMBER,
                "1");
        var out = new MockHttpServletResponse();
        try (var sheet =
                Spreadsheet.to(out, Language.ZH, "x.xlsx", Text.of("表", "Table"), List.of(Text.of("标题", "Title")))) {
            sheet.add(Spreadsheet.text(all(space, RecordKind.EVENTS).getFirst().title()));
        }
        var file = Files.createTempFile("exported", ".xlsx");
        Files.write(file, out.getContentAsByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            var sheet =
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
            assertThat(new String(sheet, StandardCharsets.UTF_8)).doesNotContain("<f>");
        }
        Files.delete(file);
        assertThat(LocalDate.now(clock)).isAfter(LocalDate.of(2016, 12, 31));
    }

    private List<Entry> all(SubjectId of, RecordKind kind) {
        var rows = new ArrayList<Entry>();
        records.export(of, kind, "", rows::add);
        return rows;
    }
}
