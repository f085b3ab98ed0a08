package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts in capital numerals. */
class AmountInWordsTests {

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "1, 壹分",
        "10, 壹角整",
        "105, 壹元零伍分",
        "150, 壹元伍角整",
        "1000, 壹拾元整",
        "140950, 壹仟肆佰零玖元伍角整",
        "600714, 陆仟零柒元壹角肆分",
        "10700053, 壹拾万柒仟元伍角叁分",
        "1640902, 壹万陆仟肆佰零玖元零贰分",
        "50000000, 伍拾万元整",
        "100000000, 壹佰万元整",
        "1000010000, 壹仟万零壹佰元整",
        "100000000000, 壹拾亿元整",
        "10000000100, 壹亿零壹元整",
        "123456789012345, 壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分"
    })
    void anAmountIsWrittenAsOnABill(long fen, String words) {
        assertThat(new Fen(fen).inWords()).isEqualTo(words);
    }

    @Test
    void whatHasNoWordsIsRefused() {
        assertThatThrownBy(() -> new Fen(-1).inWords()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fen(Long.MAX_VALUE).inWords()).isInstanceOf(IllegalArgumentException.class);
    }
}
