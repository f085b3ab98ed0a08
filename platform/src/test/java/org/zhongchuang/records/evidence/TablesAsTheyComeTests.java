package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.Preview;
import org.zhongchuang.records.table.RecordKind;

/**
 * Tables as makerspaces keep them: what is in them is read, shown before it is kept, and gone when it is taken back.
 */
class TablesAsTheyComeTests extends RecordsOfASpace {

    @Autowired
    private SaidColumns columns;

    @Autowired
    private Subjects subjects;

    private Preview preview(Batch batch) {
        return columns.preview(batch, 0);
    }

    private static String shown(Preview preview, int row, Field field) {
        return preview.rows().get(row).cells().stream()
                .filter(cell -> cell.column().field() == field)
                .map(cell -> cell.shown().zh())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mistakes(Batch batch) {
        return batch.findings().stream()
                .filter(Finding::mistake)
                .map(one -> one.row() + " " + one.column() + " " + one.what().zh())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"date-builtin-31.xlsx", "date-format-804.xlsx", "iso-date-cell.xlsx", "strict-ooxml.xlsx"})
    void aDayIsReadInWhateverFormatItIsShown(String file) {
        assertThat(shown(preview(sent(RecordKind.EVENTS, table(file), file)), 0, Field.DAY))
                .isEqualTo("2016-03-01");
    }

    @ParameterizedTest
    @CsvSource({"amount-typed-decimal.xlsx, 4.60", "amount-format-wan.xlsx, 300000.00"})
    void anAmountIsReadAsItIsShown(String file, String shown) {
        var batch = sent(RecordKind.ACCOUNTS, table(file), file);

        assertThat(mistakes(batch)).isEmpty();
        assertThat(shown(preview(batch), 0, Field.AMOUNT)).isEqualTo(shown);
    }

    @Test
    void anAmountThatAFormulaLeftWithATailIsReadInFen() {
        assertThat(mistakes(sent(RecordKind.ACCOUNTS, table("amount-formula-float.xlsx"), "公式.xlsx")))
                .isEmpty();
    }

    @Test
    void anErrorInACellIsAMistakeAtThatCell() {
        var batch = sent(RecordKind.EVENTS, table("error-cells.xlsx"), "错误.xlsx");

        assertThat(batch.good()).isLessThan(batch.rows());
        assertThat(mistakes(batch)).anySatisfy(one -> assertThat(one).contains("活动名称", "#N/A"));
        assertThat(mistakes(batch)).anySatisfy(one -> assertThat(one).contains("地点", "#REF!"));
    }

