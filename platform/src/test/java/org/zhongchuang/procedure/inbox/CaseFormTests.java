package org.zhongchuang.procedure.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.Browser;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.review.EstablishFacts;

/** Of the forms on the page of a case, the one that is refused is shown again, with the reason where it is mended. */
class CaseFormTests extends WalkedCases {

    @Autowired
    private EstablishFacts established;

    @Test
    void theRefusedFormIsTheOneThatIsOpenAndTheReasonStandsAtItsField() {
        var id = inReview();
        try (var officer = browser(actor("c330402-1"))) {
            var page = send(officer, id, "advise-against", Map.of("reasons", " "));

            assertThat(form(page, "advise-against")).contains("name=\"reasons\"", "请写明理由");
            assertThat(field(page, "reasons"))
                    .contains("aria-invalid=\"true\"", "aria-describedby=\"reasons-mistake\"", "autofocus");
            assertThat(isOpen(page, "advise-against")).isTrue();
            assertThat(isOpen(page, "return")).as("another form").isFalse();
            assertThat(field(page, "opinion")).as("another form").doesNotContain("aria-invalid");
        }
    }

    @Test
    void whatWasTypedIntoOneFormStaysInItAndIsInNoOther() {
        var id = inReview();
        try (var officer = browser(actor("c330402-1"))) {
            var page = send(officer, id, "return", Map.of("defect.area_sqm", "短", "defect.desks", "工位数与照片不符"));

            assertThat(isOpen(page, "return")).isTrue();
            assertThat(isOpen(page, "advise-against")).isFalse();
            assertThat(field(page, "defect.area_sqm")).contains("value=\"短\"", "aria-invalid=\"true\"");
            assertThat(field(page, "defect.desks")).contains("工位数与照片不符").doesNotContain("aria-invalid");

            var opinion = send(officer, id, "recommend", Map.of("opinion", "长".repeat(4001)));
            assertThat(field(opinion, "opinion")).contains("aria-invalid=\"true\"");
            assertThat(form(opinion, "recommend")).contains("长".repeat(4001));
            assertThat(isOpen(opinion, "return")).isFalse();
        }
    }

    @Test
    void whatAVisitFoundIsToldItemByItemAndAPhotographTakesNothingOfItAway() {
        var id = inReview();
        county.recommend(actor("c330402-1"), id, ticket(now(id)), "同意");
        var typed = new HashMap<>(Map.of("check.area", "yes", "fault.area", "面积不足", "notes", "看过现场"));
        typed.put("fault.safety", "堆");
        typed.put("companion", actor("c330402-2").person().value().toString());
        try (var officer = browser(actor("c330402-1"))) {
            var page = send(officer, id, "visit", typed);
            assertThat(field(page, "fault.area")).contains("aria-invalid=\"true\"", "面积不足");
            assertThat(field(page, "fault.safety")).contains("aria-invalid=\"true\"");
            assertThat(form(page, "visit"))
                    .contains("看过现场")
                    .containsPattern("value=\"" + typed.get("companion") + "\" selected");

            var form = new HashMap<>(typed);
            form.put("form", "SITE_VISIT.visit");
            var photos = officer.uploads(
                            "/cases/" + now(id).caseNumber() + "/photos",
                            form,
                            Map.of("a.pdf", PDF, "b.txt", new byte[] {1}))
                    .body();
            assertThat(form(photos, "visit")).contains("看过现场", "堆", "“b.txt”没有上传");
            assertThat(photos).contains(">a.pdf</a>");
        }
    }

    @Test
    void aVisitThatIsOnRecordStandsInItsFormAndTheFormIsClosed() {
        var id = inReview();
        county.recommend(actor("c330402-1"), id, ticket(now(id)), "同意");
        visitActs.visit(actor("c330402-1"), id, ticket(now(id)), seen("c330402-2", Map.of("safety", "通道堆物，已要求清理")));
        try (var officer = browser(actor("c330402-1"))) {
            var page = officer.opens("/cases/" + now(id).caseNumber()).body();

            assertThat(isOpen(page, "visit")).isFalse();
            assertThat(page).contains("data-visit-stands", "改核查记录，重新登记");
            assertThat(form(page, "visit"))
                    .contains("value=\"通道堆物，已要求清理\"", "看过</textarea>")
                    .containsPattern("name=\"check.area\" value=\"yes\"[^>]* checked")
                    .doesNotContainPattern("name=\"check.safety\" value=\"yes\"[^>]* checked")
                    .containsPattern("value=\"" + actor("c330402-2").person() + "\" selected");
        }
    }

