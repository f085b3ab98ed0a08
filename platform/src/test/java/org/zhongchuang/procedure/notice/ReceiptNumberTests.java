package org.zhongchuang.procedure.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt is read however somebody copied it. */
class ReceiptNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YY2017-4F7K-09QM-2XTB-PD31",
                "yy2017-4f7k-09qm-2xtb-pd31",
                " yy20174f7k09qm2xtbpd31 ",
                "YY2017 4F7K 09QM 2XTB PD31",
                "ＹＹ２０１７－４Ｆ７Ｋ－０９ＱＭ－２ＸＴＢ－ＰＤ３１",
                "YY2017—4F7K—O9QM—2XTB—PD3l"
            })
    void aReceiptInAnyCaseWidthAndGroupingIsTheSame(String typed) {
        assertThat(ReceiptNumber.read(typed)).contains("YY2017-4F7K-09QM-2XTB-PD31");
    }
}
