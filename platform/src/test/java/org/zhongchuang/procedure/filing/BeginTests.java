package org.zhongchuang.procedure.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** Beginning an application for a makerspace that is not entered yet. */
class BeginTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aFormKnownByTheNumberOfSomebodyElsesEntryIsAnotherMakerspace() {
        var firm = jdbc.sql("select id from registry.subject where kind = 'ENTERPRISE' order by id limit 1")
                .query(UUID.class)
                .single();
        var name = "演示·" + UUID.randomUUID().toString().substring(0, 12);
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op009");
            browser.opens("/applications/new");

            assertThat(place(browser.posts("/applications/new", form(firm, name))))
                    .contains("302", "/applications/");
        }
        assertThat(jdbc.sql("select id from registry.space where name = :name")
                        .param("name", name)
                        .query(UUID.class)
                        .single())
                .isNotEqualTo(firm);
    }

    @Test
    void oneFormSentEightTimesAtOnceIsOneMakerspaceAndOneApplication() throws Exception {
        var name = "演示·" + UUID.randomUUID().toString().substring(0, 12);
        var form = form(UUID.randomUUID(), name);
        var places = Collections.synchronizedSet(new HashSet<String>());
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op009");
            browser.opens("/applications/new");
            try (var hands = Executors.newFixedThreadPool(8)) {
                for (var sent : hands.invokeAll(
                        Collections.nCopies(8, () -> places.add(place(browser.posts("/applications/new", form)))))) {
                    sent.get();
                }
            }
        }

        assertThat(places).singleElement().asString().contains("/applications/");
        assertThat(jdbc.sql("select count(*) from registry.space where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private static Map<String, String> form(UUID request, String name) {
        return Map.of(
                "request", request.toString(),
                "name", name,
                "openedOn", "2015-01-01",
                "kind", "MAKER",
                "builder", "FIRM",
                "carrier", "OTHER",
                "area", "330402",
                "address", "测试路一号");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