    @Test
    void whatWasWrittenIsStillThereWhenSomebodyElseHasMovedTheCaseOn() {
        var id = inReview();
        var version = now(id).version();
        county.recommend(actor("c330402-2"), id, ticket(now(id)), "同意");
        try (var officer = browser(actor("c330402-1"))) {
            var page = officer.posts(
                            "/cases/" + now(id).caseNumber() + "/recommend",
                            Map.of("version", "" + version, "form", "REVIEW.recommend", "opinion", "我写了很久的意见"))
                    .body();

            assertThat(page).contains("data-refused=\"CHANGED_MEANWHILE\"", "data-left-over", "我写了很久的意见");
        }
    }

    @Test
    void ofWhatIsLeftOverOnlyWhatWasWrittenIsShown() {
        var id = inReview();
        county.recommend(actor("c330402-1"), id, ticket(now(id)), "同意");
        var typed = new HashMap<>(Map.of("version", "1", "form", "REVIEW.meeting", "check.area", "yes"));
        typed.putAll(Map.of("fault.safety", "通道堆物", "notes", "看过现场", "day", "2017-03-01", "proposal", "refuse"));
        typed.putAll(Map.of("credit_recommended", "true", "payer", "330402", "companion", "" + UUID.randomUUID()));
        try (var officer = browser(actor("c330402-1"))) {
            var page = officer.posts("/cases/" + now(id).caseNumber() + "/visit", typed)
                    .body();
            var left = page.substring(page.indexOf("data-left-over"));

            assertThat(left.substring(0, left.indexOf("</section>")))
                    .contains("<p>通道堆物</p>", "<p>看过现场</p>")
                    .doesNotContain("yes", "refuse", "true", "2017-03-01", "330402");
        }
    }

    @Test
    void factsThatAreSentAgainOtherwiseWithTheSameFormAreNotDroppedInSilence() {
        var operator = newOperator();
        draft(operator);
        var space = spaces.ofOperator(operator.organisation()).getFirst();
        var id = ((Handling.Done) begin.begin(operator, "start-up-fund", space))
                .file()
                .id();
        for (var paper : List.of("proposal", "standing")) {
            attachPapers.attach(operator, id, paper, new ByteArrayInputStream(PDF), paper + ".pdf");
        }
        filing.file(operator, id, ticket(now(id)), true);
        county.accept(actor("city1"), id, ticket(now(id)));
        var facts = Map.of("proposed_amount", "500000", "confirmed_by_department", "true");
        established.establish(actor("city1"), id, ticket(now(id)), facts);
        city.pass(actor("city1"), id, ticket(now(id)), "同意");
        assertThat(now(id).step()).isEqualTo(Step.MEETING);
        var form = new HashMap<>(facts);
        form.putAll(Map.of("version", "" + now(id).version(), "request", "" + UUID.randomUUID()));
        form.putAll(Map.of("form", "MEETING.meeting", "proposal", "grant", "resolution", "同意", "minutes", ""));
        form.put("proposed_amount", "600000");
        try (var officer = browser(actor("city1"))) {
            var address = "/cases/" + now(id).caseNumber() + "/meeting";
            assertThat(officer.posts(address, form).body()).contains("data-refused=\"NO_MINUTES\"");

            form.putAll(Map.of("proposed_amount", "700000", "minutes", "纪要〔2017〕1号"));
            assertThat(officer.posts(address, form).body())
                    .contains("data-refused=\"FORM_USED\"", "value=\"700000\"", "value=\"纪要〔2017〕1号\"");
        }
        assertThat(now(id).step()).as("nothing was decided on other facts").isEqualTo(Step.MEETING);
    }

