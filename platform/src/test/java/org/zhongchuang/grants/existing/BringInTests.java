package org.zhongchuang.grants.existing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.records.registry.CreditCode;

/** Makerspaces that were recognised before are read from a table, shown, and entered all or none. */
class BringInTests extends TestCity {

    private static final String HEAD = "2015年认定名单\n\n名称\t运营单位\t信用代码\t区域\t类型\t地址\t成立日期\t文号\t认定时间\t证书号\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    }

    private static String code() {
        var digits = "%08d".formatted(Math.abs(UUID.randomUUID().hashCode() % 100_000_000));
        return CreditCode.complete("91", "330402", digits);
    }

    private static String row(String name, String code, String certificate) {
        return String.join(
                        "\t",
                        name,
                        "测试运营（演示）",
                        code,
                        "南湖区",
                        "创客孵化",
                        "测试路1号",
                        "2014.5.1",
                        "测试科〔2015〕3号",
                        "2015年6月1日",
                        certificate)
                + "\n";
    }

    private long spaces(String name) {
        return jdbc.sql("select count(*) from recognition.public_recognised_space where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    @Test
    void aTableIsShownAsReadAndThenEnteredWithItsCertificates() {
        var name = "演示·旧空间" + mark();
        var certificate = "JX2015-OLD-" + mark();
        var table = HEAD
                + row(name, code(), "jx2015‐old－" + certificate.substring(11).toLowerCase(Locale.ROOT));
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var preview = browser.posts("/register/existing", Map.of("table", table));
            assertThat(preview.statusCode()).isEqualTo(200);
            assertThat(preview.body()).contains(name, "2014年5月1日", "2015年6月1日", "确认登记 1 家");
            assertThat(spaces(name)).isZero();

            browser.posts("/register/existing", Map.of("table", table, "keep", "yes"));

            assertThat(spaces(name)).isOne();
            assertThat(browser.opens("/verify/" + certificate).body()).contains(name, "测试科〔2015〕3号");
            assertThat(browser.opens("/register/spaces/" + certificate).statusCode())
                    .as("a certificate is found whatever letters the table has it in")
                    .isEqualTo(200);
            assertThat(browser.posts("/register/existing", Map.of("table", table, "keep", "yes"))
                            .body())
                    .contains("这个证书编号已经登记");
            assertThat(spaces(name)).isOne();
            var spelt = HEAD + row(name.replace('·', '•'), code(), "");
            assertThat(browser.posts("/register/existing", Map.of("table", spelt, "keep", "yes"))
                            .body())
                    .as("the same name in another spelling")
                    .contains("同一区域已经登记了这个名称");
        }
    }

    @Test
    void anOldCodeThatBreaksItsInnerCheckIsMarkedAndKeptOnceSomebodySaysThatItIsRight() {
        var name = "演示·旧代码空间" + mark();
        var table = HEAD + row(name, oldCode(), "");
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            assertThat(browser.posts("/register/existing", Map.of("table", table))
                            .body())
                    .contains("data-doubt", "name=\"compared\"", "确认登记 1 家");
            var asked = browser.posts("/register/existing", Map.of("table", table, "keep", "yes"));
            assertThat(asked.statusCode()).isEqualTo(422);
            assertThat(asked.body()).contains("id=\"compared-mistake\"", "请对照营业执照核对");
            assertThat(spaces(name)).isZero();

            browser.posts("/register/existing", Map.of("table", table, "keep", "yes", "compared", "yes"));
            assertThat(spaces(name)).isOne();
        }
    }

    @Test
    void atTheFormOfOneEntryAnOldCodeIsAskedAboutToo() {
        var name = "演示·旧代码企业" + mark();
        var form = new HashMap<>(Map.of("kind", "enterprise", "name", name, "area", "330402", "identifier", oldCode()));
        form.put("request", UUID.randomUUID().toString());
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            assertThat(browser.posts("/register/new", form).body())
                    .contains("data-refused=\"CODE_TO_CONFIRM\"", "name=\"compared\"", "value=\"" + name + "\"");

            form.put("compared", "yes");
            assertThat(browser.posts("/register/new", form).statusCode()).isEqualTo(302);
            form.put("identifier", code().substring(0, 17) + "I");
            form.put("request", UUID.randomUUID().toString());
            assertThat(browser.posts("/register/new", form).body()).contains("data-refused=\"NOT_A_CODE\"");
        }
    }

    /** A code whose last check holds and whose inner one does not. */
    private static String oldCode() {
        while (true) {
            var first = "91330402" + "%08d".formatted(Math.abs(UUID.randomUUID().hashCode() % 100_000_000)) + "0";
            for (var last : "0123456789ABCDEFGHJKLMNPQRTUWXY".split("", -1)) {
                if (CreditCode.isWhole(first + last) && !CreditCode.isValid(first + last)) {
                    return first + last;
                }
            }
        }
    }

    @Test
    void oneWrongRowKeepsAllOfThemOut() {
        var good = "演示·旧空间" + mark();
        var table = HEAD + row(good, code(), "") + row("演示·旧空间" + mark(), "91330402MA28A1B21X", "");
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            assertThat(browser.posts("/register/existing", Map.of("table", table, "keep", "yes"))
                            .body())
                    .contains("第5行：统一社会信用代码校验不通过");
            assertThat(spaces(good)).isZero();

            var twice = HEAD + row(good, code(), "") + row(good, code(), "");
            assertThat(browser.posts("/register/existing", Map.of("table", twice, "keep", "yes"))
                            .body())
                    .contains("前面已有同名");
            assertThat(spaces(good)).isZero();
        }
    }

    @Test
    void onlyTheCitysOfficeBringsThemIn() {
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("c330402-1")) {
            assertThat(browser.opens("/register/existing").statusCode()).isEqualTo(403);
        }
    }
}
