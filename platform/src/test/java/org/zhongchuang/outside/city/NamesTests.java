package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented names can be told apart and say that they are invented. */
class NamesTests {

    private static final int MANY = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 11})
    void noTwoMakerspacesAreCalledAlike(int kind) {
        differ(number -> Names.space(number, kind), "演示·\\p{IsHan}{2}(创新工场|创投空间|专业众创空间|创客空间)");
    }

    /** Wherever a city has many kinds or few, the first four tell themselves apart. */
    @Test
    void aMakerspaceIsCalledByThePlaceOfItsKind() {
        assertThat(IntStream.range(0, 5).mapToObj(kind -> Names.space(0, kind).replaceFirst("演示·\\p{IsHan}{2}", "")))
                .containsExactly("创新工场", "创投空间", "专业众创空间", "创客空间", "创新工场");
    }

    @Test
    void noTwoOperatorsFirmsOrTeamsAreCalledAlike() {
        differ(Names::operator, "演示·\\p{IsHan}{2}创业服务公司");
        differ(Names::firm, "演示·\\p{IsHan}{4,}");
        differ(Names::team, "演示·\\p{IsHan}{6,}");
        differ(number -> Names.firm(number, 0), "演示·\\p{IsHan}{2}智能装备");
    }

    @Test
    void noTwoPeopleAreCalledAlike() {
        differ(Names::person, "\\p{IsHan}{3}（演示）");
    }

    @Test
    void afterAllPairsOfCharactersNamesHaveThree() {
        var pairs = MANY;
        while (Names.operator(pairs).length() == Names.operator(0).length()) {
            pairs++;
        }
        assertThat(Names.operator(pairs)).matches("演示·\\p{IsHan}{3}创业服务公司").isNotEqualTo(Names.operator(0));
    }

    private static void differ(IntFunction<String> name, String pattern) {
        var names = new HashSet<String>();
        for (int number = 0; number < MANY; number++) {
            assertThat(name.apply(number)).matches(pattern);
            assertThat(names.add(name.apply(number))).as(name.apply(number)).isTrue();
        }
    }
}
