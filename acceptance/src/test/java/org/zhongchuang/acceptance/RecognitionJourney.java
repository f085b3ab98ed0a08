package org.zhongchuang.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The whole way from the document to a certificate, and to a refusal, each step by the person whose step it is. */
class RecognitionJourney extends CityJourney {

    private static final byte[] PDF = "%PDF-1.4\n% written by a test\n%%EOF\n".getBytes(US_ASCII);
    private static final Map<String, String> FACTS = Map.of(
            "area_sqm", "８００㎡",
            "desks", "60",
            "usable_share", "80",
            "lease_months_left", "48",
            "staff", "5",
            "months_operating", "19",
            "mentors", "6",
            "events_per_year", "12",
            "service_kinds", "6");

    @Test
    void anOfficerImportsTheOfficialTextAndTheDocumentShowsIt() {
        var officer = Visitor.signedIn(browser, city, "city1");
        officer.open("/policies/jiaxing-2015-90/text");

        officer.fill("text", "随便写的一段话").send("/text").sees("没有认出");
        officer.page()
                .setInputFiles(
                        "#file",
                        new com.microsoft.playwright.options.FilePayload(
                                "gbk.txt", "text/plain", OfficialText.written().getBytes(Charset.forName("GB18030"))));
        officer.page().locator("form:has(#file) button").click();
        assertThat(officer.page()
                        .locator("[data-import*='('][data-match='MATCHED']")
                        .count())
                .isGreaterThanOrEqualTo(21);
        assertThat(officer.page()
                        .locator("[data-match='NOT_IN_TEXT'], [data-match='OTHER_FIGURES']")
                        .count())
                .isZero();
        officer.findsItAccessible().page().click("button[name=keep]");
        officer.page().waitForSelector("text=已导入");

        var visitor = new Visitor(browser.visitor(1280, 900), city).open("/");
        assertThat(visitor.page().locator("[data-clause='五(二)'] .official").innerText())
                .contains("给予1:1地方配套支持");
        assertThat(visitor.page().locator("[data-clause]").count()).isEqualTo(21);
        assertThat(visitor.page().locator("[data-item]").count()).isEqualTo(77);
    }

