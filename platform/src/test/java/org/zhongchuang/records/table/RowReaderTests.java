package org.zhongchuang.records.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.records.table.Column.Field;

/** What is wrong with a value of a row is told as what it is. */
class RowReaderTests {

    private final RowReader reader = new RowReader(RecordKind.PREMISES, LocalDate.of(2018, 3, 14), false);

    @ParameterizedTest
    @CsvSource({
        "NUMBER, -3, 不能是负数：-3。请填0或更大的数。",
        "QUANTITY, －３.５, 不能是负数：-3.5。请填0或更大的数。",
        "NUMBER, 2.5, 这里要填整数：2.5。",
        "QUANTITY, 2.555, 数太大，或小数超过两位：2.555。",
        "NUMBER, 若干, 不是数字：若干。",
        "UNTIL, 9999-12-31, 日期的年份不对：9999-12-31。应在1949年10月到2099年之间；没有期限的不填。",
        "UNTIL, 2150-01-01, 日期的年份不对：2150-01-01。应在1949年10月到2099年之间；没有期限的不填。",
        "UNTIL, 明年, 日期看不懂：明年。请写成2016-03-01。"
    })
    void aWrongValueIsToldAsWhatItIs(Field field, String typed, String what) {
        var row = new EnumMap<Field, String>(
                Map.of(Field.TITLE, "大厅", Field.CLASS, "shared", Field.QUANTITY, "100", Field.DAY, "2016-01-01"));
        row.put(field, typed);

        assertThat(reader.read(row).mistakes())
                .hasSize(1)
                .hasEntrySatisfying(field, mistake -> assertThat(mistake.zh()).isEqualTo(what));
    }

    @ParameterizedTest
    @CsvSource({"-3, 不能是负数：-3。请填0或更大的数。", "三, '不是金额，或不是精确到分：三。'"})
    void aSumBelowNothingIsASum(String typed, String what) {
        var accounts = new RowReader(RecordKind.ACCOUNTS, LocalDate.of(2018, 3, 14), false);

        assertThat(accounts.read(Map.of(Field.CLASS, "tax_paid", Field.AMOUNT, typed, Field.DAY, "2016-01-01"))
                        .mistakes()
                        .values())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.zh()).isEqualTo(what));
    }
}
