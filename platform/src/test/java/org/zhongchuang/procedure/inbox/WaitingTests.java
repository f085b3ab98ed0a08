package org.zhongchuang.procedure.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** What an applicant reads while an office has the case. */
class WaitingTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void whoeverWaitsIsToldBeforeItIsLateWhatCanBeDoneThenAndWhatSilenceMeans() {
        var waiting = jdbc.sql("""
                        select c.number, p.login from casework.case_file c
                          join access.appointment a on a.organisation = c.operator and a.role = 'OPERATOR' and a.until is null
                          join access.person p on p.id = a.person
                         where c.holder is not null and c.number is not null and c.step not in ('CORRECTION', 'DRAFT')
                           and c.due_on >= :today
                         order by c.number limit 1
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> Map.entry(row.getString("number"), row.getString("login")))
                .single();
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn(waiting.getValue());

            assertThat(browser.opens("/cases/" + waiting.getKey()).body())
                    .contains("到期还没有办的，您可以从第二天起在这里催办", "逾期不等于批准，也不等于不批准")
                    .contains("这一页的用词是什么意思", "提交时显示的金额是测算，核定以后才作数");
        }
    }
}