    @Test
    void minutesWithoutYearAndPlaceAreToldAtTheirNumberAndNothingTypedIsLost() {
        var id = walked(Step.MEETING).id();
        try (var officer = browser(actor("city2"))) {
            var page =
                    send(officer, id, "meeting", Map.of("minutes", "abc", "resolution", "同意认定", "proposal", "grant"));

            assertThat(page).contains("data-refused=\"NOT_A_MINUTES_NUMBER\"", "嘉科纪要〔2018〕3号", "同意认定</textarea>");
            assertThat(field(page, "minutes")).contains("aria-invalid=\"true\"", "value=\"abc\"");
        }
    }

    @Test
    void aPhotographThatIsSentAgainIsKeptOnceAndToldSo() {
        var id = inReview();
        county.recommend(actor("c330402-1"), id, ticket(now(id)), "同意");
        try (var officer = browser(actor("c330402-1"))) {
            var address = "/cases/" + now(id).caseNumber() + "/photos";
            var form = Map.of("form", "SITE_VISIT.visit");
            assertThat(officer.uploads(address, form, "现场.pdf", PDF).body()).contains("data-saved");

            var again = officer.uploads(address, form, "现场.pdf", PDF).body();
            assertThat(again).contains("“现场.pdf”没有上传：这里已经有这份文件，只保留一份");
            assertThat(again.split(">现场.pdf</a>", -1)).as("kept once").hasSize(2);
        }
    }

    @Test
    void whoeverReviewedDoesNotDecideButIsOfferedToSendTheCaseBack() {
        var login = "t" + UUID.randomUUID().toString().substring(0, 12);
        var person = accounts.addPerson(login, login, "demo");
        var officer = accounts.appoint(
                person, Role.COUNTY_OFFICER, AREA, actor("c330402-1").organisation());
        var decider = accounts.appoint(
                person, Role.CITY_DECIDER, "330400", actor("decider1").organisation());
        var id = inReview();
        county.adviseAgainst(officer, id, ticket(now(id)), "现场多次无人");
        assertThat(now(id).step()).isEqualTo(Step.DECISION);

        var browser = Browser.of(port, decider);
        browser.open("/cases/" + now(id).caseNumber());

        assertThat(browser.body())
                .contains("data-decided-by-another", "/send-back\"")
                .doesNotContain("/announce-refusal\"", "/grant\"");
        accounts.end(officer.appointment());
        accounts.end(decider.appointment());
    }

    @Test
    void ofSeveralObjectionsTheOneThatWasAnsweredWronglyKeepsItsChoice() {
        var file = walked(Step.NOTICE);
        var id = file.id();
        noticeActs.publish(actor("city1"), id, ticket(file));
        var notice = notices.running(id.value()).orElseThrow();
        var one = objected(notice, "测试人甲一");
        var other = objected(notice, "测试人甲二");
        try (var officer = browser(actor("city3"))) {
            var page =
                    send(officer, id, "check-objection", "check-" + one, Map.of("objection", "" + one, "admits", "no"));

            assertThat(field(page, "reasons-" + one)).contains("aria-invalid=\"true\"");
            assertThat(field(page, "reasons-" + other)).doesNotContain("aria-invalid");
            assertThat(page).containsOnlyOnce("name=\"admits\" value=\"no\" checked");
        }
    }

    @Test
    void aGrantWithoutANumberIsToldAtTheNumber() {
        var id = walked(Step.DECISION).id();
        try (var decider = browser(actor("decider1"))) {
            var page = send(decider, id, "grant", Map.of("document", ""));

            assertThat(page).contains("data-refused=\"NO_DOCUMENT\"");
            assertThat(field(page, "document")).contains("aria-invalid=\"true\"", "autofocus");
            assertThat(isOpen(page, "send-back")).isFalse();
            var back = send(decider, id, "send-back", Map.of("reasons", ""));
            assertThat(isOpen(back, "send-back")).isTrue();
            assertThat(field(back, "document")).doesNotContain("aria-invalid");
        }
    }

