package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The rules in people's hands: what can I get, the calculators, setting a value, trying one, running a decision again.
 */
class RulesJourney extends CityJourney {

    @Test
    void aVisitorWithoutAnAccountSeesAmountsWhatIsMissingAndTheNearestChange() {
        var visitor = new Visitor(browser.visitor(1280, 900), city);
        visitor.open("/benefits?for=student").sees("还差信息").findsItAccessible();
        assertThat(visitor.page().locator("#inquiry form .form-label").count()).isEqualTo(3);
        visitor.open("/benefits?for=student&insured_employees=2&year_of_business=2")
                .sees("还需要");
        visitor.fill("year_of_business", "1");
        visitor.page().locator("#year_of_business").blur();
        visitor.page().waitForSelector("[data-programme=job-creation-subsidy][data-outcome=REFUSED]");
        visitor.sees("带动就业不少于3人").sees("不少于 3 人");
        assertThat(visitor.page().url()).contains("insured_employees=2");

        visitor.fill("insured_employees", "１０");
        visitor.page().locator("#insured_employees").blur();
        visitor.page().waitForSelector("[data-programme=job-creation-subsidy] [data-amount='9000.00']");

        visitor.fill("insured_employees", "大约十个");
        visitor.page().locator("#insured_employees").blur();
        visitor.page().waitForSelector("#results .mistake");
        visitor.findsItAccessible();
        picture(visitor, "benefits");
    }

    @Test
    void theCalculatorShowsItsWorkingToTheFen() {
        var visitor = new Visitor(browser.visitor(1280, 900), city);
        visitor.open("/calculators/small-profit-tax")
                .fill(Map.of(
                        "tax_year", "2015",
                        "taxable_income", "200,001",
                        "founded", "2014年6月1日",
                        "staff_mean", "50",
                        "assets_mean", "5000000"))
                .choose("sector", "other")
                .choose("restricted_sector", "false");
        visitor.page().waitForSelector("[data-amount='35000.18']");
        visitor.sees("叁万伍仟元壹角捌分").sees("财税〔2015〕34号").findsItAccessible();
        picture(visitor, "calculator");

        visitor.open("/calculators/small-profit-tax?tax_year=2014")
                .sees("应在2015到2017之间")
                .findsItAccessible();
        visitor.open("/calculators/graduate-insurance-subsidy?contributions=2016-01-20+x")
                .sees("请填写数字");
        visitor.open("/calculators/deadlines?after=2016-12-31&days=20")
                .sees("2017年2月3日")
                .findsItAccessible();
        visitor.open("/calculators/deadlines?after=soon&days=0").sees("请填写日期").findsItAccessible();
    }

    @Test
    void anOperatorTakesTheAnswersIntoADraft() {
        var operator = Visitor.signedIn(browser, city, "op013");
        operator.open("/applications/new")
                .fill(Map.of("name", "演示·带着答案来的空间", "openedOn", "2015-09-01", "address", "南湖区测试路9号"))
                .choose("kind", "MAKER")
                .choose("builder", "FIRM")
                .choose("carrier", "OTHER")
                .choose("area", "330402");
        operator.page().locator("form:has(#name) button").click();
        operator.page().waitForURL("**/applications/*");

        operator.open("/benefits");
        operator.page().locator("a.chip:has-text('带着答案来的空间')").click();
        operator.page().waitForLoadState();
        operator.page().navigate(operator.page().url() + "&desks=41&mentors=7");
        operator.sees("把答案放进申报草稿");
        operator.page().locator("form[action='/benefits/draft'] button").first().click();
        operator.page().waitForURL("**/applications/*");

        assertThat(operator.page().inputValue("#desks")).isEqualTo("41");
        assertThat(operator.page().inputValue("#mentors")).isEqualTo("7");
    }

