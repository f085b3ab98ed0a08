package org.zhongchuang.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What formulas mean, and what is told of those that mean nothing. */
class LanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a >= 3 | 1",
                "a > 3 | 0",
                "a < 3 | 0",
                "a <= 3 | 1",
                "a = 3 | 1",
                "a != 3 | 0",
                "a + 1 > 3 | 1",
                "a - 1 >= 3 | 0",
                "not a > 3 | 1",
                "a > 3 or a = 3 | 1",
                "a > 3 and a = 3 | 0",
                "(a > 3 or yes) and yes | 1",
                "a > 3 或 a = 3 | 1",
                "非 (a > 3 且 yes) | 1",
                "a + 2 * 3 = 9 | 1",
                "0.1 + 0.2 = 0.3 | 1",
                "a in [3..5) | 1",
                "a in (3..5] | 0",
                "a in [1..3] | 1",
                "a in [1..3) | 0",
                "a in (1, 3, 5) | 1",
                "a in (2) | 0",
                "kind = \"industry\" | 1",
                "kind != \"industry\" | 0",
                "kind in (\"other\", \"industry\") | 1",
                "name = \"甲\" | 1",
                "name = \"乙\" | 0",
                "from >= 2016-02-29 | 1",
                "from < 2016-02-29 | 0",
                "day = 2016-06-01 | 1",
                "面积 >= 80.5 | 1",
                "true or z | 1",
                "not yes | 0",
                "a > 3 or a < 3 | 0",
                "a = 3   | 1",
                "name != \"x\" and name = \"甲\" | 1",
                "a * 20% = 60% | 1",
                "20% * a = 60% | 1",
                "2 * money = 20000.02 | 1",
                "unset > 3 or rate = 30% | 1",
                "rate = 30% or unset > 3 | 1",
                "max(from, 2016-03-01) = 2016-03-01 | 1",
                "divide(money * people, people * people, 2, half_up, 0) < each * 3 | 1",
                "(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a)+(a) = 90 | 1",
                "year_of(from) = 2016 and month_of(from) = 2 | 1",
                "people >= density * area | 1",
                "people > density * area | 0",
                "people * room <= area | 1",
                "turnover = 30.5 | 1",
                "turnover > money | 1",
                "turnover = each * people * 76.25 | 1",
                "turnover >= per_mu * land | 1",
                "turnover > per_mu * land + money - 4999.99 | 0",
                "max(turnover, money, 0) = turnover | 1",
                "kind in sectors | 1",
                "not kind in sectors | 0",
                "code in sectors | 0",
                "code in sectors or kind in sectors@2015-12-31 | 1",
                "begins(code, sectors) | 1",
                "begins(code, sectors@2015-12-31) | 0",
                "begins(code, sectors@from) | 1",
                "begins(name, sectors) | 0",
                "begins(kind, sectors) | 1",
                "begins(code, \"C39\") | 1",
                "begins(code, \"C3921\") | 1",
                "begins(code, \"C39211\") | 0",
                "begins(kind, \"ind\") | 1",
                "(if yes then kind else name) in sectors | 1"
            })
    void conditionsMeanWhatTheySay(String formula, long value) {
        assertThat(Bench.read(formula).is(value)).isTrue();
    }

    /** Expected values stand at the scale of the result. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money + 1 | 1000101",
                "money - money | 0",
                "money * 20% | 20000020",
                "round(money * 20%, 2, half_up) | 200000",
                "round(money * 33.33%, 2, down) | 333300",
                "round(money * 33.33%, 2, up) | 333301",
                "round(0.125, 2, half_even) | 12",
                "round(0.135, 2, half_even) | 14",
                "round(0.125, 2, half_up) | 13",
                "round(0 - 0.125, 2, half_up) | -13",
                "round(0 - 0.125, 2, down) | -12",
                "round(0 - 0.121, 2, up) | -13",
                "round(money, 3, up) | 10000010",
                "each * people | 400000",
                "rent * area * stay | 765000000",
                "round(rent * area * stay, 2, half_up) | 7650000",
                "round(area * 10% * rent * months(1), 2, half_up) | 127500",
                "turnover | 30500000",
                "turnover + 1 | 31500000",
                "turnover + money | 31500001",
                "turnover - turnover | 0",
                "round(turnover, 0, half_up) + money | 32000001",
                "round(turnover * 3%, 2, half_up) | 92",
                "per_mu * land | 300000000000",
                "divide(turnover, money, 2, half_up, 0) | 3050",
                "divide(money, turnover, 6, half_up, 0) | 32787",
                "divide(turnover, land, 6, half_up, 0) | 20333333",
                "divide(turnover, people, 2, half_up, 0) + each | 7730000",
                "per_patent * patents | 1500000",
                "divide(money, 3, 2, half_up, 0) | 333334",
                "divide(money, 3, 2, down, 0) | 333333",
                "divide(money, 0, 2, down, 7) | 700",
                "divide(money * people, people, 2, half_up, 0) | 1000001",
                "divide(1, 3, 9, down, 0) | 333333333",
                "divide(a, 0.5, 0, half_up, 0) | 6",
                "share * share | 6250000",
                "2 * 20% | 40",
                "min(money, 5) | 500",
                "max(a, 7, 5) | 7",
                "clamp(a, 4, 9) | 4",
                "clamp(a, 0, 2) | 2",
                "if a > 2 then 10 else 20.5 | 100",
                "if a > 3 then 10 else 20.5 | 205",
                "rate | 3000",
                "rate@2015-12-31 | 2000",
                "rate@2016-01-01 | 3000",
                "rate@from | 3000",
                "given(x, 7) | 7",
                "given(a, 7) | 3",
                "from - 2016-02-01 | 28",
                "months_between(2016-01-31, 2016-02-29) | 0",
                "months_between(2016-01-15, 2016-03-15) | 2",
                "working_days_between(2016-02-05, 2016-02-15) | 3",
                "working_days_between(2016-02-15, 2016-02-05) | -3",
                "working_days_between(2016-02-07, 2016-02-13) | 0",
                "count(bills[trade in sectors]) | 1",
                "count(bills[begins(trade, sectors)]) | 2",
                "count(bills[begins(trade, \"C40\")]) | 1",
                "count(bills) | 3",
                "count(bills[count(parts[bill = bills.no]) = 0]) | 1",
                "count(bills[count(parts[bill = bills.no and worth > 30]) = 1]) | 1",
                "sum(parts[count(bills[no = parts.bill and good]) = 1].worth) | 12000",
                "sum(bills.(sum(parts[bill = bills.no].worth) * 2)) | 24600",
                "largest(bills.(largest(parts[bill = bills.no].worth, 7)), 0) | 10000",
                "smallest(bills.(largest(parts[bill = bills.no].worth, if good then 7 else 3)), 0) | 300",
                "count(bills[count(bills[no < bills.no]) = 2]) | 1",
                "distinct(parts.(count(bills[no <= parts.bill]))) | 2",
                "best(bills.(count(parts[bill = bills.no])), 1) | 2",
                "count(bills[on < 2016-01-01]) | 1",
                "count(bills[good]) | 2",
                "sum(bills[good].paid) | 30050",
                "sum(bills[on < 2016-01-01].paid) | 10000",
                "sum(bills[good].(paid * 2)) | 60100",
                "sum(bills[good].(if on < 2016-01-01 then paid else 1)) | 10100",
                "distinct(bills[good].on) | 2",
                "distinct(bills[on < 2000-01-01].on) | 0",
                "largest(bills[good].paid, 0) | 20050",
                "smallest(bills[good].paid, 0) | 10000",
                "largest(bills[on < 2000-01-01].paid, 7.5) | 750",
                "largest(bills[on < 2000-01-01].paid, money) | 1000001",
                "best(bills[good].paid, 1) | 20050",
                "best(bills[good].paid, 2) | 30050",
                "best(bills[good].paid, 9) | 30050",
                "best(bills[good].paid, 0 - 1) | 0"
            })
    void amountsAreExact(String formula, long value) {
        assertThat(Bench.read(formula)).satisfies(trace -> {
            assertThat(trace.state()).isEqualTo(Trace.State.KNOWN);
            assertThat(trace.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "from + term, 2019-02-28",
        "from + months(1), 2016-03-29",
        "from - days(29), 2016-01-31",
        "2016-02-03 + working_days(5), 2016-02-15",
        "2016-02-15 - working_days(1), 2016-02-14",
        "2016-02-15 - working_days(4), 2016-02-04",
        "2016-02-07 + working_days(0), 2016-02-07",
        "from + years(4), 2020-02-29",
        "'date(2016, 2, 31)', 2016-02-29"
    })
    void daysAndPeriodsAdd(String formula, LocalDate day) {
        assertThat(Bench.read(formula).value()).isEqualTo(day.toEpochDay());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 3 or x > 1 | 1",
                "a > 3 and x > 1 | 0",
                "if z then a else 3 | 3",
                "given(x, 1) | 1",
                "x > 1 and huge + huge > 1 and a > 3 | 0",
                "count(unsent) >= 0 or yes | 1",
                "unknown in sectors or kind in sectors | 1",
                "code in unlisted and a > 3 | 0",
                "sum(bills[good].paid) | 30050"
            })
    void anUnknownThatCannotChangeTheResultDoesNotMakeItUnknown(String formula, long value) {
        assertThat(Bench.read(formula).is(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 3 and x > 1 and not z | x,z",
                "x + 1 | x",
                "if z then 1 else 2 | z",
                "unset > 3 | unset",
                "rate@2001-01-01 | rate",
                "count(unsent) | unsent",
                "sum(bills.paid) | bills.paid",
                "count(bills[z and paid = paid]) | bills.paid,z",
                "count(bills[unset > 3]) | unset",
                "distinct(unsent.x) | unsent",
                "largest(bills.paid, 0) | bills.paid",
                "count(bills[sum(parts[worth > bills.paid].worth) > 0]) | bills.paid",
                "count(bills[count(unsent) > 0]) | unsent",
                "largest(bills[on < 2000-01-01].paid, unset) | unset",
                "best(bills[good].paid, x) | x",
                "unknown in sectors | unknown",
                "begins(unknown, \"C39\") | unknown",
                "code in unlisted | unlisted",
                "begins(code, sectors@2001-01-01) | sectors",
                "count(bills[begins(trade, unlisted)]) | unlisted",
                "min(a, x) | x"
            })
    void anUnknownThatMattersIsNamed(String formula, String missing) {
        var trace = Bench.read(formula);
        assertThat(trace.state()).isEqualTo(Trace.State.MISSING);
        assertThat(trace.missing()).isEqualTo(Set.of(missing.split(",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huge + huge",
                "huge * 2",
                "0 - huge - huge",
                "divide(huge, 3, 6, half_up, 0)",
                "from + years(9999)",
                "date(99999, 1, 1)",
                "huge * 1.5 > 1",
                "if huge + huge > 1 then 1 else 2"
            })
    void whatDoesNotFitIsAnErrorAndNeverWraps(String formula) {
        assertThat(Bench.read(formula).state()).isEqualTo(Trace.State.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money + area | 元 and 平方米 do not add",
                "money > area | 元 and 平方米 do not compare",
                "money * area > money | 元·平方米 and 元 do not compare",
                "money + from | a number is needed here, not a day",
                "from + 3 | days(…), working_days(…), months(…) or years(…)",
                "from + money | days(…), working_days(…), months(…) or years(…)",
                "kind = \"indystry\" | none of its values: industry, other",
                "kind > \"other\" | equal or not",
                "kind = 3 | do not compare",
                "yes = yes | do not compare",
                "moneey > 3 | did you mean money?",
                "shar > 1% | did you mean share?",
                "money + a | 元 and a plain number do not add",
                "\"indystry\" = kind | none of its values",
                "if yes then \"a\" else 3 | do not stand in for one another",
                "divide(1, 0.000000000000000001, 9, up, 0) > 1 | round in between",
                "a in [1..3 | a range ends with",
                "（a > 3) | write ( instead of （",
                "count(bills[good) | a closing ] is missing",
                "sum(bills.paid | a closing ) is missing",
                "nothing_like_it > 3 | neither a fact nor a parameter nor a term",
                "if yes then money else area | do not stand in for one another",
                "if yes then money else from | do not stand in for one another",
                "if money then 1 else 2 | a condition is needed",
                "not money | a condition is needed",
                "round(money, 2, nearest) | half_up, half_even, up or down",
                "round(money, 2.5, up) | a number of decimals",
                "round(money, 2) | write round(",
                "money / 2 | write divide(",
                "frobnicate(3) | no function",
                "count(money) | not a fact with records",
                "count(bills.paid) | count(records[condition])",
                "sum(bills) | sum(records[condition].field)",
                "distinct(bills) | distinct(records[condition].field)",
                "largest(bills.paid) | value_when_there_are_none",
                "best(bills.paid) | how_many",
                "best(bills.on, 2) | a number is needed",
                "distinct(bills.good) | a number is needed",
                "best(bills.paid, 2.5) | a plain whole number",
                "largest(bills.paid, from) | stand in for one another",
                "count(bills[count(bills[count(bills) > 1]) > 1]) | within one other tally at most",
                "count(bills[count(parts[bill = no]) > 1]) | written bills.no",
                "count(bills[bills.no = 1]) | no field of the outer records",
                "bills.no = 1 | no field of the outer records",
                "count(bills[count(parts[bill = bills.number]) > 1]) | no field of the outer records",
                "count(bills[count(parts[bill = parts.bill]) > 1]) | no field of the outer records",
                "count(bills[count(parts[bill = bills.on]) > 1]) | do not compare",
                "count(bills[sum(parts) > 1]) | sum(records[condition].field)",
                "bills. | must be named here",
                "count(bills[paid]) | a condition is needed",
                "money@2016-01-01 | only parameters have values by date",
                "rate@money | a day is needed",
                "given(3, 4) | name of an optional fact",
                "a in 3 | write a list",
                "date(2016, 1.5, 1) | a plain whole number",
                "divide(money, area, 2, up, money) | unit and decimals of the quotient",
                "share*share*share*share*share*share > 1 | round in between",
                "99999999999999999999 > a | too large",
                "2016-02-30 > from | no such day",
                "a ＞ 3 | write > instead of ＞",
                "a ≥ 3 | write >= instead of ≥",
                "min(a, 1,000,000) > 1 | write 1000000 instead of 1,000,000",
                "a in (200,300) | put a blank behind each comma",
                "money > 30万 | write 300000 instead of 30万",
                "money > 1.5亿 | write 150000000 instead of 1.5亿",
                "share > 50％ | write % instead of ％",
                "a > １００ | write 100 instead of １００",
                "max(a， 3) > 1 | write , instead of ，",
                "rent * area > money | 个月^-1·元 and 元 do not compare",
                "money + per_mu | do not add",
                "max(turnover, money, 7) > 0 | which this number is",
                "land + area | 亩 and 平方米 do not add",
                "machines + patents | 台（套） and 件 do not add",
                "money in sectors | a text or a choice is needed here",
                "code in sectros | did you mean sectors?",
                "code in rate | is no list",
                "code in nothing_like_it | add it to lists/",
                "code in sectors@3 | a day is needed",
                "code in not | a condition is missing",
                "code in \"C39\" | write a list",
                "code in if yes then 1 else 2 | the id of a list",
                "sectors = code | is a list; write x in sectors",
                "begins(code) | begins(code, list)",
                "begins(code, 39) | begins(code, list)",
                "begins(code, \" \") | a text in the quotes",
                "begins(kind, \"C\") | none of its values: industry, other",
                "kind in unlisted | none of its values: industry, other",
                "begins(code, sectors | a closing ) is missing",
                "if yes then 3 | else"
            })
    void whatMakesNoSenseIsToldWithItsPlaceAndARemedy(String formula, String told) {
        assertThatThrownBy(() -> Bench.read(formula))
                .isInstanceOf(FormulaProblem.class)
                .hasMessageContaining("column")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a >=",
                "(a > 1",
                "a > 1)",
                "1.2.3 > a",
                "a > 1 b",
                "a ? b",
                "and",
                ">= 3",
                "一 》 二",
                "\"a",
                "sum(",
                "a in [1"
            })
    void whatCannotBeReadNamesTheColumn(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula))
                .isInstanceOf(FormulaProblem.class)
                .hasMessageContaining("column");
    }

    @Test
    void theColumnIsTheOneOfTheMistake() {
        assertThatThrownBy(() -> Bench.read("a > 3 and moneey > 3")).hasMessageStartingWith("column 11 of");
        assertThatThrownBy(() -> Bench.read("(a > 3  ")).hasMessageStartingWith("column 7 of");
        assertThatThrownBy(() -> new Bench()
                        .typing.value(Formula.parse(new Source("a > 3 and\n moneey > 3", "programmes/p.yaml", 7, 11))))
                .hasMessageStartingWith("programmes/p.yaml:8:2:");
        assertThatThrownBy(() ->
                        new Bench().typing.value(Formula.parse(new Source("moneey > 3", "programmes/p.yaml", 7, 11))))
                .hasMessageStartingWith("programmes/p.yaml:7:11:");
    }

    @Test
    void anAmountIsInItsUnitWithItsDecimals() {
        var bench = new Bench();
        assertThat(bench.walk(bench.typing.amount(Formula.parse("money + 1"), Unit.YUAN))
                        .value())
                .isEqualTo(10_001_01);
        assertThat(bench.walk(bench.typing.amount(Formula.parse("3"), Unit.YUAN))
                        .value())
                .isEqualTo(300);
        assertThat(bench.walk(bench.typing.amount(Formula.parse("turnover"), Unit.YUAN))
                        .value())
                .isEqualTo(305_000_00);
        assertThatThrownBy(() -> bench.typing.amount(Formula.parse("turnover * 20%"), Unit.YUAN))
                .hasMessageContaining("write round(");
        assertThatThrownBy(() -> bench.typing.amount(Formula.parse("money * 20%"), Unit.YUAN))
                .hasMessageContaining("write round(");
        assertThatThrownBy(() -> bench.typing.amount(Formula.parse("area"), Unit.YUAN))
                .hasMessageContaining("元 is needed here");
        assertThatThrownBy(() -> bench.typing.amount(Formula.parse("yes"), Unit.YUAN))
                .hasMessageContaining("元 is needed here");
    }

    @Test
    void depthLengthAndSizeAreBounded() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(60) + "a" + ")".repeat(60)))
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> Formula.parse("not ".repeat(60) + "a")).hasMessageContaining("nested");
        assertThatThrownBy(() -> Formula.parse("if yes then ".repeat(60) + "a")).hasMessageContaining("nested");
        assertThatThrownBy(() -> Formula.parse("a ".repeat(2_000))).hasMessageContaining("characters");
    }

    @Test
    void aFormulaMayBeAsLargeAsItsBoundsAndNoLarger() {
        assertThat(Bench.read("a" + " ".repeat(1_999)).is(3)).isTrue();
        assertThat(Bench.read("a" + " + a".repeat(199)).is(600)).isTrue();
        assertThatThrownBy(() -> Bench.read("a" + " + a".repeat(200))).hasMessageContaining("too large");
        assertThat(Bench.read("(".repeat(50) + "a" + ")".repeat(50)).is(3)).isTrue();
    }

    @Test
    void everyNodeOfTheWorkingIsThereAndOnlyTheBranchTaken() {
        var trace = Bench.read("if a > 2 then money + 1 else money - unset");
        assertThat(trace.parts()).hasSize(2);
        assertThat(trace.parts().getFirst().node().span().text()).isEqualTo("a > 2");
        assertThat(trace.parts().getLast().node().span().text()).isEqualTo("money + 1");
        assertThat(trace.parts().getLast().parts()).hasSize(2);
    }

    /** Whatever is typed, the answer is a value, an unknown, an error or a formula problem, never anything else. */
    @Test
    void randomTextNeverBreaksTheLanguage() {
        var pieces = new String[] {
            "a",
            "money",
            "yes",
            "from",
            "share",
            "bills",
            "kind",
            "(",
            ")",
            "[",
            "]",
            ">=",
            "<",
            "=",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "in",
            "..",
            ",",
            "1",
            "2.5",
            "20%",
            "2016-01-01",
            "\"industry\"",
            ".",
            " ",
            "面",
            "+",
            "-",
            "*",
            "@",
            "rate",
            "round(",
            "divide(",
            "min(",
            "count(",
            "sum(",
            "half_up",
            "begins(",
            "sectors",
            "code",
            "\u0000",
            "😀",
            "“"
        };
        var random = new Random(90);
        for (int trial = 0; trial < 60_000; trial++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            assertThatCode(() -> {
                        try {
                            Bench.read(text.toString());
                        } catch (FormulaProblem expected) {
                            assertThat(expected).hasMessageContaining("column");
                        }
                    })
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }
}
