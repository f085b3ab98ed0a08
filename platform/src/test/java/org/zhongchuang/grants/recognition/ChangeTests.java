package org.zhongchuang.grants.recognition;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** A change of a recognition is asked for by a form of its own, proved by papers, and commented by the county. */
class ChangeTests extends TestCity {

    private static final byte[] LEASE = "%PDF-1.4 lease".getBytes(US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    /** A recognised makerspace, who runs it, and where it is. */
    private record Place(String space, String code, String login, String area) {}

    private Place place() {
        return jdbc.sql("""
                        select r.space, r.code, p.login, r.area from recognition.recognised_space r
                          join access.appointment a on a.organisation = r.operator and a.role = 'OPERATOR' join access.person p on p.id = a.person
                         where r.status = 'ACTIVE' and not exists (select 1 from recognition.change c where c.code = r.code)
                         order by r.code desc limit 1
                        """)
                .query((row, _) -> new Place(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .single();
    }

    @Test
    void theFormIsOfWhatWasChosenAndTheNewAreaIsChosenByItsName() {
        var place = place();
        var page = "/spaces/" + place.space() + "/change";
        try (var operator = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            assertThat(operator.opens("/register/spaces/" + place.code()).body())
                    .contains(page);
            assertThat(operator.opens(page).body()).contains("请先选择要办理的事项", page + "?kind=area");

            var area = operator.opens(page + "?kind=area").body();
            assertThat(area).contains("<select", "南湖区", "租赁合同或产权证明").doesNotContain("区域填代码");
            assertThat(operator.opens(page + "?kind=exit").body())
                    .contains("会受影响的")
                    .doesNotContain("name=\"wanted\"");
            assertThat(operator.opens(page + "?kind=operator&q=演示").body()).contains("type=\"radio\" name=\"wanted\"");
        }
    }

    @Test
    void aMistakeIsToldAtItsFieldAndWhatWasTypedStays() {
        var place = place();
        var page = "/spaces/" + place.space() + "/change";
        try (var operator = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            operator.opens(page);
            var wrong = operator.posts(page, Map.of("kind", "name", "wanted", "演示·新的名称空间", "reason", ""))
                    .body();
            assertThat(wrong).contains("id=\"reason-mistake\"", "演示·新的名称空间");
            assertThat(operator.posts(page, Map.of("kind", "address", "wanted", "演示新街1号", "reason", "搬迁"))
                            .body())
                    .contains("id=\"file-mistake\"", "请附上新地址的租赁合同或产权证明", "演示新街1号", "搬迁");
        }
    }

    @Test
    void whatIsRegisteredAlreadyIsNoChange() {
        var place = place();
        var page = "/spaces/" + place.space() + "/change";
        var name = jdbc.sql("select name from recognition.recognised_space where code = :code")
                .param("code", place.code())
                .query(String.class)
                .single();
        try (var operator = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            operator.opens(page);
            assertThat(operator.posts(page, Map.of("kind", "name", "wanted", name, "reason", "重新登记"))
                            .body())
                    .contains("id=\"wanted-mistake\"", "登记的已经是这个内容");
        }
    }

    @Test
    void aNameThatIsAnothersIsRefusedAtItsField() {
        var place = place();
        var page = "/spaces/" + place.space() + "/change";
        var another = jdbc.sql("select name from registry.space where id <> cast(:id as uuid) order by id limit 1")
                .param("id", place.space())
                .query(String.class)
                .single();
        try (var operator = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            operator.opens(page);
            assertThat(operator.posts(page, Map.of("kind", "name", "wanted", " " + another, "reason", "品牌更名"))
                            .body())
                    .contains("id=\"wanted-mistake\"", "另一家众创空间叫这个名称", another, "品牌更名");
        }
    }

    @Test
    void whoAskedIsToldItsNumberAndWhatComesNextAndMayTakeItBack() {
        var place = place();
        var page = "/spaces/" + place.space() + "/change";
        try (var operator = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            operator.opens(page);
            var asked = operator.posts(page, Map.of("kind", "name", "wanted", "演示·改名的空间", "reason", "品牌更名"));
            var told = operator.opens(inside(asked)).body();
            assertThat(told).contains("已提出：变更名称，编号", "BG0", "市科技局审定", "撤回这项申请");

            var change = inside(asked).replaceAll(".*asked=", "");
            var back = operator.posts(page + "/withdraw", Map.of("change", change));
            assertThat(operator.opens(inside(back)).body())
                    .contains("已撤回申请", "登记的内容没有变化")
                    .doesNotContain("撤回这项申请");
            assertThat(operator.posts(page + "/withdraw", Map.of("change", change))
                            .body())
                    .contains("没有这项申请，或已经办结。");
        } finally {
            jdbc.sql("delete from recognition.change where code = :code")
                    .param("code", place.code())
                    .update();
        }
    }

    private static String inside(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    @Test
    void aNewAddressIsProvedByPapersCommentedByTheCountyAndThenDecided() {
        var place = place();
        var present = jdbc.sql("select address from recognition.recognised_space where code = :code")
                .param("code", place.code())
                .query(String.class)
                .single();
        try (var operator = PlainBrowser.at("http://localhost:" + port);
                var county = PlainBrowser.at("http://localhost:" + port);
                var decider = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            operator.opens("/spaces/" + place.space() + "/change");
            assertThat(operator.uploads(
                                    "/spaces/" + place.space() + "/change",
                                    Map.of("kind", "address", "wanted", "演示新街8号", "reason", "租约到期"),
                                    "租赁合同（新）.pdf",
                                    LEASE)
                            .statusCode())
                    .isEqualTo(302);
            var change = jdbc.sql("select id from recognition.change where code = :code and state = 'OPEN'")
                    .param("code", place.code())
                    .query(String.class)
                    .single();

            county.signsIn("c" + place.area() + "-1");
            assertThat(county.opens("/desk").body()).contains("件变更待提出意见");
            assertThat(county.opens("/changes/" + change).body()).contains("租赁合同（新）.pdf", "还没有提出");
            assertThat(county.posts("/changes/" + change + "/opinion", Map.of("opinion", ""))
                            .body())
                    .contains("id=\"opinion-mistake\"");
            try (var hasty = PlainBrowser.at("http://localhost:" + port)) {
                hasty.signsIn("decider1");
                assertThat(hasty.opens("/changes").body()).contains("等待所在地意见");
                assertThat(hasty.opens("/changes/" + change).body()).contains("还没有提出，正在等待：", "id=\"without\"");
                assertThat(hasty.posts("/changes/" + change, Map.of("act", "approve", "document", "演示科〔2017〕77号"))
                                .body())
                        .contains("id=\"without-mistake\"", "所在地还没有提出意见");
                assertThat(operator.opens("/spaces/" + place.space() + "/change")
                                .body())
                        .contains("等待所在地科技部门提出意见。");
            }
            assertThat(county.posts("/changes/" + change + "/opinion", Map.of("opinion", "新址属实，同意。"))
                            .statusCode())
                    .isEqualTo(302);

            decider.signsIn("decider1");
            var page = decider.opens("/changes/" + change).body();
            assertThat(page)
                    .contains("data-present>" + present + "<")
                    .contains("新址属实，同意。", "租赁合同（新）.pdf")
                    .doesNotContain("id=\"without\"");
            assertThat(decider.posts("/changes/" + change, Map.of("act", "approve", "reply", "照办"))
                            .body())
                    .contains("id=\"document-mistake\"", "照办");
            var approval = new HashMap<>(Map.of("act", "approve", "document", "演示科〔2017〕77号"));
            assertThat(decider.posts("/changes/" + change, approval).body())
                    .as("looked over, not decided")
                    .contains("data-look-over", "演示科〔2017〕77号", "登记册按此更改");
            approval.put("look", "back");
            assertThat(decider.posts("/changes/" + change, approval).body())
                    .contains("value=\"演示科〔2017〕77号\"")
                    .doesNotContain("data-look-over");
            approval.put("look", "confirm");
            assertThat(decider.posts("/changes/" + change, approval).statusCode())
                    .isEqualTo(302);
        }
        assertThat(jdbc.sql("select address from recognition.recognised_space where code = :code")
                        .param("code", place.code())
                        .query(String.class)
                        .single())
                .isEqualTo("演示新街8号");
    }

    @Test
    void whyTheCountyWasNotHeardStandsWithTheDecision() {
        var place = place();
        try (var operator = PlainBrowser.at("http://localhost:" + port);
                var decider = PlainBrowser.at("http://localhost:" + port)) {
            operator.signsIn(place.login());
            operator.opens("/spaces/" + place.space() + "/change");
            operator.posts(
                    "/spaces/" + place.space() + "/change",
                    Map.of("kind", "name", "wanted", "演示·先行更名的空间", "reason", "品牌更名"));
            var change = jdbc.sql("select id from recognition.change where code = :code and state = 'OPEN'")
                    .param("code", place.code())
                    .query(String.class)
                    .single();
            decider.signsIn("decider1");
            decider.opens("/changes/" + change);
            var document = "演示科〔2017〕78号";
            assertThat(decider.posts(
                                    "/changes/" + change,
                                    Map.of(
                                            "act",
                                            "approve",
                                            "document",
                                            document,
                                            "without",
                                            "商标判决要求立即更名",
                                            "look",
                                            "confirm"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(decider.opens("/changes/" + change).body()).contains("data-without", "商标判决要求立即更名", document);
        }
    }
}
