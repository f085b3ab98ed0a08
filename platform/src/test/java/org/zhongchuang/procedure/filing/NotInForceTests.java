package org.zhongchuang.procedure.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.ServedCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** A document that was repealed takes no new application, and its pages say so. */
class NotInForceTests extends ServedCity {

    private static final String AREA = "330402";

    @Autowired
    private Policies policies;

    @Autowired
    private BeginCase begin;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void nothingNewIsAppliedForUnderARepealedDocument() {
        assertThat(policies.current().document().holdsOn(LocalDate.now(clock))).isFalse();
        var name = "n" + UUID.randomUUID().toString().substring(0, 8);
        var organisation = accounts.addOrganisation("单位" + name, Optional.empty(), AREA);
        var operator = accounts.appoint(
                accounts.addPerson(name, "测试人", "three wooden boats upstream"), Role.OPERATOR, AREA, organisation);
        var space = spaces.register(
                operator,
                new Space.Profile(
                        "测试空间" + name,
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        AREA,
                        "测试路一号",
                        LocalDate.of(2015, 1, 1),
                        ""));

        assertThat(begin.begin(operator, "space-recognition", space))
                .isEqualTo(new Handling.Refused(Reason.NOT_IN_FORCE));

        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(visitor.opens("/policies/jiaxing-2015-90/clauses/%E4%BA%94(%E4%BA%8C)")
                            .body())
                    .contains("data-not-in-force", "嘉政发〔2021〕34号", "不受理新的申报")
                    .doesNotContain("开始申报");
            assertThat(visitor.opens("/benefits?for=operator&area_rented=1000").body())
                    .contains("data-not-in-force", "不受理新的申报")
                    .doesNotContain("怎么办理");
        }
    }
}
