package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fact;

/** What is typed is read as it is meant, and refused where it cannot be. */
class AnswersTests extends TestCity {

    @Autowired
    private Policies policies;

    private Fact fact(String id) {
        return Objects.requireNonNull(policies.current().facts().get(id));
    }

    private String mistake(String id, String typed) {
        return policies.read(fact(id), typed).mistake().orElseThrow().zh();
    }

    @Test
    void nobodyHasMorePeopleThanACityHas() {
        assertThat(mistake("staff", "99999999")).isEqualTo("不大于1000000。");
        assertThat(policies.read(fact("staff"), "１，２００").value()).contains("1200");
    }

    @Test
    void thereAreEightKindsOfServiceAndAShareHasAHundredParts() {
        assertThat(mistake("service_kinds", "9")).isEqualTo("应在0到8之间。");
        assertThat(policies.read(fact("service_kinds"), "8").value()).contains("8");
        assertThat(mistake("usable_share", "101")).isEqualTo("应在0到100之间。");
    }

    @Test
    void aMistakeInATableNamesItsLine() {
        assertThat(mistake("contributions", "2016-04-15 800\n2016-05-15")).startsWith("第2行：每行一条记录");
        assertThat(mistake("contributions", "2016-04-15 800\n2016-05-15 八百")).startsWith("第2行：请填写数字");
    }

    @Test
    void aMonthIsPaidOnceAndNoneLiesAhead() {
        assertThat(mistake("contributions", "2016-04-15 800\n2016-05-16 800\n2016-04-20 800"))
                .isEqualTo("第3行：与第1行是同一个月。每月一条，同月几笔请合计。");
        assertThat(mistake("contributions", "2016-04-15 800\n2098-05-16 800")).isEqualTo("第2行：2098-05-16还没有到。");
        assertThat(policies.read(fact("contributions"), "2016/4/15，800\n2016年5月16日 800.5")
                        .value())
                .contains("2016-04-15 800\n2016-05-16 800.5");
    }
}
