package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A year of the treasury: budget in, a match, an event judged by experts, running costs in two counties, an offer,
 * batches by two, a bounce, its use, a recovery, the year closed, and the auditor.
 */
class FiscalYearJourney extends CityJourney {

    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final byte[] PDF = "%PDF-1.4 demonstration".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

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
                        .setPath(Path.of("target/pictures/money-%s-%s-%d.png".formatted(name, language, width))));
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

    private static final java.util.regex.Pattern OPERATOR = java.util.regex.Pattern.compile("演示·\\S+公司");

    private Visitor as(String login) {
        return Visitor.signedIn(browser, city, login);
    }

    private Visitor approveTheBudget() {
        var colleague = as("finance-officer-2");
        colleague.open("/finance/budget").sees("待审批的预算").findsItAccessible();
        press(colleague, "[data-proposal] button[value=approve]");
        return colleague.sees("已记账 1 笔");
    }

    @Test
    void aFiscalYearFromBudgetToAuditor() {
        var maker = as("finance-officer");
        maker.open("/finance/budget").sees("预算结余".substring(2)).findsItAccessible();
        maker.page().fill("#table", "年度\t事项\t金额\t文号\n2017\t没有这个事项\t100\t文号\n");
        press(maker, "button:has-text('提交审批')");
        maker.sees("第2行").findsItAccessible();
        assertThat(maker.page().inputValue("#table")).contains("没有这个事项");
        maker.page().fill("#table", "2017\tevent-support\t300,000.00\t演示财追〔2017〕7号\n");
        press(maker, "button:has-text('提交审批')");
        maker.sees("已提交 1 行").sees("1,300,000.00元").findsItAccessible();
        approveTheBudget().sees("1,300,000.00元");
        maker.page().fill("#table", "2017\tevent-support\t300,000.00\t演示财追〔2017〕7号\n");
        press(maker, "button:has-text('提交审批')");
        maker.sees("已在账上");
        maker.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "预算.csv",
                                "text/csv",
                                "年度,事项,金额,文号\n2017,event-support,\"20,000.00\",演示财追〔2017〕8号\n"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        press(maker, "button:has-text('提交审批')");
        maker.sees("已提交 1 行");
        approveTheBudget().sees("1,320,000.00元");
        maker.open("/finance/budget").sees("1,320,000.00元");
        picture(maker, "execution");

        // The city found somebody who has not asked; one click, and the case is on its way to notice.
        var officer = as("city1");
        officer.open("/offers").sees("待确认").findsItAccessible();
        var name = officer.page()
                .locator("[data-offer]:has-text('待确认') h2")
                .first()
                .innerText();
        picture(officer, "offers");
        var operator = operatorOf(officer, name);
        operator.open("/offers").sees("同意享受").findsItAccessible();
        press(operator, "button[value=accept]");
        operator.sees("受理").findsItAccessible();

        var cases = claimWhatTheCityAndTwoCountiesPay(officer);
        waitUntilDecidable(officer, cases);
        grant(cases);

        // What the year has decided so far is paid: made by one, approved by two, sent by another.
        maker.open("/finance/payments").sees("排队待支付").findsItAccessible();
        maker.page().locator("input[name=payment]:enabled").all().forEach(com.microsoft.playwright.Locator::check);
        press(maker, "button:has-text('把选中的制成一个批次')");
        var batch = maker.page().url().replaceFirst("^https?://[^/]+", "");
        maker.sees("由同一财政的另一位财政人员审批");
        for (var login : List.of("finance-officer-2", "finance-officer-3")) {
            var approver = as(login);
            approver.open(batch);
            if (approver.page().locator("button[value=approve]").count() > 0) {
                press(approver, "button[value=approve]");
            }
        }
        var payer = as("finance-officer-4");
        payer.open(batch).findsItAccessible();
        press(payer, "button[value=send]");
        payer.sees("已送国库").findsItAccessible();
        picture(payer, "batch");
        payer.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "x.csv", "text/csv", "nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        press(payer, "button:has-text('导入')");
        payer.sees("文件里没有可以识别的行");
        payer.page().selectOption("#bounce", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        press(payer, "button:has-text('模拟回单')");
        payer.sees("退票").sees("已到账").findsItAccessible();
        var arrived = payer.page()
                .locator("tr[data-payment]:has-text('已到账') a")
                .first()
                .innerText();
        payer.open("/finance/payments").sees("已办结");

        // The beneficiary sees it arrive and says what it was spent on.
        payer.open("/awards/" + arrived).sees("已到账").findsItAccessible();
        var beneficiary = operatorOf(officer, payer.page().locator("h1").innerText());
        beneficiary.open("/money").sees("已到账").findsItAccessible();
        picture(beneficiary, "money");
        beneficiary
                .open("/awards/" + arrived + "/use")
                .fill(Map.of("voucher", "PZ20170315", "day", "2017-03-10", "sum", "1,000.00", "note", "三月宽带"));
        press(beneficiary, "button:has-text('登记支出')");
        beneficiary.sees("PZ20170315").findsItAccessible();
        beneficiary
                .page()
                .locator("details:has(form[action$='/use/plan']) > summary")
                .click();
        beneficiary.fill("plan.RENT", "99,999,999");
        press(beneficiary, "form[action$='/use/plan'] button");
        beneficiary.sees("计划合计不能超过核定金额").findsItAccessible();
        assertThat(beneficiary.page().inputValue("[id='plan.RENT']")).isEqualTo("99,999,999");
        beneficiary.fill("plan.RENT", "800.00");
        press(beneficiary, "form[action$='/use/plan'] button");
        assertThat(beneficiary.page().locator("tr[data-item='RENT']").innerText())
                .contains("800.00")
                .contains("200.00");
        picture(beneficiary, "use");

        // A part was not due after all: proposed by one, confirmed by another, paid back.
        officer.open("/recoveries/new?award=" + arrived)
                .fill(Map.of("sum", "500.00", "reasons", "核查发现到账金额登记有误，应更正并收回差额。"));
        press(officer, "button:has-text('提出')");
        var claim = officer.page().url().replaceFirst("^https?://[^/]+", "");
        officer.sees("重算").findsItAccessible();
        maker.open(claim).fill("words", "演示追〔2017〕1号");
        press(maker, "button[value=confirm]");
        maker.sees("待缴回").fill(Map.of("sum", "500", "words", "HK-2017-01"));
        press(maker, "button[value=repaid]");
        maker.sees("已结清").findsItAccessible();
        picture(maker, "claim");

        // The auditor goes from a figure to its entries, to the decision, to the sentence, and back.
        var auditor = as("auditor");
        auditor.open("/finance/budget");
        press(auditor, "button:has-text('重新核验全部账目')");
        auditor.sees("账目核验一致").findsItAccessible();
        press(auditor, "tr[data-line='330400 award-match'] td[data-paid] a");
        auditor.sees("支付到账").findsItAccessible();
        press(auditor, "a[href^='/awards/']:has-text('查看')");
        auditor.sees("五(二)-4");
        press(auditor, "dd a[href*='/clauses/']");
        auditor.sees("1:1");
        press(auditor, "a[href^='/awards?programme=award-match']");
        auditor.sees("资金公开").findsItAccessible();
        picture(auditor, "awards");
        auditor.open("/samples").fill(Map.of("size", "3", "seed", "42"));
        press(auditor, "button:has-text('抽样')");
        auditor.sees("种子 42").findsItAccessible();
        auditor.open("/warnings").findsItAccessible();
        auditor.open("/finance/balance").findsItAccessible();
        assertThat(auditor.page().locator("[data-sum]").getAttribute("data-sum"))
                .isEqualTo("0");
        picture(auditor, "balance");
        auditor.open("/finance/statements?year=2017").findsItAccessible();
        press(auditor, "tr[data-key='五(四)-1'] a");
        assertThat(auditor.page().locator("tr[data-row]").count()).isGreaterThanOrEqualTo(3);
        picture(auditor, "statement");

        closeTheYear(maker);
    }

    /** A case under way: its number, who accepts it and who decides it. */
    private record Claim(String number, String area, boolean ofTheCity) {}

    /** A match and an event for the city to pay, running costs for two counties. */
    private List<Claim> claimWhatTheCityAndTwoCountiesPay(Visitor officer) {
        var claims = new ArrayList<Claim>();
        var counties = new HashSet<String>();
        officer.open("/register/spaces");
        var operators = operators(officer);
        for (var login : operators) {
            var operator = as(login);
            operator.open("/apply");
            if (operator.page().locator("button[data-apply='running-costs']").count() == 0) {
                continue;
            }
            if (claims.isEmpty()) {
                operator.findsItAccessible();
                claims.add(event(operator));
                claims.add(match(operator, officer));
                operator.open("/apply").sees("合起来能得多少").findsItAccessible();
                picture(operator, "apply");
            }
            operator.open("/apply");
            var area = area(operator);
            if (counties.add(area)) {
                press(operator, "button[data-apply='running-costs']:not([disabled])");
                operator.fill("rent_area", "500");
                press(operator, "button[formaction$='/answers']");
                operator.choose("kind", "rent")
                        .fill(Map.of(
                                "number",
                                "20160918" + area,
                                "seller",
                                "演示·物业公司",
                                "day",
                                matterOf(operator) + "-06-20",
                                "sum",
                                "60,000.00"));
                press(operator, "button[formaction$='/invoices']");
                claims.add(new Claim(filed(operator, "lease", "payments"), area, false));
            }
            if (counties.size() == 2) {
                break;
            }
        }
        assertThat(claims).hasSize(4);
        claims.stream().filter(one -> !one.ofTheCity()).forEach(one -> {
            accept(one);
            as("c" + one.area() + "-2")
                    .open("/cases/" + one.number())
                    .send("/publish")
                    .sees("公示进行中");
        });
        return claims;
    }

    /** Those whose makerspaces were recognised first: a year of running costs is claimed once it has ended. */
    private List<String> operators(Visitor officer) {
        var administrator = as("administrator");
        var next = officer.page().locator(".pages a.ms-auto");
        while (next.count() > 0) {
            next.click();
            officer.page().waitForLoadState();
        }
        return OPERATOR.matcher(officer.page().locator("main").innerText())
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .limit(12)
                .map(organisation -> loginOf(administrator, organisation))
                .toList();
    }

    /** Who acts for an organisation, as administrators read it. */
    private static String loginOf(Visitor administrator, String organisation) {
        administrator.open("/administration/people?q="
                + java.net.URLEncoder.encode(organisation, java.nio.charset.StandardCharsets.UTF_8));
        var login = java.util.regex.Pattern.compile("op\\d{3}")
                .matcher(administrator.page().locator("main").innerText());
        assertThat(login.find()).as("who acts for %s", organisation).isTrue();
        return login.group();
    }

    /** The county of whoever applies, by the code that stands in their account. */
    private static String area(Visitor operator) {
        return operator.page().locator("[data-area]").first().getAttribute("data-area");
    }

    private static String matterOf(Visitor operator) {
        var year = java.util.regex.Pattern.compile("(20\\d\\d)年度")
                .matcher(operator.page().locator("main").innerText());
        assertThat(year.find()).isTrue();
        return year.group(1);
    }

    private static String filed(Visitor operator, String... papers) {
        for (var paper : papers) {
            operator.upload(paper, paper + ".pdf", PDF);
        }
        operator.page().check("[name=stated]");
        operator.send("/file");
        operator.page().waitForURL("**/cases/ZC*");
        return operator.path().substring("/cases/".length());
    }

    /** Registered before it is held; claimed with its accounts afterwards. */
    private Claim event(Visitor operator) {
        operator.open("/grounds")
                .fill(Map.of("name", "演示·区域创客大赛", "day", "2017-03-25", "sum", "200,000"))
                .findsItAccessible();
        press(operator, "form[action='/grounds/events'] button");
        operator.sees("演示·区域创客大赛");
        operator.open("/apply");
        var area = area(operator);
        operator.pushesTheClock("week").pushesTheClock("week");
        operator.open("/apply");
        press(operator, "button[data-apply='event-support']");
        operator.fill(Map.of("number", "2017032501", "seller", "演示·会展公司", "day", "2017-03-26", "sum", "180,000.00"));
        press(operator, "button[formaction$='/invoices']");
        var claim = new Claim(filed(operator, "accounts"), area, true);
        accept(claim);
        var reviewer = as("city2");
        reviewer.open("/cases/" + claim.number())
                .fill("opinion", "登记和决算相符")
                .send("/pass")
                .sees("专家评审");
        score(reviewer, claim.number());
        reviewer.open("/cases/" + claim.number()).sees("影响力").findsItAccessible();
        picture(reviewer, "event");
        reviewer.fill("minutes", "演示纪要〔2017〕3号").fill("resolution", "同意补助").send("/meeting");
        reviewer.send("/publish").sees("公示进行中");
        return claim;
    }

    private void score(Visitor officer, String number) {
        for (var row : officer.page().locator("section:has(#ballots) tbody tr").all()) {
            var expert = as(Experts.login(row.locator("td").first().innerText()));
            expert.open("/cases/" + number + "/ballot");
            for (var field : expert.page().locator("[name^='score.']").all()) {
                field.fill("88");
            }
            expert.fill("comment", "组织有序，影响良好").send("/ballot").send("/score");
        }
    }

    /** A provincial award that one officer records and another verifies; then its match is claimed. */
    private Claim match(Visitor operator, Visitor officer) {
        operator.open("/apply");
        var area = area(operator);
        var subject = operator.page()
                .locator("form:has(button[data-apply='running-costs']) input[name=subject]")
                .first()
                .inputValue();
        officer.open("/grounds")
                .fill(Map.of(
                        "subject",
                        "/directory/" + subject,
                        "document",
                        "演示省奖〔2017〕88号",
                        "title",
                        "演示·省级优秀众创空间奖励",
                        "day",
                        "2017-03-20"));
        officer.page().locator("form[action='/grounds/higher'] [name=sum]").fill("90,000");
        press(officer, "form[action='/grounds/higher'] button");
        officer.sees("演示省奖〔2017〕88号");
        var second = as("city2");
        second.open("/grounds");
        var card = second.page().locator("[data-higher]:has-text('演示省奖〔2017〕88号')");
        card.locator("[name=received]").fill("90,000");
        card.locator("[name=proof]").fill("演示到账凭证88");
        card.locator("button[value=verify]").click();
        second.page().waitForLoadState();
        operator.open("/apply");
        press(operator, "button[data-apply='award-match']:has-text('88号')");
        var claim = new Claim(filed(operator), area, true);
        accept(claim);
        as("city1").open("/cases/" + claim.number()).send("/publish").sees("公示进行中");
        return claim;
    }

    /** The county accepts; where it also reviews it recommends. */
    private void accept(Claim claim) {
        var county = as("c" + claim.area() + "-1");
        county.open("/cases/" + claim.number()).send("/accept");
        if (county.page().locator("form[action$='/recommend']").count() > 0) {
            county.fill("opinion", "核对无误").send("/recommend");
        }
    }

    private void waitUntilDecidable(Visitor anybody, List<Claim> claims) {
        for (int week = 0; week < 4; week++) {
            anybody.pushesTheClock("week");
        }
        for (var claim : claims) {
            anybody.open("/cases/" + claim.number()).sees("公示期满");
        }
    }

    private void grant(List<Claim> claims) {
        for (var claim : claims) {
            var decider = as(claim.ofTheCity() ? "decider1" : "c" + claim.area() + "-2");
            decider.open("/cases/" + claim.number()).fill("document", "演示科财〔2017〕" + claim.number() + "号");
            if (decider.page().locator("#payer").count() > 0) {
                decider.choose("payer", "330400");
            }
            decider.send("/grant").sees("还没有办理").send("/grant").sees("已办理");
        }
    }

    /** The year ends, one proposes, another closes; nothing new comes into its books, and they verify. */
    private void closeTheYear(Visitor maker) {
        maker.open("/finance/closing?year=2017").sees("年度还没有结束").findsItAccessible();
        while (!maker.open("/finance/closing?year=2017")
                .page()
                .locator("button[value=propose]")
                .isVisible()) {
            maker.pushesTheClock("month");
        }
        press(maker, "button[value=propose]");
        maker.sees("待另一人确认");
        var second = as("finance-officer-2");
        second.open("/finance/closing?year=2017").fill("document", "演示财结〔2018〕1号");
        press(second, "button[value=close]");
        second.sees("已结账").findsItAccessible();
        picture(second, "closing");
        maker.open("/finance/budget?year=2017").sees("年终收回");
        maker.page().fill("#table", "2017\tevent-support\t1.00\t演示财追〔2018〕9号\n");
        press(maker, "button:has-text('提交审批')");
        maker.sees("已经结账");
        press(maker, "button:has-text('重新核验全部账目')");
        maker.sees("账目核验一致");
    }

    /** Somebody who acts for the makerspace of that name. */
    private Visitor operatorOf(Visitor officer, String heading) {
        var name = heading.replaceAll("\\s*(待确认|已同意)\\s*$", "").strip();
        officer.open("/register/spaces?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
        var listed = officer.page().locator("main").innerText();
        var runs = OPERATOR.matcher(listed);
        assertThat(runs.find()).as("who runs %s", name).isTrue();
        return as(loginOf(as("administrator"), runs.group()));
    }
}