    @Test
    void aValueIsProposedByOneSeenFirstApprovedByAnotherAndHoldsFromItsDay() {
        var officer = Visitor.signedIn(browser, city, "city1");
        officer.open("/parameters?q=工位").sees("演示参数").findsItAccessible();
        picture(officer, "parameters");
        officer.open("/parameters/minimum_desks").fill(Map.of("value", "50", "document", "嘉科〔2017〕演示9号"));
        officer.page().click("button[formaction$=preview]");
        officer.page().waitForLoadState();
        officer.sees("影响").sees("或创业工位不少于50个").sees("在办").findsItAccessible();
        picture(officer, "impact");
        officer.fill("reason", "按国家标准提高").send("/parameters/minimum_desks").sees("待审批的调整");
        officer.page().waitForSelector("[data-proposal]");

        var decider = Visitor.signedIn(browser, city, "decider1");
        decider.open("/parameters").sees("待审批");
        decider.open("/parameters/minimum_desks").findsItAccessible();
        decider.page().locator("form[action$='/approve'] button").click();
        decider.page().waitForLoadState();
        decider.sees("将生效").sees("嘉科〔2017〕演示9号");
        picture(decider, "approved");

        officer.open("/parameters/minimum_desks")
                .fill(Map.of("value", "一百", "document", "嘉科〔2017〕演示10号", "reason", "试一试"))
                .send("/parameters/minimum_desks")
                .sees("请填写不小于0的数字")
                .findsItAccessible();
        assertThat(officer.page().inputValue("#document")).isEqualTo("嘉科〔2017〕演示10号");
        officer.open("/parameters/start_up_floor").sees("由文件本身规定");
    }

    @Test
    void aSliderShowsCostWinnersAndLosersAndTheLinkCanBeSent() {
        var officer = Visitor.signedIn(browser, city, "city1");
        officer.open("/what-if?programme=job-creation-subsidy").findsItAccessible();
        officer.fill("set-job_cap", "30000");
        officer.page().locator("#set-job_cap").blur();
        officer.page()
                .waitForCondition(() -> officer.page().url().contains("set-job_cap=30000")
                        && !officer.page()
                                .locator("[data-difference]")
                                .getAttribute("data-difference")
                                .equals("0.00"));
        officer.findsItAccessible();
        picture(officer, "what-if");
        officer.fill("name", "上限提高到三万").send("/what-if").sees("上限提高到三万");

        var difference = officer.page().locator("[data-difference]").getAttribute("data-difference");
        var colleague = Visitor.signedIn(browser, city, "auditor");
        colleague.open("/what-if").page().click("text=上限提高到三万");
        colleague.page().waitForSelector("[data-difference='" + difference + "']");

        var county = Visitor.signedIn(browser, city, "c330402-1");
        county.open("/what-if?programme=space-recognition&set-minimum_tenants=40")
                .sees("南湖区")
                .seesNot("海宁市");
    }

    @Test
    void aDecisionIsRunAgainOfflineAndAnyChangedByteIsFound() throws Exception {
        var auditor = Visitor.signedIn(browser, city, "auditor");
        auditor.open("/inbox?show=all&step=granted");
        auditor.page().locator("[data-row] a").first().click();
        auditor.page().waitForLoadState();
        var download = auditor.page()
                .waitForDownload(
                        () -> auditor.page().locator("a[href$='decision.json']").click());
        var text = Files.readString(download.path());

        assertThat(city.run("verify", download.path().toString())).contains("一致 / same");
        var changed = Files.createTempFile("decision", ".json");
        Files.writeString(changed, text.replaceFirst("\"decided\":\"201", "\"decided\":\"202"));
        assertThat(city.run("verify", changed.toString())).contains("被改动过");
    }

    private static void picture(Visitor visitor, String name) {
        if (System.getenv("PICTURES") == null) {
            return;
        }
        for (var width : new int[] {1440, 390}) {
            visitor.page().setViewportSize(width, 900);
            visitor.page().waitForTimeout(600);
            visitor.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/pictures/rules-%s-%d.png".formatted(name, width))));
        }
        visitor.page().setViewportSize(1280, 900);
    }
}