    @Test
    void aGrantIsLookedOverBeforeItIsMadeAndNothingIsLostOnTheWayBack() {
        var id = walked(Step.DECISION).id();
        var number = now(id).caseNumber();
        var form = new HashMap<>(Map.of("form", "DECISION.grant", "document", "嘉科〔2017〕61号"));
        form.put("version", "" + now(id).version());
        try (var decider = browser(actor("decider1"))) {
            var looked = decider.posts("/cases/" + number + "/grant", form);
            assertThat(looked.statusCode()).isEqualTo(200);
            assertThat(looked.body())
                    .contains("data-look-over", "还没有办理", "嘉科〔2017〕61号", now(id).subjectName())
                    .contains("发给证书，列入登记册", "确认，准予认定并发证", actor("decider1").name())
                    .doesNotContain("/send-back\"", "data-saved");
            assertThat(now(id).step()).as("looked at, not decided").isEqualTo(Step.DECISION);
            assertThat(now(id).version()).isEqualTo(Integer.parseInt(form.get("version")));

            form.put("look", "back");
            var back = decider.posts("/cases/" + number + "/grant", form).body();
            assertThat(field(back, "document")).contains("value=\"嘉科〔2017〕61号\"");
            assertThat(back).contains("/send-back\"").doesNotContain("data-look-over");

            form.put("look", "confirm");
            form.put("request", "" + UUID.randomUUID());
            for (int press = 0; press < 2; press++) {
                assertThat(decider.posts("/cases/" + number + "/grant", form).statusCode())
                        .isEqualTo(302);
            }
            assertThat(now(id).step()).isEqualTo(Step.GRANTED);
            assertThat(decider.opens("/cases/" + number + "?saved").body())
                    .as("what was done is said, and nothing else")
                    .containsPattern("data-saved>\\s*✓ 已办理：<b>批准</b>。")
                    .doesNotContain("已保存");
        }
    }

    @Test
    void aRefusalIsLookedOverWithItsReasonsWhenItIsToldAndWhenItIsMade() {
        var id = inReview();
        county.adviseAgainst(actor("c330402-1"), id, ticket(now(id)), "现场多次无人");
        var number = now(id).caseNumber();
        var form = new HashMap<>(Map.of("form", "DECISION.announce-refusal", "ground.untrue", "名册与社保记录不符"));
        form.put("version", "" + now(id).version());
        try (var decider = browser(actor("decider1"))) {
            assertThat(decider.posts("/cases/" + number + "/announce-refusal", form)
                            .body())
                    .contains("data-look-over", "申报材料或陈述不真实", "名册与社保记录不符", "个工作日内可以陈述、申辩");
            assertThat(cases.details(actor("decider1"), id)
                            .orElseThrow()
                            .deciding()
                            .hearing())
                    .as("nobody was told")
                    .isEmpty();
            form.put("look", "back");
            var back = decider.posts("/cases/" + number + "/announce-refusal", form)
                    .body();
            assertThat(field(back, "ground.untrue")).contains("名册与社保记录不符");
            form.put("look", "confirm");
            decider.posts("/cases/" + number + "/announce-refusal", form);

            time.pushTo(cases.details(actor("decider1"), id)
                    .orElseThrow()
                    .deciding()
                    .hearing()
                    .orElseThrow()
                    .until()
                    .plusDays(1));
            assertThat(field(decider.opens("/cases/" + number).body(), "ground.untrue"))
                    .as("to tell other reasons one begins with those that were told")
                    .contains("名册与社保记录不符");
            var refusal = new HashMap<>(Map.of("form", "DECISION.refuse", "document", "嘉科〔2017〕62号"));
            refusal.put("version", "" + now(id).version());
            assertThat(decider.posts("/cases/" + number + "/refuse", refusal).body())
                    .contains("data-look-over", "嘉科〔2017〕62号", "名册与社保记录不符", "没有陈述、申辩");
            assertThat(now(id).step()).isEqualTo(Step.DECISION);
            refusal.put("look", "confirm");
            decider.posts("/cases/" + number + "/refuse", refusal);
            assertThat(now(id).step()).isEqualTo(Step.REFUSED);
        }
    }

