package org.zhongchuang.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.identity.PasswordRules.Reason;

/** Which passwords are refused. */
class PasswordRulesTests {

    private static final List<String> OWN = List.of("c330402-1", "王小明", "南湖区科技局");
    private static final PasswordRules RULES = new PasswordRules(new Jiaxing());

    /** What people call the city. */
    private record Jiaxing() implements Offices {

        @Override
        public String wholeCity() {
            return "330400";
        }

        @Override
        public List<String> namesOfTheCity() {
            return List.of("嘉兴市", "嘉兴", "Jiaxing City", "Jiaxing");
        }

        @Override
        public Text name(Role role) {
            return role.label();
        }

        @Override
        public Set<String> programmesOf(Role role) {
            return Set.of();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three wooden boats upstream",
                "kT9#vq2LmZ!x",
                "运河边的三只木船和一盏灯笼",
                "  spaces are characters  too ",
                "𠮷野家门前的三只灰色猫咪和灯"
            })
    void anyKindOfCharacterWillDo(String password) {
        assertThat(RULES.against(password, OWN)).isEmpty();
    }

    @Test
    void sixtyFourChineseCharactersAndTwoHundredOthersWillDo() {
        var poem = "床前明月光疑是地上霜举头望明月低头思故乡白日依山尽黄河入海流欲穷千里目更上一层楼春眠不觉晓处处闻啼鸟夜来风雨声花落知多少松下";

        assertThat(poem.length()).isGreaterThanOrEqualTo(60);
        assertThat(RULES.against(poem + "问童子言师采药去", OWN)).isEmpty();
        assertThat(RULES.against("a long walk beside the old canal ".repeat(6), OWN))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "kT9#vq2LmZ!", "十一个汉字的密码很短呀"})
    void whatHasFewerThanTwelveCharactersIsShort(String password) {
        assertThat(RULES.against(password, OWN)).contains(Reason.SHORT);
    }

    @Test
    void whatHasMoreThanTwoHundredAndFiftySixIsLong() {
        assertThat(RULES.against("x".repeat(257), OWN)).contains(Reason.LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaa",
                "123456789012345",
                "Password123456!",
                "qwertyuiop[]asdf",
                "1qaz2wsx3edc4rfv",
                "P@ssw0rd12345",
                "1q2w3e4r5t6y7u8i",
                "passwordpassword"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(RULES.against(password, OWN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhongchuang2016",
                "c330402-1c330402-1",
                "王小明王小明王小明王小明",
                "南湖区科技局南湖区科技局2016",
                "Jiaxing-Zhongchuang"
            })
    void whatConsistsOfKnownWordsIsRefused(String password) {
        assertThat(RULES.against(password, OWN)).isPresent();
    }

    @Test
    void whatBreachesShowMostIsRefusedThoughItIsLong() {
        assertThat(RULES.against("mynoob-unlikely", OWN)).isEmpty();
        assertThat(RULES.against("1234567890qwertyuiop", OWN)).isPresent();
        assertThat(RULES.against("iloveyou1234", OWN)).isPresent();
    }
}
