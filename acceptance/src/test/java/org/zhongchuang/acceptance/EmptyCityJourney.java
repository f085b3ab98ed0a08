package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A real city begins: the product itself on an empty folder, on a day inside the policy's validity, from the first
 * administrator to a payment that the public can read. Nothing is set but what somebody here sets.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyCityJourney {

    private static final String PASSWORD = "三月里的 一条 旧运河 晴";
    private static final String PROGRAMME = "graduate-insurance-subsidy";
    private static final String CITY = "330400";
    private static final String COUNTY = "330402";
    private static final String SPACE = "演示·运河众创空间";
    private static final String OPERATOR = "演示·运河众创运营有限公司";
    private static final String OPERATOR_CODE = "91330402MA2YA0014D";
    private static final String FIRM = "演示·湖畔智造有限公司";
    private static final String FIRM_CODE = "91330402MA2YA00228";
    private static final String ACCOUNT = "6222021204000012349";
    private static final byte[] PDF = "%PDF-1.4 demonstration".getBytes(StandardCharsets.US_ASCII);

    private static final String APPOINT = "form[method='post'][action='/administration/people'] button.btn-primary";

    /** What the authorities decide of what the document leaves open: days, and sums in yuan. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("acceptance_days", "5"),
            Map.entry("correction_days", "10"),
            Map.entry("review_days", "10"),
            Map.entry("notice_days", "5"),
            Map.entry("objection_days", "5"),
            Map.entry("objection_check_days", "2"),
            Map.entry("decision_days", "5"),
            Map.entry("payment_days", "15"),
            Map.entry("account_cooling_days", "3"),
            Map.entry("second_approval_from", "100000"),
            Map.entry("second_look_from", "100000"),
            Map.entry("repayment_days", "30"));

    private final FakedTime time = FakedTime.from(LocalDate.of(2017, 3, 15));
    private final RunningCity city = RunningCity.serving(time);
    private final Browser browser = new Browser();
    private final Map<String, Authenticator> authenticators = new HashMap<>();

    @AfterAll
    void end() {
        browser.close();
        city.close();
        time.delete();
    }

    @Test
    void anEmptyCityGoesFromItsFirstAdministratorToAPaymentThatThePublicReads() {
        becomeTheFirstAdministrator();
        appointTheOffices();
        setTheValues();
        bringInAMakerspace();
        recordATenant();
        theDayIs(LocalDate.of(2017, 3, 16));
        enterTheBudget();
        var number = apply();
        reviewAndPublish(number);
        theDayIs(LocalDate.of(2017, 3, 24));
        grant(number);
        nameTheAccount();
        theDayIs(LocalDate.of(2017, 4, 5));
        pay();
        readAsThePublic(number);
    }

    private void theDayIs(LocalDate day) {
        time.moveTo(day);
        untilTheCityHasNoticed();
    }

    /** The product reads the time anew every second. */
    private void untilTheCityHasNoticed() {
        var visitor = visitor();
        await(visitor, 100, () -> !timeOfTheCity(visitor).isBefore(time.now().minusSeconds(3)));
        visitor.page().context().close();
    }

    private Instant timeOfTheCity(Visitor visitor) {
        var date = visitor.page().request().get(city.at("/health")).headers().get("date");
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** Looks at a page until the work of the minute has come round. */
    private static Visitor openUntilItSays(Visitor visitor, String path, String text) {
        await(
                visitor,
                500,
                () -> visitor.open(path).page().locator("main").innerText().contains(text));
        return visitor.sees(text);
    }

    private static void await(Visitor visitor, int millis, BooleanSupplier what) {
        for (int i = 0; i < 300 && !what.getAsBoolean(); i++) {
            visitor.page().waitForTimeout(millis);
        }
    }

    private void becomeTheFirstAdministrator() {
        var administrator = visitor();
        administrator.page().navigate(firstLink());
        administrator
                .fill(Map.of("login", "admin", "name", "管甲（演示）", "organisation", "演示·市科技局", "password", PASSWORD))
                .press("main form button.btn-primary");
        enter(administrator, "admin");
        administrator.open("/start").sees("还没有人的岗位").findsItAccessible();
    }

    private String firstLink() {
        try {
            return Files.readString(city.data().resolve("first-administrator.txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void appointTheOffices() {
        var administrator = as("admin");
        appoint(administrator, "science", "CITY_OFFICER", CITY, "演示·市科技局", "");
        appoint(administrator, "decider", "CITY_DECIDER", CITY, "演示·市科技局", "");
        appoint(administrator, "labour-1", "LABOUR_OFFICER", CITY, "演示·市人力社保局", "");
        appoint(administrator, "labour-2", "LABOUR_OFFICER", CITY, "演示·市人力社保局", "");
        for (int i = 1; i <= 3; i++) {
            appoint(administrator, "treasury-" + i, "FINANCE_OFFICER", CITY, "演示·市财政局", "");
        }
    }

    /**
     * Opens an account, of an organisation that is new if need be; its owner sets a password by the one-time link, and
     * an official a second factor.
     */
    private void appoint(
            Visitor administrator, String login, String role, String area, String organisation, String code) {
        administrator
                .open("/administration/people")
                .fill(Map.of("login", login, "name", login + "（演示）", "organisation", organisation, "code", code))
                .choose("role", role)
                .choose("area", area)
                .press(APPOINT);
        var isNew = administrator.page().locator("[name=NEW_ORGANISATION]");
        if (isNew.count() > 0) {
            isNew.check();
            administrator.press(APPOINT);
        }
        var link = administrator.page().locator("[data-link] code.key").innerText();
        var newcomer = visitor();
        newcomer.page().navigate(link);
        newcomer.fill(Map.of("password", PASSWORD, "again", PASSWORD)).press("main form button.btn-primary");
        enter(newcomer, login);
        newcomer.page().context().close();
    }

    /** The sheet of values is proposed by one and approved by another; it holds from the next day on. */
    private void setTheValues() {
        var science = as("science");
        science.open("/parameters/sheet").fill(Map.of("document", "演示科〔2017〕1号", "reason", "办理和支付的时限、金额"));
        VALUES.forEach((parameter, value) -> science.fill("value." + parameter, value));
        science.findsItAccessible()
                .press("form[action='/parameters/sheet'] button.btn-primary")
                .sees("撤回整单");
        as("decider")
                .sees(VALUES.size() + " 项参数待审批")
                .open("/parameters")
                .press("a[href^='/parameters/sheets/']")
                .press("form[action$='/approve'] button")
                .sees("已批准")
                .findsItAccessible();
        var programme = as("admin").open("/start").page().locator("[data-programme='" + PROGRAMME + "']");
        assertThat(programme.getAttribute("data-ready")).isEqualTo("true");
    }

    /** It was recognised before the city used the product, and its operator gets an account. */
    private void bringInAMakerspace() {
        as("science")
                .open("/register/existing")
                .fill("table", """
                        众创空间名称\t运营机构\t统一社会信用代码\t区域\t类型\t地址\t开始运营日期\t认定文号\t认定日期\t证书编号
                        %s\t%s\t%s\t南湖区\t创客孵化类\t演示路1号\t2015年6月1日\t演示科〔2016〕5号\t2016-03-01\t
                        """.formatted(SPACE, OPERATOR, OPERATOR_CODE))
                .press("form[action='/register/existing'] button.btn-primary")
                .sees("读出 1 行")
                .press("button[name=keep]")
                .sees(SPACE)
                .findsItAccessible();
        appoint(as("admin"), "operator", "OPERATOR", COUNTY, OPERATOR, OPERATOR_CODE);
    }

    /** The operator writes down a firm that the registers do not know yet, and the firm gets an account. */
    private void recordATenant() {
        var operator = as("operator");
        operator.press("a[href^='/spaces/'][href$='/records']").press("a[href$='/records/agreements']");
        operator.page().locator("summary:has-text('登记一条')").click();
        operator.fill(Map.of(
                        "subject",
                        FIRM,
                        "code",
                        FIRM_CODE,
                        "founded",
                        "2016-02-01",
                        "day",
                        "2016-03-10",
                        "until",
                        "2018-03-09"))
                .press("form[action$='/records/agreements'] button.btn-primary")
                .sees(FIRM)
                .findsItAccessible();
        appoint(as("admin"), "firm", "FIRM", COUNTY, FIRM, FIRM_CODE);
    }

    private void enterTheBudget() {
        as("treasury-1")
                .open("/finance/budget")
                .fill("table", "2017\t" + PROGRAMME + "\t100,000.00\t演示财〔2017〕1号\n")
                .press("button:has-text('提交审批')")
                .sees("已提交 1 行");
        as("treasury-2")
                .open("/finance/budget")
                .press("[data-proposal] button[value=approve]")
                .sees("已记账 1 笔");
    }

    /** Three months of contributions; the number of the case. */
    private String apply() {
        var firm = as("firm");
        firm.open("/apply")
                .press("button[data-apply='" + PROGRAMME + "']")
                .choose("small_micro", "true")
                .choose("graduate", "true")
                .fill(Map.of(
                        "hired_on", "2016-04-01",
                        "contributions", "2016-04-15 800\n2016-05-15 800\n2016-06-15 800",
                        "resident_from", "2016-03-10",
                        "resident_until", "2018-03-09"))
                .press("button[formaction$='/answers']");
        firm.sees("2,400.00").findsItAccessible();
        firm.upload("contract", "劳动合同.pdf", PDF).upload("diploma", "毕业证书.pdf", PDF);
        firm.page().check("[name=stated]");
        firm.send("/file").sees("已收到");
        return firm.path().substring("/cases/".length());
    }

    private void reviewAndPublish(String number) {
        as("labour-1")
                .sees("1 件等我办理")
                .press("a[href^='/cases/" + number + "']")
                .send("/accept")
                .fill("opinion", "合同、毕业证书和缴费记录相符")
                .send("/recommend")
                .send("/publish")
                .sees("公示进行中");
    }

    /** The notice has ended by the work of the minute; another than the reviewer decides and says who pays. */
    private void grant(String number) {
        openUntilItSays(as("labour-2"), "/desk", "1 件等我办理")
                .press("a[href^='/cases/" + number + "']")
                .fill("document", "演示人社〔2017〕1号")
                .choose("payer", CITY)
                .send("/grant")
                .sees("2,400.00元")
                .send("/grant")
                .sees("批准 2,400.00元");
    }

    /** The treasury confirms the account; for some days nothing is paid to it. */
    private void nameTheAccount() {
        as("firm")
                .open("/money")
                .fill(Map.of("holder", FIRM, "bank", "演示·运河银行", "account", ACCOUNT))
                .press("form[action='/money/account'] button.btn-primary")
                .sees("等待财政部门确认")
                .findsItAccessible();
        as("treasury-1")
                .sees("1 个收款账户待确认")
                .open("/finance/payments")
                .press("button[value=confirm]")
                .seesNot("等待确认的收款账户");
    }

    /** Made by one, approved by another, sent by a third; the bank's answer comes back as a file. */
    private void pay() {
        var batch = openUntilItSays(as("treasury-1"), "/finance/payments", "把选中的制成一个批次")
                .press("button:has-text('把选中的制成一个批次')")
                .sees("待审批")
                .path();
        as("treasury-2").open(batch).press("button[value=approve]");
        var paying = as("treasury-3");
        paying.open(batch).press("button[value=send]").sees("已送国库");
        var table = paying.page()
                .request()
                .get(city.at(batch + "/payments.csv"))
                .text()
                .lines()
                .toList();
        assertThat(table).hasSize(2);
        assertThat(table.getLast()).contains(FIRM, ACCOUNT, "2400.00");
        var payment = table.getLast().split(",", 3)[1];
        var answer = (payment + ",到账,2400.00,\n").getBytes(StandardCharsets.UTF_8);
        paying.page().setInputFiles("#file", new FilePayload("回单.csv", "text/csv", answer));
        paying.press("button:has-text('导入')").sees("已到账").findsItAccessible();
    }

    /** Without an account: the sum, its clause and its document; and the books verify. */
    private void readAsThePublic(String number) {
        visitor()
                .open("/awards")
                .sees(FIRM)
                .sees("2,400.00")
                .press("a[href^='/awards/" + number + "']")
                .sees("已到账")
                .sees("四(一)-3")
                .sees("演示人社〔2017〕1号")
                .findsItAccessible();
        assertThat(city.run("verify", "ledger", "--data", city.data().toString()))
                .contains("✓");
    }

    private Visitor as(String login) {
        var visitor = visitor().open("/sign-in");
        enter(visitor, login);
        return visitor.open("/desk");
    }

    /** Signs in, with a second step if there is one; it is set up where it is asked for the first time. */
    private void enter(Visitor visitor, String login) {
        if (visitor.path().equals("/sign-in")) {
            visitor.fill(Map.of("login", login, "password", PASSWORD))
                    .press("main form[action='/sign-in'] button.btn-primary");
        }
        var key = visitor.page().locator("form[action='/sign-in/factor'] code.key");
        if (key.count() > 0) {
            authenticators.put(login, new Authenticator(key.innerText()));
            visitor.fill("code", code(login)).press("form[action='/sign-in/factor'] button.btn-primary");
            visitor.sees("请保存恢复码").press("main p a.btn-primary");
        } else if (authenticators.containsKey(login)) {
            visitor.fill("code", code(login)).press("form[action='/sign-in/second'] button.btn-primary");
        }
    }

    /** The next one: each code counts once. */
    private String code(String login) {
        time.goBy(Authenticator.STEP);
        untilTheCityHasNoticed();
        return Objects.requireNonNull(authenticators.get(login)).code(time.now());
    }

    private Visitor visitor() {
        return new Visitor(browser.visitor(1280, 900), city);
    }
}
