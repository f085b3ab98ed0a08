package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A year of the treasury: budget in, claims, an offer, a batch by two, a bounce, its use, a recovery, and the auditor.
 */
class FiscalYearJourney extends CityJourney {

    private static final List<Integer> WIDTHS = List.of(1440, 390);

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

    private Visitor as(String login) {
        return Visitor.signedIn(browser, city, login);
    }

    @Test
    void aFiscalYearFromBudgetToAuditor() {
        var maker = as("finance-officer");
        maker.open("/finance/budget").sees("预算结余".substring(2)).findsItAccessible();
        maker.page().fill("#table", "年度\t事项\t金额\t文号\n2017\t没有这个事项\t100\t文号\n");
        press(maker, "button:has-text('记账')");
        maker.sees("第2行").findsItAccessible();
        assertThat(maker.page().inputValue("#table")).contains("没有这个事项");
        maker.page().fill("#table", "2017\tevent-support\t300,000.00\t演示财追〔2017〕7号\n");
        press(maker, "button:has-text('记账')");
        maker.sees("已记账 1 笔");
        maker.page().fill("#table", "2017\tevent-support\t300,000.00\t演示财追〔2017〕7号\n");
        press(maker, "button:has-text('记账')");
        maker.sees("已记账 0 笔");
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

        // What the year has decided so far is paid: made by one, approved by two, sent by another.
        maker.open("/finance/payments").sees("排队待支付").findsItAccessible();
        press(maker, "button:has-text('全部制成一个批次')");
        var batch = maker.page().url().replaceFirst("^https?://[^/]+", "");
        press(maker, "button[value=approve]");
        maker.sees("须由不同的人办理");
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
        payer.sees("不能识别的回单文件");
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
    }

    /** Somebody who acts for the makerspace of that name. */
    private Visitor operatorOf(Visitor officer, String heading) {
        var name = heading.replaceAll("\\s*(待确认|已同意)\\s*$", "").strip();
        officer.open("/register/spaces?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
        var listed = officer.page().locator("main").innerText();
        var number = java.util.regex.Pattern.compile("运营公司(\\d+)").matcher(listed);
        assertThat(number.find()).as("who runs %s", name).isTrue();
        return as("op%03d".formatted(Integer.parseInt(number.group(1))));
    }
}
