package org.zhongchuang.ground.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names somebody is asked about. */
class NearNamesTests {

    private static boolean near(String one, String other, int shortest) {
        var names = new NearNames<String>(shortest);
        names.add(one, one);
        return !names.near(other).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "演示·匠云科技有限公司, 演示·匠云科技有限责任公司",
        "演示·匠云科技有限公司, 演示·匠云科技",
        "演示·匠云科技有限公司, 演示·匠芸科技有限公司",
        "演示·匠云科技有限公司, 演示·匠元科技有限公司",
        "演示·匠云科技有限公司, 演示·匠云网科技有限公司",
        "演示·匠云科技有限公司, 演示·云匠科技有限公司",
        "演示（浙江）匠云, 演示(浙江)匠云"
    })
    void aSlipAnotherFormOrTheSameSoundIsAskedAbout(String one, String other) {
        assertThat(near(one, other, 4)).isTrue();
        assertThat(near(other, one, 4)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"演示·匠云科技有限公司, 演示·青禾科技有限公司", "演示·匠云一号, 演示·匠云二号", "演示·企业甲, 演示·企业乙", "演示项目A, 演示项目B", "演示·企业12, 演示·企业13"})
    void anotherNameAndAnotherNumberAreNot(String one, String other) {
        assertThat(near(one, other, 4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"张三, 章三, true", "张三, 李三, false", "王小明, 王晓明, true", "王小明, 王小亮, true", "王小明, 李大亮, false"})
    void ofPeopleOneCharacterOfThreeOrTheSameSound(String one, String other, boolean asked) {
        assertThat(near(one, other, 3)).isEqualTo(asked);
    }
}
