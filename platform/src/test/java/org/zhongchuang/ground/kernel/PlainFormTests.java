package org.zhongchuang.ground.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;

/** Names and codes in every spelling that people and programs give them. */
class PlainFormTests extends TestCity {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "张三, 张　三",
        "王五, 王\u200B五",
        "阿卜杜拉·买买提, 阿卜杜拉•买买提",
        "阿卜杜拉·买买提, 阿卜杜拉・买买提",
        "阿卜杜拉·买买提, 阿卜杜拉‧买买提",
        "阿卜杜拉·买买提, 阿卜杜拉 · 买买提",
        "嘉兴匠云（浙江）科技有限公司, 嘉兴匠云(浙江)科技有限公司",
        "嘉兴匠云（浙江）科技有限公司, 嘉兴匠云【浙江】科技 有限公司",
        "嘉兴ＯＰＰＯ, 嘉兴oppo",
        "葛\uDB40\uDD00城, 葛城",
    })
    void twoSpellingsAreOneName(String one, String other) {
        assertThat(PlainForm.ofName(one)).isEqualTo(PlainForm.ofName(other));
    }

    @ParameterizedTest
    @CsvSource({"张三, 张四", "演示·䶮𠮷, 演示·䶮吉", "嘉兴一号, 嘉兴二号"})
    void twoNamesAreTwo(String one, String other) {
        assertThat(PlainForm.ofName(one)).isNotEqualTo(PlainForm.ofName(other));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "91330402 MA28A1B212",
                "'91330402MA28A1B212",
                "91330402\u200BMA28A1B212",
                "９１３３０４０２MA28A1B212",
                "\u00A091330402ma28a1b212\u3000",
                "\u202D91330402MA28A1B212\u202C",
            })
    void aCodeIsTheSameHoweverItIsPasted(String pasted) {
        assertThat(PlainForm.ofCode(pasted)).isEqualTo("91330402MA28A1B212");
    }

    @Test
    void whatNobodySeesGoesAndTheRestOfANameStaysAsTyped() {
        assertThat(PlainForm.seen(" 王\u200B五（演示）\u202E\n二 ")).isEqualTo("王五（演示） 二");
    }

    /** Every character that is assigned, between two others, so that what the database does is what Java does. */
    @Test
    void theDatabaseHasTheSameForm() {
        var points = IntStream.rangeClosed(1, 0x3FFFF)
                .filter(point -> Character.isDefined(point)
                        && Character.getType(point) != Character.SURROGATE
                        && Character.getType(point) != Character.PRIVATE_USE)
                .toArray();
        var names = new ArrayList<String>();
        var forms = new ArrayList<String>();
        for (int from = 0; from < points.length; from += 16) {
            var name = new StringBuilder("甲A");
            IntStream.range(from, Math.min(from + 16, points.length))
                    .forEach(at -> name.appendCodePoint(points[at]).append('丙'));
            names.add(name.toString());
            forms.add(PlainForm.ofName(name.toString()));
        }

        assertThat(jdbc.sql("""
                        select n || ' → ' || registry.public_plain_name(n) || ' ≠ ' || f
                          from unnest(cast(:names as text[]), cast(:forms as text[])) as t (n, f)
                         where registry.public_plain_name(n) <> f
                        """)
                        .param("names", names.toArray(String[]::new))
                        .param("forms", forms.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