    @Test
    void anOperatorIsRecognisedAndAnybodyCanVerifyIt() {
        var operator = Visitor.signedIn(browser, city, "op004");
        var number = file(operator, "演示·旅程一号空间");
        var county = Visitor.signedIn(browser, city, "c330402-1");
        var colleague = Visitor.signedIn(browser, city, "c330402-2");

        county.open("/cases/" + number)
                .unfold("/return")
                .fill("defect.tenants", "名单与协议数量不一致")
                .fill("defect.lease", "缺最后一页");
        county.send("/return").sees("补正");

        operator.open("/desk").sees("请补正");
        operator.page().locator("tr:has-text('演示·旅程一号空间') a").first().click();
        assertThat(operator.page().locator("[data-defect]").count()).isEqualTo(2);
        assertThat(operator.page().isDisabled("#desks")).isTrue();
        answer(operator.page(), "tenants", "26");
        operator.upload("lease", "补正.pdf", PDF).send("/correct").sees("受理");

        county.open("/cases/" + number).send("/accept");
        county.fill("opinion", "材料真实完整").send("/recommend").sees("现场核查");
        county.page().locator("[name^='check.']").all().forEach(box -> box.check());
        county.page().selectOption("#companion", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        county.fill("notes", "现场与申报一致").send("/visit").sees("待同行人员确认");
        colleague.open("/cases/" + number).send("/confirm-visit").sees("形式审查");

        var reviewer = Visitor.signedIn(browser, city, "city2");
        reviewer.open("/cases/" + number).fill("opinion", "同意").send("/pass").sees("专家评审");
        scoreAll(reviewer, number);
        reviewer.open("/cases/" + number)
                .fill("minutes", "测试纪要〔2017〕1号")
                .fill("resolution", "同意认定")
                .send("/meeting");
        reviewer.send("/publish").sees("公示进行中");

        var receipt = object(reviewer, number);
        reviewer.open("/cases/" + number).sees("您审核过本件").findsItAccessible();
        assertThat(reviewer.page().locator("textarea[name=reply]").count()).isZero();
        var ombudsman = Visitor.signedIn(browser, city, "city3");
        ombudsman.open("/cases/" + number);
        ombudsman.page().locator("input[name=admits][value=yes]").check();
        ombudsman.send("/check-objection").sees("受理异议，公示暂停").findsItAccessible();
        ombudsman.page().locator("textarea[name=reply]").fill("经核查，入驻情况属实，异议不成立。");
        ombudsman.send("/answer").sees("异议不成立，公示继续");

        var decider = Visitor.signedIn(browser, city, "decider1");
        decider.open("/inbox").seesNot("演示·旅程一号空间");
        push(ombudsman, number);
        decider.open("/cases/" + number)
                .sees("公示期满")
                .fill("document", "测试科〔2017〕1号")
                .send("/grant")
                .sees("还没有办理")
                .sees("测试科〔2017〕1号")
                .send("/grant")
                .sees("批准");

        operator.open("/cases/" + number + "/certificate");
        var code = operator.path().substring("/verify/".length());
        var anybody = new Visitor(browser.visitor(390, 844), city).open("/verify/" + code);
        assertThat(anybody.page().locator("[data-verified='ACTIVE']").count()).isEqualTo(1);
        anybody.open("/verify/" + code.replace(code.charAt(7), code.charAt(7) == 'A' ? 'B' : 'A'));
        assertThat(anybody.page().locator("[data-verified='NONE']").count()).isEqualTo(1);
        anybody.open("/register/spaces?q=旅程").sees("演示·旅程一号空间");
        anybody.open("/notices/" + receipt.notice())
                .fill("receipt", receipt.number())
                .send("/receipts")
                .sees("入驻情况属实");
    }

    @Test
    void anOperatorIsRefusedWithReasonsAndToldWhatToDo() {
        var operator = Visitor.signedIn(browser, city, "op005");
        var number = file(operator, "演示·旅程二号空间");
        var county = Visitor.signedIn(browser, city, "c330402-1");
        county.open("/cases/" + number).send("/accept");
        county.unfold("/advise-against")
                .fill("reasons", "现场多次无人")
                .send("/advise-against")
                .sees("决定");

        var decider = Visitor.signedIn(browser, city, "decider2");
        decider.open("/cases/" + number).send("/announce-refusal").sees("请写明理由");
        decider.fill("ground.visit", "在驻团队不能核实").send("/announce-refusal").sees("还没有办理");
        decider.send("/announce-refusal").sees("已办理");

        operator.open("/desk").sees("可以陈述、申辩");
        operator.open("/cases/" + number)
                .sees("在驻团队不能核实")
                .fill("statement", "团队外出参赛，可以再次核查")
                .send("/statement");
        decider.open("/cases/" + number)
                .sees("团队外出参赛")
                .fill("document", "测试科〔2017〕2号")
                .send("/refuse")
                .sees("还没有办理")
                .send("/refuse")
                .sees("尚未送达");

        operator.open("/cases/" + number)
                .sees("在驻团队不能核实")
                .sees("重新申报")
                .sees("申请行政复议")
                .sees("在本系统查看");
        assertThat(operator.page().locator("[data-reason='ground.visit']").count())
                .isEqualTo(1);
        operator.open("/desk").sees("不予批准");
    }

    /** Enters a space, answers wrongly once, then fully, uploads a lie once, then papers, and files. */
    private String file(Visitor operator, String name) {
        operator.open("/applications/new")
                .fill("name", "")
                .send("/applications/new")
                .sees("请填写名称")
                .findsItAccessible();
        operator.fill(Map.of("name", name, "openedOn", "2015-09-01", "address", "南湖区测试路1号"));
        operator.choose("kind", "MAKER")
                .choose("builder", "FIRM")
                .choose("carrier", "INCUBATOR")
                .choose("area", "330402");
        operator.page().locator("form:has(#name) button").click();
        operator.page().waitForURL("**/applications/*-*");
        var page = operator.page();
        answer(page, "tenants", "约20家");
        operator.sees("不要写“约”或范围").findsItAccessible();
        answer(page, "tenants", "18");
        assertThat(page.locator("[data-criterion='tenants']").getAttribute("data-finding"))
                .isEqualTo("unmet");
        assertThat(page.locator("[data-criterion='tenants'] .remedy").innerText())
                .contains("20")
                .contains("18");
        answer(page, "tenants", "25");
        FACTS.forEach((fact, value) -> answer(page, fact, value));
        choose(page, "independent_body");
        choose(page, "written_rules");
        page.reload();
        assertThat(page.inputValue("#area_sqm")).isEqualTo("800");
        assertThat(page.locator("[data-finding='met']").count()).isEqualTo(9);
        operator.upload("lease", "假的.pdf", "MZ this is a program".getBytes(US_ASCII))
                .sees("按文件的真实内容另存")
                .findsItAccessible();
        operator.page().check("[name=stated]");
        operator.send("/file").sees("有必填内容没有填写");
        List.of("lease", "rules", "tenants").forEach(paper -> operator.upload(paper, "..\\..\\" + paper + ".pdf", PDF));
        // What was ticked before the papers came is still ticked.
        operator.page().uncheck("[name=stated]");
        operator.send("/file").sees("请先确认真实性承诺");
        operator.page().check("[name=stated]");
        operator.send("/file");
        operator.page().waitForURL("**/cases/ZC*");
        return operator.path().substring("/cases/".length());
    }

    private static void answer(Page page, String fact, String value) {
        page.waitForResponse("**/answers", () -> {
            page.fill("#" + fact, value);
            page.locator("#" + fact).blur();
        });
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    private static void choose(Page page, String fact) {
        page.waitForResponse("**/answers", () -> page.selectOption("#" + fact, "true"));
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    /** Every drawn expert votes alone; the first steps aside and another is drawn. */
    private void scoreAll(Visitor officer, String number) {
        var recused = false;
        var voted = new HashSet<String>();
        for (int round = 0; round < 6; round++) {
            officer.open("/cases/" + number);
            var waiting = new ArrayList<String>();
            for (var row :
                    officer.page().locator("section:has(#ballots) tbody tr").all()) {
                if (row.innerText().contains("尚未评分")) {
                    waiting.add(row.locator("td").first().innerText());
                }
            }
            if (waiting.isEmpty()) {
                break;
            }
            var name = waiting.getFirst();
            var expert = Visitor.signedIn(browser, city, Experts.login(name));
            expert.open("/inbox").sees("旅程").open("/cases/" + number);
            assertThat(expert.page().locator("section:has(#ballots)").count()).isZero();
            expert.open("/cases/" + number + "/ballot");
            if (!recused) {
                recused = true;
                expert.unfold("/recuse")
                        .fill("reasons", "曾任该机构顾问")
                        .send("/recuse")
                        .sees("已登记您对" + number + "的回避");
                continue;
            }
            for (var field : expert.page().locator("[name^='score.']").all()) {
                field.fill("12");
            }
            expert.fill("comment", "运行良好")
                    .send("/ballot")
                    .sees("请核对评分")
                    .send("/score")
                    .sees("您已提交评分");
            voted.add(name);
        }
        assertThat(voted).hasSize(3);
    }

    /** What the objector keeps: the notice objected to, and the secret number that opens the answer. */
    private record Receipt(String notice, String number) {}

    private Receipt object(Visitor officer, String number) {
        var path = officer.open("/cases/" + number)
                .page()
                .locator("a[href^='/notices/']")
                .first()
                .getAttribute("href");
        var neighbour = new Visitor(browser.visitor(390, 844), city).open(path);
        neighbour
                .fill(Map.of("name", "匿名", "contact", "0573-0000", "grounds", "入驻企业数量不实，请核查。"))
                .send("/objections");
        neighbour.sees("匿名异议不予受理").findsItAccessible();
        neighbour.fill("name", "测试人甲").send("/objections").sees("异议已收到");
        var inHand = neighbour.page().locator("[data-receipt]").getAttribute("data-receipt");
        neighbour.open(path).sees("公示中").seesNot("测试人甲");
        return new Receipt(path.substring("/notices/".length()), Objects.requireNonNull(inHand));
    }

    /** Lets the clock run until the notice has ended by itself. */
    private void push(Visitor anybody, String number) {
        for (int week = 0; week < 3; week++) {
            anybody.open("/cases/" + number);
            if (anybody.page().locator("[data-act='NOTICE_ENDED']").count() == 1) {
                return;
            }
            anybody.pushesTheClock("week");
        }
        anybody.open("/cases/" + number).sees("公示期满");
    }
}