    @Test
    void aCodeThatExcelCutIsRefusedAndToldWhyAlthoughItsChecksHold() {
        var batch = sent(RecordKind.AGREEMENTS, table("code-as-number-passes.xlsx"), "代码.xlsx");

        assertThat(batch.good()).isZero();
        assertThat(mistakes(batch))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("统一社会信用代码", "15位"));
    }

    @Test
    void aTitleAboveTheHeadingsIsNoHeading() {
        var batch = sent(RecordKind.EVENTS, table("title-row.xlsx"), "台账.xlsx");

        assertThat(batch.question()).isEmpty();
        assertThat(batch.good()).isPositive().isEqualTo(batch.rows());
        assertThat(batch.findings()).extracting(one -> one.what().zh()).noneMatch(one -> one.contains("没有用到"));
    }

    @Test
    void aPreviewSaysThatTheRegisterHasAnotherDayOfRegistrationAndThatItCounts() {
        var code =
                CreditCode.complete("91", "330402", "%08d".formatted(Math.abs((space.hashCode() + 3) % 100_000_000)));
        write(
                RecordKind.AGREEMENTS,
                Field.SUBJECT,
                "演示·登记过的公司",
                Field.CODE,
                code,
                Field.FOUNDED,
                "2015-11-20",
                Field.DAY,
                "2016-03-01");

        var batch = sent(RecordKind.AGREEMENTS, """
                        团队或企业名称,统一社会信用代码,企业注册日期,入驻日期
                        演示·登记过的公司,%s,2014-02-03,2016-05-01
                        """.formatted(code));

        assertThat(preview(batch).rows().getFirst().cells())
                .filteredOn(cell -> cell.column().field() == Field.FOUNDED)
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.shown().zh()).isEqualTo("2014-02-03");
                    assertThat(cell.note())
                            .hasValueSatisfying(note -> assertThat(note.zh()).contains("登记册为2015年11月20日，以登记册为准"));
                });
    }

    @Test
    void twoRowsOfHeadingsUnitsNumbersTotalsAndSignaturesAreReadForWhatTheyAre() {
        var batch = sent(RecordKind.AGREEMENTS, """
                        某某众创空间入驻企业台账（2016年）,,,,,
                        填报单位：演示,,,,单位：元,
                        序号,企业信息,企业信息,入驻信息,入驻信息,备注
                        ,企业名称,社会统一信用代码,入驻时间,到期日期,
                        1,演示·表头甲,,2016.3.1,2017年2月28日,
                        2,演示·表头乙,91330402 MA28A1B212,20160401,,
                        合 计,2家,,,,
                        填表人：某某,,,审核人：某某,,
                        """);

        assertThat(mistakes(batch)).isEmpty();
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(preview(batch).rows()).extracting(Preview.Row::number).containsExactly(5, 6);
        assertThat(shown(preview(batch), 1, Field.DAY)).isEqualTo("2016-04-01");
        assertThat(batch.findings()).extracting(Finding::row).contains(7, 8);
    }

    @Test
    void aRowOfUnitsBelowTheHeadingsSaysWhatAmountsAreIn() {
        var batch = sent(RecordKind.ACCOUNTS, """
                        科目,金额,日期
                        ,万元,年/月/日
                        服务收入,30.5,2016-03-01
                        房租收入,¥１２，０００.00,42614
                        """.replace("¥１２，０００.00", "0.12"));

        assertThat(mistakes(batch)).isEmpty();
        assertThat(shown(preview(batch), 0, Field.AMOUNT)).isEqualTo("305000.00");
        assertThat(shown(preview(batch), 1, Field.AMOUNT)).isEqualTo("1200.00");
        assertThat(shown(preview(batch), 1, Field.DAY)).isEqualTo("2016-09-01");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"¥50,000.00\", 50000.00",
                "\"５万元\", 50000.00",
                "\"12.345万\", 123450.00",
                "\"1,200元整\", 1200.00",
                "\"人民币３０元\", 30.00"
            })
    void aSumIsReadAsPeopleWriteIt(String written, String yuan) {
        var batch = sent(RecordKind.ACCOUNTS, "科目\t金额（元）\t日期\n服务收入\t" + written + "\t2016-03-01\n");

        assertThat(mistakes(batch)).isEmpty();
        assertThat(shown(preview(batch), 0, Field.AMOUNT)).isEqualTo(yuan);
    }

    @Test
    void aSumThatIsFinerThanAFenIsNotRoundedInSilence() {
        assertThat(mistakes(sent(RecordKind.ACCOUNTS, "科目,金额,日期\n服务收入,4.605,2016-03-01\n")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("精确到分"));
    }

    @Test
    void thePreviewShowsEachValueAsItWasReadBesideHowItIsWritten() {
        var batch = sent(RecordKind.EVENTS, "活动名称,类型,日期,人数\n沙龙,沙龙,2016年3月1日,３人\n坏行,聚会,2016-13-01,3\n");
        var first = preview(batch).rows().getFirst();
        var second = preview(batch).rows().getLast();

        assertThat(first.cells())
                .extracting(cell -> cell.shown().zh())
                .containsExactly("沙龙", "沙龙", "2016-03-01", "3", "");
        assertThat(first.cells()).extracting(Preview.Cell::written).containsExactly("", "", "2016年3月1日", "３人", "");
        assertThat(second.good()).isFalse();
        assertThat(second.cells())
                .filteredOn(cell -> cell.mistake().isPresent())
                .hasSize(2);
        assertThat(all(RecordKind.EVENTS)).isEmpty();
    }

    @Test
    void aLongTableIsShownPageByPage() {
        var rows = new StringBuilder("活动名称,类型,日期,人数\n");
        for (int i = 0; i < 120; i++) {
            rows.append("沙龙").append(i).append(",沙龙,2016-03-01,3\n");
        }
        var batch = sent(RecordKind.EVENTS, rows.toString());

        assertThat(preview(batch).rows()).hasSize(50);
        assertThat(preview(batch).next()).isEqualTo(Optional.of(52));
        assertThat(columns.preview(batch, 102).rows())
                .hasSize(20)
                .first()
                .satisfies(row -> assertThat(row.number()).isEqualTo(102));
        assertThat(columns.preview(batch, 102).next()).isEmpty();
    }

    @Test
    void columnsThatNobodyKnowsAreSaidOnceAndRememberedForThatOrganisationAndKind() {
        var table = "这一年办过的,,,\n这场叫什么,哪一类,哪天办的,来了几位\n沙龙,沙龙,2016-03-01,30\n";
        var batch = sent(RecordKind.EVENTS, table);
        assertThat(batch.question()).isEqualTo("COLUMNS");
        assertThat(imports.accept(operator, batch.id(), false, ""))
                .isEqualTo(Recording.refused(Reason.COLUMNS_MISSING));
        assertThat(columns.say(operator, batch.id(), Map.of(0, Field.TITLE, 1, Field.TITLE)))
                .isEqualTo(Recording.refused(Reason.COLUMN_TWICE));

        var found = columns.columns(batch);
        assertThat(found.headings()).isEqualTo(2);
        assertThat(found.columns()).extracting(SaidColumns.Found::heading).contains("来了几位");
        assertThat(found.columns().getLast().samples()).containsExactly("30");
        columns.say(operator, batch.id(), Map.of(0, Field.TITLE, 1, Field.CLASS, 2, Field.DAY, 3, Field.NUMBER));

        var said = batches.find(batch.id()).orElseThrow();
        assertThat(said.question()).isEmpty();
        assertThat(said.good()).isEqualTo(1);
        assertThat(imports.accept(operator, batch.id(), false, "")).isInstanceOf(Recording.Done.class);
        assertThat(all(RecordKind.EVENTS)).extracting(Entry::title).containsExactly("沙龙");

        assertThat(sent(RecordKind.EVENTS, table.replace("2016-03-01", "2016-04-01"))
                        .good())
                .isEqualTo(1);
        assertThat(sent(RecordKind.SESSIONS, table).question()).isEqualTo("COLUMNS");
        operator = accounts.appointmentsOf("op011").getFirst();
        space = spaces.ofOperator(operator.organisation()).getFirst().id();
        assertThat(sent(RecordKind.EVENTS, table).question()).isEqualTo("COLUMNS");
    }

    @Test
    void aFirmWithoutACodeIsNotTakenForATeamInSilence() {
        var batch = sent(RecordKind.AGREEMENTS, "企业名称,信用代码,入驻时间\n嘉兴甲科技有限公司,,2016-03-01\n演示创客队,,2016-03-01\n");

        assertThat(batch.good()).isEqualTo(2);
        assertThat(batch.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.what().zh()).contains("登记为团队");
        });
    }

    @Test
    void theHeadingsCanBeSaidToStandInAnotherRowOrNowhere() {
        var batch = sent(RecordKind.EVENTS, "沙龙一,沙龙,2016-03-01,30\n沙龙二,沙龙,2016-04-01,20\n");

        assertThat(columns.sayHeadings(operator, batch.id(), 0)).isInstanceOf(Recording.Done.class);
        columns.say(operator, batch.id(), Map.of(0, Field.TITLE, 1, Field.CLASS, 2, Field.DAY, 3, Field.NUMBER));

        assertThat(batches.find(batch.id()).orElseThrow().good()).isEqualTo(2);
    }

    @Test
    void whatGoesWrongAtSavingIsToldByTheRowOfTheFile() {
        var batch = sent(RecordKind.FINANCING, table("row-number-at-save.xlsx"), "融资.xlsx");
        imports.accept(operator, batch.id(), true, "yuan");

        assertThat(batches.find(batch.id()).orElseThrow().findings())
                .filteredOn(Finding::mistake)
                .extracting(Finding::row)
                .containsExactly(2, 3, 4);
    }

    @Test
    void whenAnImportIsUndoneWhomOnlyItBroughtInIsGone() {
        var batch = sent(RecordKind.AGREEMENTS, table("undo-leaves-firm.xlsx"), "入驻.xlsx");
        imports.accept(operator, batch.id(), true, "");
        var firm = all(RecordKind.AGREEMENTS).getFirst();
        assertThat(subjects.find(firm.subject().orElseThrow())).isPresent();

        imports.undo(operator, batch.id());

        assertThat(subjects.find(firm.subject().orElseThrow())).isEmpty();
        assertThat(subjects.byCode(firm.subjectCode())).isEmpty();
        assertThat(jdbc.sql("select count(*) from registry.public_subject where name = :name")
                        .param("name", firm.subjectName())
                        .query(Long.class)
                        .single())
                .isZero();

        var again = sent(RecordKind.AGREEMENTS, table("undo-leaves-firm.xlsx"), "入驻.xlsx");
        imports.accept(operator, again.id(), true, "");
        assertThat(subjects.byCode(firm.subjectCode())).isPresent();
        assertThat(subjects.byCode(firm.subjectCode())).isNotEqualTo(firm.subject());
    }

    @Test
    void whoeverIsNamedElsewhereStaysWhenAnImportIsUndone() {
        var table = "企业名称,统一社会信用代码,入驻时间\n演示·两处,91330402MA2B01234X,2016-03-01\n"
                .replace(
                        "91330402MA2B01234X",
                        org.zhongchuang.records.registry.CreditCode.complete("91", "330402", "MA2B0123"));
        var batch = sent(RecordKind.AGREEMENTS, table);
        imports.accept(operator, batch.id(), false, "");
        var firm = all(RecordKind.AGREEMENTS).getFirst().subject().orElseThrow();
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·两处", Field.DAY, "2016-09-01");

        imports.undo(operator, batch.id());

        assertThat(subjects.find(firm))
                .hasValueSatisfying(one -> assertThat(one.kind()).isEqualTo(SubjectKind.ENTERPRISE));
    }

    @Test
    void anAgreementThatIsTakenBackTakesAlongWhomItBroughtIn() {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·误登队", Field.DAY, "2016-03-01");
        var entry = all(RecordKind.AGREEMENTS).getFirst();

        records.takeBack(operator, entry.id(), "登记错误");

        assertThat(subjects.find(entry.subject().orElseThrow())).isEmpty();
    }
}
