package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A year of a makerspace: its records, its figures, its assessment, its plans, and the registers behind them. */
class YearJourney extends CityJourney {

    private static final List<Integer> WIDTHS = List.of(1440, 768, 390);

    private void picture(Visitor visitor, String name) {
        if (System.getenv("PICTURES") == null) {
            return;
        }
        var page = visitor.page();
        for (var language : List.of("zh", "en")) {
            page.context().addCookies(List.of(new Cookie("lang", language).setUrl(city.at("/"))));
            page.reload();
            for (var width : WIDTHS) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/pictures/year-%s-%s-%d.png".formatted(name, language, width))));
            }
        }
        page.context().addCookies(List.of(new Cookie("lang", "zh").setUrl(city.at("/"))));
        page.setViewportSize(1280, 900);
        page.reload();
    }

    private static Visitor press(Visitor visitor, String button) {
        visitor.page().locator(button).first().click();
        visitor.page().waitForLoadState();
        return visitor;
    }

    /** A new space of an operator, with nothing written down yet; the address of its records. */
    private String newSpace(Visitor operator, String name) {
        operator.open("/applications/new")
                .fill(Map.of("name", name, "openedOn", "2015-01-05", "address", "南湖区台账路1号"))
                .choose("kind", "MAKER")
                .choose("builder", "FIRM")
                .choose("carrier", "OTHER")
                .choose("area", "330402");
        operator.page().locator("form:has(#name) button").click();
        operator.page().waitForURL("**/applications/*");
        operator.open("/desk");
        return operator.page()
                .locator("li.tile:has(h3:text-is('" + name + "')) a[href$='/records']")
                .getAttribute("href");
    }

    @Test
    void anOperatorsYearFromTenantsToStatistics() {
        var operator = Visitor.signedIn(browser, city, "op020");
        var records = newSpace(operator, "演示·一年台账空间");
        operator.open(records).sees("每件事只记一次").findsItAccessible();

        operator.open(records + "/premises");
        press(operator, "summary:has-text('登记一条')");
        operator.fill(Map.of(
                        "title", "大厅", "quantity", "６００", "number", "40", "day", "2015-01-05", "until", "2020-01-04"))
                .choose("class", "workstations");
        operator.send("/records/premises").sees("大厅").findsItAccessible();

        operator.open(records + "/agreements");
        press(operator, "summary:has-text('从Excel导入或粘贴')");
        operator.page().fill("#pasted", """
                团队或企业名称\t统一社会信用代码（团队不填）\t企业注册日期\t工位号或房间号\t工位数（个）\t入驻日期
                演示·台账一队\t\t\tA-1\t3\t2016年1月10日
                演示·台账二队\t91330402MA2B00019X\t2016-02-01\tA-2\t2\t2016-02-10
                演示·台账三队\t\t\tA-3\t2\t去年
                """);
        press(operator, "button:has-text('检查粘贴的表格')");
        operator.sees("可用 1 行，有误 2 行").sees("校验不通过").sees("日期看不懂").findsItAccessible();
        picture(operator, "import");
        press(operator, "button[value=partly]");
        operator.sees("已保存 1 行");

        operator.open(records + "/founders");
        press(operator, "summary:has-text('登记一条')");
        operator.fill(Map.of("subject", "没有的队", "party", "甲（演示）", "day", "2016-01-10"))
                .choose("class", "student");
        operator.send("/records/founders").sees("不是本空间的入驻团队或企业");
        assertThat(operator.page().inputValue("#party")).isEqualTo("甲（演示）");
        operator.fill("subject", "演示·台账一队").send("/records/founders").sees("甲（演示）");

        operator.open(records + "/events");
        press(operator, "summary:has-text('从Excel导入或粘贴')");
        operator.page()
                .setInputFiles(
                        "#file-table",
                        new FilePayload(
                                "活动.csv",
                                "text/csv",
                                "活动名称,类型,日期,人数\n路演甲,路演,2016-03-01,30\n路演乙,路演,2016-04-01,40\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        press(operator, "button:has-text('检查文件')");
        press(operator, "button[value=all]");
        operator.sees("已保存 2 行");
        press(operator, "summary:has-text('撤销这次导入')");
        press(operator, "button[value=undo]");
        operator.sees("已撤销").open(records + "/events").sees("还没有记录");

        var figures = records.replace("/records", "/figures") + "?year=2016";
        operator.open(figures).sees("期末在驻团队").findsItAccessible();
        picture(operator, "figures");
        operator.open(records.replace("/records", "/figures") + "/tenants?year=2016")
                .sees("演示·台账一队")
                .findsItAccessible();
        operator.open(figures);
        press(operator, "button[value=close]");
        operator.sees("已关账，第1版");
        operator.open(records + "/events");
        press(operator, "summary:has-text('登记一条')");
        operator.fill(Map.of("title", "补记活动", "day", "2016-05-05", "number", "20"))
                .choose("class", "salon");
        operator.send("/records/events").sees("这一年已经关账");
        operator.open(figures);
        press(operator, "summary:has-text('需要更正')");
        operator.fill("reason", "漏记一场活动");
        press(operator, "button[value=restate]");
        operator.sees("更正中");
        operator.open(records + "/events");
        press(operator, "summary:has-text('登记一条')");
        operator.fill(Map.of("title", "补记活动", "day", "2016-05-05", "number", "20"))
                .choose("class", "salon");
        operator.send("/records/events").sees("补记活动");
        operator.open(figures);
        press(operator, "button[value=close]");
        operator.sees("第2版").open(figures + "&unit=THOUSAND").sees("千元").findsItAccessible();
    }

    @Test
    void anOperatorSeesTheGapToTheNextLevelAndPlansIt() {
        var operator = Visitor.signedIn(browser, city, "op005");
        operator.open("/desk");
        var growth = operator.page().locator("a[href$='/growth']").first().getAttribute("href");
        operator.open(growth).sees("国家众创空间备案条件").sees("国家级科技企业孵化器条件").findsItAccessible();
        picture(operator, "growth");
        press(operator, "[data-level=state-incubator] summary:has-text('列入计划')");
        operator.page()
                .locator("[data-level=state-incubator] details[open] input[name=what]")
                .fill("与园区商定扩租");
        operator.page()
                .locator("[data-level=state-incubator] details[open] input[name=due]")
                .fill("2017-03-20");
        press(operator, "[data-level=state-incubator] details[open] button");
        operator.sees("我的计划").sees("与园区商定扩租").sees("快到期了");
        press(operator, "[data-step] button[value=done]");
        assertThat(operator.page().locator("[data-step] del").innerText()).contains("与园区商定扩租");
    }

    @Test
    void anOfficerMergesADuplicateAndTakesItBack() {
        var officer = Visitor.signedIn(browser, city, "c330402-1");
        for (var name : List.of("演示·重名智造", "演示·重名智造有限公司")) {
            officer.open("/register/new")
                    .choose("kind", "enterprise")
                    .choose("area", "330402")
                    .fill("name", name);
            officer.send("/register/new").sees(name);
        }
        officer.open("/register/new").choose("kind", "enterprise").choose("area", "330402");
        officer.fill(Map.of("name", "演示·错码企业", "identifier", "91330402MA2B00019X"))
                .send("/register/new")
                .sees("校验位不对");
        assertThat(officer.page().inputValue("#name")).isEqualTo("演示·错码企业");

        officer.open("/register/duplicates").sees("演示·重名智造").findsItAccessible();
        picture(officer, "duplicates");
        officer.page()
                .locator("[data-pair]:has-text('重名智造') input[name=reason]")
                .fill("同一团队，后来注册");
        press(officer, "[data-pair]:has-text('重名智造') button.btn-primary");
        officer.sees("已经合并");
        press(officer, "li:has-text('重名智造') button[name=merge]");
        officer.sees("已撤销");
        assertThat(officer.page().locator("[data-pair]:has-text('重名智造')").count())
                .isEqualTo(1);

        var visitor = new Visitor(browser.visitor(1280, 900), city);
        visitor.open("/directory?kind=investor&q=nanhu").sees("演示·南湖创业投资").findsItAccessible();
        visitor.open("/directory?kind=enterprise").sees("成长阶段").findsItAccessible();
        picture(visitor, "directory");
        visitor.open("/targets").sees("高新技术企业").findsItAccessible();
        picture(visitor, "targets");
        visitor.open("/directory?kind=person&q=施建涵").sees("没有符合的登记对象");
    }

    @Test
    void anAssessmentWithARecusalAnAppealAndARemoval() {
        var expert = Visitor.signedIn(browser, city, "expert01");
        expert.open("/ballots").sees("待评").findsItAccessible();
        press(expert, "tr:has-text('待评') a");
        picture(expert, "ballot");
        press(expert, "button[value=recuse]");
        expert.sees("请写明理由");
        expert.fill("comment", "曾为该机构提供咨询");
        press(expert, "button[value=recuse]");
        expert.page().waitForURL("**/ballots*");
        for (int i = 1; i <= 15; i++) {
            scoreEverything(Visitor.signedIn(browser, city, "expert%02d".formatted(i)));
        }

        var officer = Visitor.signedIn(browser, city, "city3");
        officer.open("/assessments/2016").findsItAccessible();
        press(officer, "button[value=rank]");
        officer.sees("优秀补助预计").findsItAccessible();
        picture(officer, "round");
        press(officer, "button[value=notify]");
        officer.sees("公示期");

        var operator = appellant();
        operator.sees("同类中位数").findsItAccessible();
        picture(operator, "scores");
        press(operator, "summary:has-text('申请复核')");
        operator.choose("indicator", "events").fill("grounds", "有两场活动没有计入，请核对活动台账");
        operator.send("/appeal").sees("待答复");
        var address = operator.path();

        officer.open(address);
        var before = officer.page().locator("[data-indicator=events] b").innerText();
        var events = before.equals("8.00") ? "7" : "8";
        officer.fill(Map.of("value", events, "reply", "核对签到表和照片，另有活动应予计入"));
        press(officer, "button[value=uphold]");
        officer.sees("拟改分").findsItAccessible();
        var colleague = Visitor.signedIn(browser, city, "city2");
        colleague.open(address);
        press(colleague, "button[value=agree]");
        colleague.sees("成立，已改分").sees("复核改分").findsItAccessible();
        assertThat(colleague.page().locator("[data-indicator=events] b").innerText())
                .isEqualTo(events + ".00")
                .isNotEqualTo(before);

        var decider = Visitor.signedIn(browser, city, "decider1");
        decider.open("/assessments/2016").fill("document", "演示科〔2017〕20号");
        press(decider, "button[value=publish]");
        decider.sees("公示期还没有结束");
        pushClock(decider, 9);
        decider.open("/assessments/2016").fill("document", "演示科〔2017〕20号");
        press(decider, "button[value=publish]");
        decider.sees("与公布时一致").findsItAccessible();

        var visitor = new Visitor(browser.visitor(1280, 900), city);
        visitor.open("/assessments/2016?kind=maker")
                .sees("演示科〔2017〕20号")
                .seesNot("抽取种子")
                .findsItAccessible();
        picture(visitor, "published");
        removesAFailedSpace(officer, decider, visitor);
    }

    private static void scoreEverything(Visitor expert) {
        expert.open("/ballots");
        while (expert.page().locator("tr:has-text('待评') a").count() > 0) {
            press(expert, "tr:has-text('待评') a");
            for (var field : expert.page().locator("input[id^=score-]").all()) {
                field.fill("4.5");
            }
            press(expert, "button[value=check]");
            press(expert, "button[value=score]");
            expert.page().waitForURL(Pattern.compile(".*/ballots/.*[?]cast"));
            expert.open("/ballots");
        }
        expert.page().context().close();
    }

    /** The first operator who has a space in the round, at its page. */
    private Visitor appellant() {
        for (var login : List.of("op005", "op006", "op007", "op008", "op009")) {
            var operator = Visitor.signedIn(browser, city, login);
            operator.open("/assessments/2016");
            var mine = operator.page().locator("p.alert a[href*='/assessments/2016/spaces/']");
            if (mine.count() > 0) {
                mine.first().click();
                operator.page().waitForLoadState();
                return operator;
            }
        }
        throw new AssertionError("none of these operators has a space in the round");
    }

    private static void pushClock(Visitor visitor, int days) {
        for (int i = 0; i < days; i++) {
            visitor.open("/assessments");
            press(visitor, "form[action='/demonstration/clock'] button[value=day]");
        }
    }

    private void removesAFailedSpace(Visitor officer, Visitor decider, Visitor visitor) {
        for (var kind : List.of("maker", "demonstration", "investment", "specialised")) {
            officer.open("/assessments/2016?kind=" + kind);
            var failed = officer.page().locator("tr:has(.tag-bad)");
            if (failed.count() > 0) {
                var code = failed.first().getAttribute("data-code");
                var space = failed.first().locator("a").getAttribute("href").replaceAll(".*/spaces/", "");
                officer.open("/assessments/2016/spaces/" + space).sees("限期整改");
                visitor.open("/verify/" + code).sees("整改中");
                officer.open("/spaces/" + space + "/change?kind=remove").fill("reason", "整改期满仍无人运营");
                press(officer, "form:has(#reason) button.btn-primary");
                decider.open("/changes").findsItAccessible();
                press(decider, "tr:has-text('撤销认定') a");
                decider.sees("会受影响的").findsItAccessible();
                decider.fill("document", "演示科〔2017〕30号");
                decider.fill("without", "整改期满已现场核实，不再等待");
                press(decider, "button[value=approve]");
                decider.sees("还没有办理").findsItAccessible();
                press(decider, "button[value=confirm]");
                visitor.open("/verify/" + code).sees("已撤销").findsItAccessible();
                visitor.open("/register/spaces/" + code).sees("演示科〔2017〕30号");
                return;
            }
        }
        throw new AssertionError("nobody failed");
    }
}