    @Test
    void filesOfSeveralPapersAreHandedInAtOnceAndEachIsToldWhatBecameOfIt() {
        var operator = newOperator();
        var draft = "/applications/" + draft(operator).id();
        try (var browser = browser(operator)) {
            var sent = Map.of(
                    "file.lease", Map.of("续租.pdf", PDF, "空白.pdf", new byte[0]), "file.rules", Map.of("守则.pdf", PDF));
            var page = browser.uploadsInto(draft + "/files", Map.of(), sent).body();
            assertThat(page)
                    .contains("选了3个文件，保存了2个", "“续租.pdf”已保存", "“守则.pdf”已保存")
                    .contains("“空白.pdf”没有上传：文件是空的");

            var again = browser.uploadsInto(draft + "/files", Map.of(), sent).body();
            assertThat(again).contains("“续租.pdf”没有上传：这里已经有这份文件，只保留一份");
            assertThat(again.split(">续租.pdf</a>", -1)).as("kept once").hasSize(2);

            assertThat(browser.uploadsInto(draft + "/files", Map.of(), Map.of("file.lease", Map.of("", new byte[0])))
                            .body())
                    .contains("请先选择文件");
            assertThat(browser.uploadsInto(draft + "/files", Map.of(), Map.of("file.tenants", Map.of("名册.pdf", PDF)))
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void filingTakesAlongWhatWasChosenAndTypedAndNotSavedBefore() {
        var operator = newOperator();
        var file = draft(operator);
        var draft = "/applications/" + file.id();
        var form = new HashMap<>(Map.of("version", "" + file.version(), "stated", "yes", "desks", "77"));
        form.putAll(Map.of("seen.desks", "60", "request", UUID.randomUUID().toString()));
        try (var browser = browser(operator)) {
            var bad = Map.of("file.lease", Map.of("租约.pdf", PDF, "空白.pdf", new byte[0]));
            assertThat(browser.uploadsInto(draft + "/file", form, bad).body())
                    .contains("“租约.pdf”已保存", "“空白.pdf”没有上传：文件是空的", ">租约.pdf</a>")
                    .containsPattern("name=\"stated\" value=\"yes\"\\s+checked");
            assertThat(now(file.id()).step()).isEqualTo(Step.DRAFT);

            var good = Map.of("file.lease", Map.of("租约.pdf", PDF), "file.rules", Map.of("新守则.pdf", PDF));
            var filed = browser.uploadsInto(draft + "/file", form, good);
            var page = browser.opens("/cases/" + now(file.id()).caseNumber()).body();
            assertThat(page).contains(">租约.pdf</a>", ">新守则.pdf</a>").containsPattern("(?s)>77\\b");
            assertThat(page.split(">租约.pdf</a>", -1)).as("kept once").hasSize(2);
            assertThat(browser.uploadsInto(draft + "/file", form, good)
                            .headers()
                            .firstValue("Location"))
                    .as("sent twice")
                    .isEqualTo(filed.headers().firstValue("Location"));
        }
    }

    @Test
    void whicheverButtonOfAnApplicationIsPressedEverythingInTheFormIsKept() {
        var operator = newOperator();
        var file = draft(operator);
        var draft = "/applications/" + file.id();
        var lease =
                cases.details(operator, file.id()).orElseThrow().attachments().getFirst();
        try (var browser = browser(operator)) {
            var removed = browser.uploadsInto(
                    draft + "/files/" + lease.id() + "/remove",
                    Map.of("desks", "78", "seen.desks", "60"),
                    Map.of("file.rules", Map.of("另一份.pdf", PDF)));
            assertThat(removed.statusCode()).isEqualTo(302);
            assertThat(browser.opens(draft).body())
                    .contains("value=\"78\"", ">另一份.pdf</a>")
                    .doesNotContain(lease.id().toString());
        }
    }

    @Test
    void aStatementThatIsNotConfirmedIsToldAtItsBox() {
        var operator = newOperator();
        var file = draft(operator);
        try (var browser = browser(operator)) {
            var form = Map.of(
                    "version", "" + file.version(), "request", UUID.randomUUID().toString());
            assertThat(browser.posts("/applications/" + file.id() + "/file", form)
                            .body())
                    .contains("aria-describedby=\"stated-mistake\"", "id=\"stated-mistake\"");
        }
    }

    @Test
    void afterAnObjectionWasUpheldTheDeciderReadsWhatMayBeDoneAndIsOfferedNothingElse() {
        var file = walked(Step.NOTICE);
        var id = file.id();
        noticeActs.publish(actor("city1"), id, ticket(file));
        var objection = objected(notices.running(id.value()).orElseThrow(), "测试人乙一");
        noticeActs.check(actor("city3"), id, ticket(now(id)), objection, true, "");
        noticeActs.answer(actor("city3"), id, ticket(now(id)), objection, true, "入驻企业名单与社保记录不符");
        try (var decider = browser(actor("decider1"))) {
            var page = decider.opens("/cases/" + now(id).caseNumber()).body();

            assertThat(page)
                    .contains("data-against=\"OBJECTION_UPHELD\"", "公示异议成立，公示已经终止，建议不予批准")
                    .contains("同意建议：先告知申报单位", "退回“会议审定”", "现在不能直接批准")
                    .contains("/announce-refusal\"", "/send-back\"")
                    .doesNotContain("/grant\"", "/refuse\"");
            assertThat(field(page, "ground.objection")).contains("入驻企业名单与社保记录不符");
        }
        try (var reviewer = browser(actor("city3"))) {
            assertThat(reviewer.opens("/cases/" + now(id).caseNumber()).body())
                    .doesNotContain("/announce-refusal\"", "data-against");
        }
    }

    @Test
    void anObjectionIsAnsweredWithItsReceiptAndNoEmptyForm() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var address =
                "/notices/" + notices.running(file.id().value()).orElseThrow().id();
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            visitor.opens(address);
            var form = new HashMap<>(Map.of("name", "测试人", "contact", "不是电话", "grounds", "入驻企业的数量与事实不符，请核查"));
            form.put("request", UUID.randomUUID().toString());
            var wrong = visitor.posts(address + "/objections", form).body();
            assertThat(field(wrong, "contact"))
                    .contains("aria-describedby=\"contact-mistake\"", "autofocus", "value=\"不是电话\"");
            assertThat(field(wrong, "name")).contains("value=\"测试人\"").doesNotContain("aria-invalid");

            form.put("contact", "0573-82521234");
            var received = visitor.posts(address + "/objections", form).body();
            assertThat(received.indexOf("data-receipt"))
                    .as("the receipt stands before all else")
                    .isBetween(1, received.indexOf("<h1"));
            assertThat(received)
                    .contains("href=\"" + address + "#object\"", "再提一份异议")
                    .doesNotContain("name=\"grounds\"");
        }
    }

    private CaseId inReview() {
        var file = filed(newOperator());
        county.accept(actor("c330402-1"), file.id(), ticket(file));
        assertThat(now(file.id()).step()).isEqualTo(Step.REVIEW);
        return file.id();
    }

    private PlainBrowser browser(Actor actor) {
        return PlainBrowser.at("http://localhost:" + port).signsIn(actor.login());
    }

    private String send(PlainBrowser browser, CaseId id, String act, Map<String, String> fields) {
        return send(browser, id, act, act, fields);
    }

    /** Sends a form of the page as it stands now, and gives the page with which it is refused. */
    private String send(PlainBrowser browser, CaseId id, String act, String form, Map<String, String> fields) {
        CaseFile file = now(id);
        var sent = new HashMap<>(fields);
        sent.put("version", String.valueOf(file.version()));
        sent.put("request", UUID.randomUUID().toString());
        sent.put("form", file.step() + "." + form);
        var answer = browser.posts("/cases/" + file.caseNumber() + "/" + act, sent);
        assertThat(answer.statusCode()).isEqualTo(409);
        return answer.body();
    }

    private static String form(String page, String act) {
        var from = page.indexOf("/" + act + "\"");
        assertThat(from).as("the form " + act).isPositive();
        return page.substring(from, page.indexOf("</form>", from));
    }

    /** Whether the fold in which the form lies is open. */
    private static boolean isOpen(String page, String act) {
        var fold = page.lastIndexOf("<details", page.indexOf("/" + act + "\""));
        return page.substring(fold, page.indexOf('>', fold)).contains(" open");
    }

    /** The tag of a field. */
    private static String field(String page, String id) {
        var found = Pattern.compile("<(input|textarea|select)[^>]* id=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(page);
        assertThat(found.find()).as("the field " + id).isTrue();
        return found.group();
    }
}
