package org.zhongchuang.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nearest changes that would make a condition hold. */
class RemediesTests {

    /** Facts with the values, at their scale, that would be enough; ways are parted by a slash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a >= 5 | {a=5}",
                "a > 5 | {a=6}",
                "a <= 2 | {a=2}",
                "a < 2 | {a=1}",
                "a = 9 | {a=9}",
                "9 = a | {a=9}",
                "5 <= a | {a=5}",
                "5 < a | {a=6}",
                "2 >= a | {a=2}",
                "2 > a | {a=1}",
                "a != 3 | ",
                "a = 9.5 | ",
                "a >= 4.5 | {a=5}",
                "a > 4.5 | {a=5}",
                "a <= 2.5 | {a=2}",
                "a < 2.5 | {a=2}",
                "not (a <= 5) | {a=6}",
                "not (a < 5) | {a=5}",
                "not (a > 2) | {a=2}",
                "not (a >= 3) | {a=2}",
                "not (a != 9) | {a=9}",
                "not (a = 3) | ",
                "not yes | {yes=0}",
                "z | {z=1}",
                "yes | ",
                "a >= 5 or people >= 9 | {a=5} / {people=9}",
                "a >= 5 and people >= 9 | {a=5, people=9}",
                "a >= 5 and people >= 2 | {a=5}",
                "not (a < 5 or people < 9) | {a=5, people=9}",
                "not (a < 5 and people < 9) | {a=5} / {people=9}",
                "money >= 20000 | {money=2000000}",
                "from >= 2016-03-01 | {from=16861}",
                "people * each >= 9000 | {people=9} / {each=225000}",
                "100 - people * 10 > 70 | {people=2}",
                "money * 20% >= 3000 | {money=1500000}",
                "months_between(from, day) >= 1200 | {from=-19572}",
                "year_of(from) >= 2030 | {from=21915}",
                "month_of(from) > 12 | ",
                "money >= unset | ",
                "people * 0 > 5 | "
            })
    void areTheSmallestThatAreEnough(String formula, String ways) {
        var bench = new Bench();
        var node = bench.typing.condition(Formula.parse(formula));
        var walk = bench.walkOver();
        var subject = bench.subject();
        var found = new Remedies(
                        walk,
                        subject,
                        List.of(),
                        (one, changed) -> new Walk(changed, bench.lookups(), Bench.DAY.toEpochDay(), true).read(one))
                .of(node);

        assertThat(found.stream().map(changes -> named(bench, changes)).toList())
                .containsExactlyInAnyOrderElementsOf(
                        ways == null || ways.isBlank()
                                ? List.of()
                                : List.of(ways.strip().split(" / ", -1)));
    }

    private static String named(Bench bench, Map<Integer, Long> changes) {
        var named = new TreeMap<String, Long>();
        changes.forEach((slot, value) -> named.put(bench.scope.factsUsed().get(slot), value));
        return named.toString();
    }
}
