package org.zhongchuang.procedure.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.WholeDesk;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseEvent;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Defect;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.decision.RefusalGround;
import org.zhongchuang.procedure.decision.RefusalReason;
import org.zhongchuang.procedure.decision.RefuseCase;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.filing.UnderWay;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.procedure.review.TakeCase;
import org.zhongchuang.procedure.review.Visit;
import org.zhongchuang.procedure.worklist.Query;
import org.zhongchuang.procedure.worklist.Worklist;

/** What always holds of cases, whoever does what in whatever order, through the code and past it. */
class CaseTests extends WalkedCases {

    @Autowired
    private CaseFacts facts;

    @Autowired
    private TakeCase taking;

    @Autowired
    private DecideCase decide;

    @Autowired
    private RefuseCase refusing;

    @Autowired
    private UnderWay underWay;

    @Autowired
    private Worklist worklist;

    @Autowired
    private WholeDesk desk;

    @Autowired
    private FileStore files;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theSameRequestTwiceIsDoneOnce() {
        var operator = newOperator();
        var file = draft(operator);
        var ticket = ticket(file);

        var first = filing.file(operator, file.id(), ticket, true);
        var again = filing.file(operator, file.id(), ticket, true);

        assertThat(again).isEqualTo(first);
        assertThat(cases.details(operator, file.id()).orElseThrow().events()).hasSize(1);
    }

    @Test
    void aRequestThatDidSomethingElseIsRefusedAndNeverToldThatItIsDone() {
        var file = filed(newOperator());
        var other = filed(newOperator());
        var officer = actor("c330402-1");
        var ticket = ticket(file);
        assertThat(county.accept(officer, file.id(), ticket)).isInstanceOf(Handling.Done.class);

        var used = Handling.refused(Reason.FORM_USED);
        assertThat(county.accept(officer, other.id(), ticket)).isEqualTo(used);
        assertThat(county.recommend(officer, file.id(), ticket, "同意")).isEqualTo(used);
        assertThat(county.accept(actor("c330402-2"), file.id(), ticket)).isEqualTo(used);
        assertThat(taking.assign(officer, other.id(), ticket, actor("c330402-2").person()))
                .isEqualTo(used);
        assertThat(cases.details(officer, other.id()).orElseThrow().file()).isEqualTo(other);
    }

    @Test
    void ofManyOfficersWhoActAtOnceExactlyOneWins() throws Exception {
        var file = filed(newOperator());
        var officers = List.of(actor("c330402-1"), actor("c330402-2"), actor("c330402-3"));
        var barrier = new CyclicBarrier(24);
        var outcomes = new EnumMap<Reason, Integer>(Reason.class);
        var won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Handling>>();
            for (int i = 0; i < 24; i++) {
                var officer = officers.get(i % officers.size());
                Callable<Handling> act = () -> {
                    barrier.await();
                    return county.accept(officer, file.id(), new Ticket(file.version(), UUID.randomUUID()));
                };
                answers.add(threads.submit(act));
            }
            for (var answer : answers) {
                switch (answer.get()) {
                    case Handling.Done _ -> won++;
                    case Handling.Refused refused -> outcomes.merge(refused.reason(), 1, Integer::sum);
                }
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(outcomes).isEqualTo(Map.of(Reason.CHANGED_MEANWHILE, 23));
    }

    @Test
    void anOfficerOfAnotherCountyNeitherSeesNorActs() {
        var file = filed(newOperator());
        var stranger = actor("c330411-1");

        assertThat(cases.details(stranger, file.id())).isEmpty();
        assertThat(county.accept(stranger, file.id(), ticket(file))).isEqualTo(new Handling.Refused(Reason.NOT_YOURS));
    }

    @Test
    void whoBelongsToTheApplicantMayNotReview() {
        var operator = newOperator();
        var file = filed(operator);
        var login = "t" + UUID.randomUUID().toString().substring(0, 12);
        var person = accounts.addPerson(login, "两面人", "demo");
        accounts.appoint(person, org.zhongchuang.ground.access.Role.OPERATOR, AREA, operator.organisation());
        var officer = accounts.appoint(
                person,
                org.zhongchuang.ground.access.Role.COUNTY_OFFICER,
                AREA,
                actor("c330402-1").organisation());

        assertThat(county.accept(officer, file.id(), ticket(file))).isEqualTo(new Handling.Refused(Reason.RELATED));
    }

    @Test
    void theClockOfAcceptanceStandsStillDuringCorrection() {
        var operator = newOperator();
        var officer = actor("c330402-1");
        var file = filed(operator);
        var returned =
                ((Handling.Done) county.sendBack(officer, file.id(), ticket(file), Map.of("tenants", "请核对"))).file();
        assertThat(returned.daysLeft()).isEqualTo(5);
        answers.answer(operator, file.id(), Map.of("tenants", "30", "desks", "1"));

        var corrected = ((Handling.Done) filing.correct(operator, file.id(), ticket(returned), Map.of())).file();

        assertThat(corrected.dueOn()).isEqualTo(file.dueOn());
        assertThat(facts.answers(file.id())).containsEntry("tenants", "30").containsEntry("desks", "60");
    }

    @Test
    void afterACorrectionOldAndNewStandSideBySideAndWhatNobodyTouchedStaysOpen() {
        var operator = newOperator();
        var officer = actor("c330402-1");
        var file = filed(operator);
        var told = Map.of("tenants", "数目不符", "desks", "与平面图不符", "lease", "缺页", "staff", "请附合同");
        var returned = ((Handling.Done) county.sendBack(officer, file.id(), ticket(file), told)).file();

        assertThat(filing.correct(operator, file.id(), ticket(returned), Map.of()))
                .isEqualTo(new Handling.Refused(Reason.UNTOUCHED));

        answers.answer(operator, file.id(), Map.of("tenants", "30"));
        attachPapers.attach(operator, file.id(), "lease", new ByteArrayInputStream(PDF), "补页.pdf");
        var staff = defect(cases.details(operator, file.id()).orElseThrow().openDefects(), "staff");
        var corrected = ((Handling.Done)
                        filing.correct(operator, file.id(), ticket(returned), Map.of(staff.id(), "合同已附在租约之后")))
                .file();

        assertThat(corrected.step()).isEqualTo(Step.ACCEPTANCE);
        var defects = cases.details(officer, file.id()).orElseThrow().defects();
        assertThat(defect(defects, "desks").isOpen()).isTrue();
        assertThat(defect(defects, "tenants").before()).contains("25");
        assertThat(defect(defects, "tenants").after()).contains("30");
        assertThat(defect(defects, "lease").isChanged()).isTrue();
        assertThat(defect(defects, "lease").after().orElseThrow()).endsWith("补页.pdf");
        assertThat(defect(defects, "staff").isOpen()).isFalse();
        assertThat(defect(defects, "staff").reply()).contains("合同已附在租约之后");
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(officer.login())) {
            var page = browser.opens("/cases/" + corrected.caseNumber()).body().replaceAll("\\s+", " ");
            assertThat(page)
                    .containsSubsequence("data-defect=\"tenants\"", "原为：", "25", "现为：", "30")
                    .containsSubsequence("data-defect=\"staff\"", "已答复", "合同已附")
                    .containsSubsequence("data-defect=\"desks\"", "待补正");
        }
    }

    @Test
    void aCaseThatTheCityReturnsComesBackToTheCity() {
        var operator = newOperator();
        var id = filed(operator).id();
        county.accept(actor("c330402-1"), id, ticket(now(id)));
        county.recommend(actor("c330402-1"), id, ticket(now(id)), "同意");
        visitActs.visit(actor("c330402-1"), id, ticket(now(id)), seen("c330402-2", Map.of()));
        visitActs.confirmVisit(actor("c330402-2"), id, ticket(now(id)));
        var due = now(id).dueOn();

        county.sendBack(actor("city1"), id, ticket(now(id)), Map.of("lease", "请补最后一页"));
        assertThat(now(id).step()).isEqualTo(Step.CORRECTION);
        attachPapers.attach(operator, id, "lease", new ByteArrayInputStream(PDF), "补页.pdf");
        filing.correct(operator, id, ticket(now(id)), Map.of());

        assertThat(now(id).step()).isEqualTo(Step.CITY_REVIEW);
        assertThat(now(id).dueOn()).isEqualTo(due);
    }

    @Test
    void whoTakesACaseOnKeepsItWithinTheirOfficeAndHandsItToAColleague() {
        var id = filed(newOperator()).id();
        var first = actor("c330402-1");
        taking.take(first, id, ticket(now(id)));
        county.accept(first, id, ticket(now(id)));
        assertThat(now(id).assignee()).isEqualTo(first.person());

        assertThat(taking.assign(first, id, ticket(now(id)), actor("c330411-1").person()))
                .as("somebody of another county")
                .isEqualTo(new Handling.Refused(Reason.NO_CHOICE));
        taking.assign(first, id, ticket(now(id)), actor("c330402-2").person());

        assertThat(now(id).assignee()).isEqualTo(actor("c330402-2").person());
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(first.login())) {
            assertThat(browser.opens("/cases/" + now(id).caseNumber()).body())
                    .contains("data-taker")
                    .contains(actor("c330402-2").name() + "已认领");
            var number = now(id).caseNumber();
            var page = browser.posts(
                    "/cases/" + number + "/assign",
                    Map.of(
                            "version", String.valueOf(now(id).version()),
                            "colleague", actor("c330402-2").person().value().toString()));
            assertThat(page.headers().firstValue("location").orElseThrow()).endsWith("/cases/" + number + "?saved");
            assertThat(browser.opens("/cases/" + number + "?saved").body())
                    .as("who has it now is said by name")
                    .contains("data-saved", "现由" + actor("c330402-2").name() + "承办");
        }
    }

    @Test
    void aListSaysOfAPublicNoticeWhetherItIsToBePublishedRunsOrIsHeldUp() {
        var file = walked(Step.NOTICE);
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var list = "/inbox?show=all&q=" + file.caseNumber();
            assertThat(browser.opens(list).body()).contains("data-notice>待发布<");
            noticeActs.publish(actor("city1"), file.id(), ticket(file));
            assertThat(browser.opens(list).body()).contains("data-notice>公示中<");
            var objection = objected(notices.running(file.id().value()).orElseThrow(), "测试人丙");
            noticeActs.check(actor("city3"), file.id(), ticket(now(file.id())), objection, true, "");
            assertThat(browser.opens(list).body()).contains("data-notice>有异议，暂停<");
        }
    }

    @Test
    void aRunningNoticeWaitsForNobody() {
        var file = walked(Step.NOTICE);
        var id = file.id();
        var city = actor("city2");
        assertThat(waiting(city)).contains(id);

        noticeActs.publish(city, id, ticket(now(id)));

        assertThat(waiting(city)).doesNotContain(id);
        var notice = notices.running(id.value()).orElseThrow();
        notices.object(notice.id(), objection(UUID.randomUUID(), "入驻企业名单与事实不符，请核查"), watch);
        assertThat(waiting(city)).contains(id);
        assertThat(objectionsAtDesk(city)).isPositive();
        assertThat(waiting(actor("city1"))).as("who reviewed it may not answer").doesNotContain(id);
    }

    @Test
    void aCaseLeadsBackToTheListItWasOpenedFromAndOnToTheNext() {
        var one = filed(newOperator());
        var other = filed(newOperator());
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("c330402-1")) {
            browser.opens("/inbox?show=all&q=" + other.number());
            var page = browser.opens("/cases/" + one.caseNumber()).body();
            assertThat(page)
                    .contains("href=\"/inbox?show=all&amp;q=" + other.number() + "\"")
                    .contains("href=\"/cases/" + other.number() + "\" data-next")
                    .contains("data-register");

            browser.plants("inbox", "%2Finbox%3Fstep%3Dnonsense%26q%3D%3Cscript%3E");
            assertThat(browser.opens("/cases/" + one.caseNumber()).statusCode()).isEqualTo(200);
            browser.plants("inbox", "%%%");
            assertThat(browser.opens("/cases/" + one.caseNumber()).statusCode()).isEqualTo(200);
        }
    }

    private long objectionsAtDesk(Actor actor) {
        return desk.cards(actor).stream()
                .filter(card -> card.words().zh().equals("件申报的异议待核对或答复"))
                .filter(card -> card.pile().first().isPresent())
                .mapToLong(card -> card.pile().count())
                .sum();
    }

    private List<CaseId> waiting(Actor actor) {
        var all = new ArrayList<CaseId>();
        worklist.export(actor, Query.waiting(), row -> all.add(row.file().id()));
        return all;
    }

    @Test
    void anAnswerThatIsOnlyTakenOutIsNotCorrected() {
        var operator = newOperator();
        var file = filed(operator);
        var told = Map.of("tenants", "数目不符", "desks", "与平面图不符");
        var returned = ((Handling.Done) county.sendBack(actor("c330402-1"), file.id(), ticket(file), told)).file();

        answers.answer(operator, file.id(), Map.of("desks", ""));
        assertThat(filing.correct(operator, file.id(), ticket(returned), Map.of()))
                .isEqualTo(new Handling.Refused(Reason.UNTOUCHED));
        answers.answer(operator, file.id(), Map.of("tenants", "30"));
        filing.correct(operator, file.id(), ticket(returned), Map.of());

        var defects = cases.details(operator, file.id()).orElseThrow().defects();
        assertThat(defect(defects, "desks").isOpen()).isTrue();
        assertThat(defect(defects, "tenants").isOpen()).isFalse();
    }

    private static Defect defect(List<Defect> defects, String target) {
        return defects.stream()
                .filter(one -> one.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDefectOnAPointThatTheCaseDoesNotHaveIsRefused() {
        var file = filed(newOperator());

        assertThat(county.sendBack(actor("c330402-1"), file.id(), ticket(file), Map.of("passport", "缺护照")))
                .isEqualTo(new Handling.Refused(Reason.NO_SUCH_POINT));
    }

    @Test
    void aFormThatWasOpenWhileTheCaseWasFiledSpeaksOfNoCorrections() {
        var operator = newOperator();
        var file = filed(operator);
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(operator.login())) {
            var stale = Map.of(
                    "stated",
                    "yes",
                    "version",
                    "0",
                    "request",
                    UUID.randomUUID().toString());

            var page =
                    browser.posts("/applications/" + file.id() + "/file", stale).body();

            assertThat(page)
                    .contains("data-refused")
                    .doesNotContain("请补正下面", "action=\"/applications/" + file.id() + "/file");
        }
    }

    @Test
    void whoHandsACaseInIsToldItsNumberUntilTheOfficeActs() {
        var operator = newOperator();
        var file = draft(operator);
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(operator.login())) {
            var form = Map.of(
                    "stated",
                    "yes",
                    "version",
                    Integer.toString(file.version()),
                    "request",
                    UUID.randomUUID().toString());
            var led = browser.posts("/applications/" + file.id() + "/file", form)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();

            assertThat(led).matches(".*/cases/ZC\\d{4}-\\d{5}");
            var number = led.replaceFirst(".*/", "");
            assertThat(browser.opens("/cases/" + number).body()).contains("已收到，编号 " + number);
            try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("c330402-1")) {
                assertThat(officer.opens("/cases/" + number).body()).doesNotContain("已收到");
            }
            var received = cases.details(operator, number).orElseThrow().file();
            county.accept(actor("c330402-1"), received.id(), ticket(received));
            assertThat(browser.opens("/cases/" + number).body()).doesNotContain("已收到");
        }
    }

    @Test
    void aFactAndAPaperOfOneNameHaveEachADefectOfTheirOwn() {
        var operator = newOperator();
        var file = filed(operator);
        var officer = actor("c330402-1");
        var both = Map.of("tenants", "数目不符", "paper.tenants", "合同缺页");

        var returned = ((Handling.Done) county.sendBack(officer, file.id(), ticket(file), both)).file();

        var details = cases.details(operator, file.id()).orElseThrow();
        assertThat(details.openDefects())
                .extracting(
                        one -> details.nameOf(policies.current(), one.target()).zh())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(attachPapers.attach(operator, file.id(), "tenants", new ByteArrayInputStream(PDF), "合同.pdf"))
                .isInstanceOf(Storing.Stored.class);
        filing.correct(operator, file.id(), ticket(returned), Map.of());

        var another = newOperator();
        var other = filed(another);
        county.sendBack(officer, other.id(), ticket(other), Map.of("tenants", "数目不符"));
        assertThatThrownBy(() ->
                        attachPapers.attach(another, other.id(), "tenants", new ByteArrayInputStream(PDF), "合同.pdf"))
                .isInstanceOf(AttachPapers.NoSuchPaper.class);
    }

    @Test
    void anIncompleteOrUntrueApplicationIsNotFiled() {
        var operator = newOperator();
        var file = draft(operator);
        answers.answer(operator, file.id(), Map.of("tenants", "19"));

        assertThat(filing.file(operator, file.id(), ticket(file), true))
                .isEqualTo(new Handling.Refused(Reason.CRITERIA_NOT_MET));
        answers.answer(operator, file.id(), Map.of("tenants", "20"));
        assertThat(filing.file(operator, file.id(), ticket(file), false))
                .isEqualTo(new Handling.Refused(Reason.NO_STATEMENT));
    }

    @Test
    void theDatabaseItselfRefusesWhatTheRulesForbid() {
        var file = filed(newOperator());

        assertThatThrownBy(() -> jdbc.sql(
                                "insert into decision.decision values (:id, 'GRANTED', 'x1', now(), :person, '[]', 'e')")
                        .param("id", file.id().value())
                        .param("person", actor("decider1").person().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("public notice has not ended");
        for (var attack : List.of("update casework.event set note = 'x'", "delete from audit.entry")) {
            assertThatThrownBy(() -> jdbc.sql(attack).update()).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> asOwner().sql(attack).update()).hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> jdbc.sql("update casework.case_file set step = 'GRANTED' where id = :id")
                        .param("id", file.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("insert into review.visit values (:id, now(), :p, :p, '{}', '', false)")
                        .param("id", file.id().value())
                        .param("p", actor("c330402-1").person().value())
                        .update())
                .hasMessageContaining("a_visit_takes_two");
    }

    @Test
    void anObjectionThatWasFoundToBeOnePausesTheNoticeWithTheDaysItHadLeft() {
        var file = walked(Step.NOTICE);
        var officer = actor("city1");
        var published = ((Handling.Done) noticeActs.publish(officer, file.id(), ticket(file))).file();
        var notice = notices.running(file.id().value()).orElseThrow();
        var objection = objected(notice, "测试人乙");
        assertThat(noticeActs.check(actor("city3"), file.id(), ticket(now(file.id())), objection, true, ""))
                .isInstanceOf(Handling.Done.class);
        assertThat(notices.running(file.id().value()).orElseThrow().state()).isEqualTo(PublicNotice.State.PAUSED);
        time.pushTo(notice.lastDay().plusDays(7));
        assertThat(now(file.id()).step()).isEqualTo(Step.NOTICE);

        assertThat(noticeActs.answer(actor("city3"), file.id(), ticket(now(file.id())), objection, false, "不成立"))
                .isInstanceOf(Handling.Done.class);

        var restarted = notices.running(file.id().value()).orElseThrow();
        assertThat(restarted.lastDay()).isAfter(notice.lastDay().plusDays(7));
        time.pushTo(restarted.lastDay());
        assertThat(now(file.id()).step()).isEqualTo(Step.NOTICE);
        time.pushTo(restarted.lastDay().plusDays(1));
        assertThat(now(file.id()).step()).isEqualTo(Step.DECISION);
        assertThat(published.dueOn()).isEqualTo(notice.lastDay());
    }

    @Test
    void whateverComesInStopsNoNoticeBeforeSomebodyLookedAtItButNothingIsGrantedBefore() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();

        var objection = objected(notice, "任意姓名");

        assertThat(notices.running(file.id().value())).contains(notice);
        assertThat(now(file.id()).dueOn())
                .isEqualTo(notices.objections(notice.id()).getFirst().checkBy());
        assertThatThrownBy(() -> asOwner()
                        .sql("update notice.notice set state = 'PAUSED', days_left = 3 where id = :id")
                        .param("id", notice.id())
                        .update())
                .hasMessageContaining("no objection to it was admitted");
        // The last day passes while nobody has looked: the notice does not end, and nobody can grant.
        time.pushTo(notice.lastDay().plusDays(3));
        assertThat(now(file.id()).step()).isEqualTo(Step.NOTICE);
        assertThat(notices.objections(notice.id()).getFirst().isOverdue(LocalDate.now(clock)))
                .isTrue();
        assertThat(noticeActs.check(actor("city1"), file.id(), ticket(now(file.id())), objection, false, "查无此人"))
                .isEqualTo(new Handling.Refused(Reason.SAME_PERSON));
        assertThat(noticeActs.check(actor("city3"), file.id(), ticket(now(file.id())), objection, false, " "))
                .isEqualTo(new Handling.Refused(Reason.NO_REASON));

        assertThat(noticeActs.check(
                        actor("city3"), file.id(), ticket(now(file.id())), objection, false, "电话无法接通，也未写明事实"))
                .isInstanceOf(Handling.Done.class);

        var kept = notices.objections(notice.id()).getFirst();
        assertThat(kept.state()).isEqualTo(Objection.State.DISMISSED);
        assertThat(kept.reply()).isEqualTo("电话无法接通，也未写明事实");
        time.pushTo(LocalDate.now(clock).plusDays(1));
        assertThat(now(file.id()).step()).isEqualTo(Step.DECISION);
        assertThat(notices.hasEndedUnchallenged(file.id().value())).isTrue();
    }

    @Test
    void whatTheSameSenderAddsIsOneMatterWithOneAnswerAndAnotherSenderIsAnother() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        var first = objected(notice, "测试人子");
        objected(notice, "测试人子");
        var other = objected(notice, "测试人丑");

        noticeActs.check(actor("city3"), file.id(), ticket(now(file.id())), first, true, "");
        objected(notice, "测试人子");
        noticeActs.check(actor("city3"), file.id(), ticket(now(file.id())), other, false, "没有写明事实");
        noticeActs.answer(actor("city3"), file.id(), ticket(now(file.id())), first, false, "已核实，不成立");

        assertThat(notices.objections(notice.id()))
                .extracting(Objection::state, Objection::isOfItsOwn, Objection::reply)
                .containsExactlyInAnyOrder(
                        tuple(Objection.State.REJECTED, true, "已核实，不成立"),
                        tuple(Objection.State.REJECTED, false, "已核实，不成立"),
                        tuple(Objection.State.REJECTED, false, "已核实，不成立"),
                        tuple(Objection.State.DISMISSED, true, "没有写明事实"));
        assertThat(notices.running(file.id().value()).orElseThrow().state()).isEqualTo(PublicNotice.State.OPEN);
    }

    @Test
    void anObjectionThatIsUpheldLeavesNoOtherOneWithoutAnEnd() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        var first = objected(notice, "测试人卯");
        objected(notice, "测试人辰");
        noticeActs.check(actor("city3"), file.id(), ticket(now(file.id())), first, true, "");

        noticeActs.answer(actor("city3"), file.id(), ticket(now(file.id())), first, true, "情况属实");

        assertThat(now(file.id()).step()).isEqualTo(Step.DECISION);
        assertThat(notices.objections(notice.id()))
                .extracting(Objection::state)
                .containsExactlyInAnyOrder(Objection.State.UPHELD, Objection.State.CLOSED);
    }

    @Test
    void aReceiptIsFoundByItsNumberHoweverItIsTypedAndSaysWhereTheObjectionStands() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        objected(notice, "测试人巳");
        var number = notices.objections(notice.id()).getFirst().receipt();
        // From an address of their own: others ask for receipts too, and nobody may try many.
        var visitor = PlainBrowser.at("http://127.0.0.1:" + port, InetAddress.ofLiteral("127.0.0.81"), null);
        assertThat(visitor.opens("/receipts").statusCode()).isEqualTo(200);

        var plain = number.replace("-", "");
        for (var typed : List.of(
                number,
                plain.toLowerCase(java.util.Locale.ROOT),
                " " + number.replace("-", " ") + " ",
                plain.replace('0', 'o').replace('1', 'l'),
                "ＹＹ" + number.substring(2))) {
            assertThat(visitor.posts("/receipts", Map.of("receipt", typed)).body())
                    .as(typed)
                    .contains(number, "data-state=\"RECEIVED\"", "已收到，待核对", "核对期限")
                    .doesNotContain("data-overdue", "测试人巳");
        }
        for (var wrong : List.of("YY2017-192168", "", "y".repeat(3000), number.substring(1))) {
            assertThat(visitor.posts("/receipts", Map.of("receipt", wrong)).body())
                    .contains("data-unknown", "没有这个回执编号")
                    .doesNotContain("yyyyyyyy");
        }
        time.pushTo(notices.objections(notice.id()).getFirst().nextDue().plusDays(1));
        assertThat(visitor.posts("/receipts", Map.of("receipt", number)).body()).contains("data-overdue", "已超期，应于");
    }

    @Test
    void whoObjectedIsReadByWhoeverHasToReachThemAndThatIsOnRecord() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var objection = objected(notices.running(file.id().value()).orElseThrow(), "测试人寅");

        assertThat(noticeActs.sender(actor("city3"), now(file.id()), objection))
                .contains(new Objection.Sender("测试人寅", "0573-1234"));
        assertThat(noticeActs.sender(actor("city1"), now(file.id()), objection))
                .as("who reviewed the case")
                .isEmpty();
        assertThat(noticeActs.sender(actor("auditor"), now(file.id()), objection))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'notice.sender' and subject = :id")
                        .param("id", objection.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatAnObjectorGivesAwayIsNotReadableInTheDatabase() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        notices.object(
                notice.id(),
                new Objection.Submission(UUID.randomUUID(), "赵钱孙李", "0573-7654321", "对公示内容有不同意见，理由如下。", null),
                watch);

        var kept = jdbc.sql("select encode(objector || contact, 'escape') from notice.objection where notice = :id")
                .param("id", notice.id())
                .query(String.class)
                .single();

        assertThat(kept).doesNotContain("赵钱孙李").doesNotContain("7654321");
        assertThat(new String(
                        kept.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("赵钱孙李");
    }

    @Test
    void anObjectionToAnotherCaseCannotBeAnsweredHere() {
        var file = walked(Step.NOTICE);
        var other = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        noticeActs.publish(actor("city1"), other.id(), ticket(other));
        var notice = notices.running(other.id().value()).orElseThrow();
        notices.object(
                notice.id(),
                new Objection.Submission(UUID.randomUUID(), "测试人丙", "0573-1111", "对公示内容有不同意见，理由如下。", null),
                watch);
        var objection = notices.objections(notice.id()).getFirst().id();
        var now = cases.find(file.id()).orElseThrow();

        assertThat(noticeActs.answer(actor("city3"), file.id(), ticket(now), objection, true, "成立"))
                .isEqualTo(new Handling.Refused(Reason.WRONG_STEP));
        assertThat(notices.objections(notice.id()).getFirst().state()).isEqualTo(Objection.State.RECEIVED);
    }

    @Test
    void aFailedCheckHasAReasonAndStopsTheCaseUntilItIsMended() {
        var id = filed(newOperator()).id();
        county.accept(actor("c330402-1"), id, ticket(now(id)));
        county.recommend(actor("c330402-1"), id, ticket(now(id)), "同意");
        var file = now(id);
        var first = actor("c330402-1");
        var second = actor("c330402-2");
        var silent = new Visit.Report(LocalDate.now(clock), second.person(), Map.of("area", true), Map.of(), "看过");
        assertThat(visitActs.visit(first, id, ticket(file), silent))
                .isEqualTo(new Handling.Refused(Reason.FAULT_WITHOUT_REASON));
        var early = new Visit.Report(
                LocalDate.of(2014, 1, 1),
                second.person(),
                seen("c330402-2", Map.of()).checks(),
                Map.of(),
                "看过");
        assertThat(visitActs.visit(first, id, ticket(file), early)).isEqualTo(new Handling.Refused(Reason.WRONG_DAY));

        visitActs.visit(first, id, ticket(file), seen("c330402-2", Map.of("safety", "消防通道堆物")));
        var stays = ((Handling.Done) visitActs.confirmVisit(second, id, ticket(now(id)))).file();

        assertThat(stays.step()).isEqualTo(Step.SITE_VISIT);
        assertThat(visitActs.confirmVisit(second, id, ticket(stays))).isEqualTo(new Handling.Refused(Reason.TAKES_TWO));
        visitActs.visit(first, id, ticket(now(id)), seen("c330402-2", Map.of()));
        assertThat(visitActs.disputeVisit(second, id, ticket(now(id)), "我没有去")).isInstanceOf(Handling.Done.class);
        assertThat(visitActs.confirmVisit(second, id, ticket(now(id))))
                .isEqualTo(new Handling.Refused(Reason.TAKES_TWO));
        visitActs.visit(first, id, ticket(now(id)), seen("c330402-2", Map.of()));
        assertThat(((Handling.Done) visitActs.confirmVisit(second, id, ticket(now(id))))
                        .file()
                        .step())
                .isEqualTo(Step.CITY_REVIEW);
    }

    @Test
    void aCaseBelowThePassMarkDoesNotGoToPublicNotice() {
        var file = scored(Map.of("gathering", 18, "technology", 12, "finance", 12, "mentoring", 9, "events", 8));

        assertThat(city.hold(actor("city2"), file.id(), ticket(file), "纪要〔2017〕1号", true, "同意"))
                .isEqualTo(new Handling.Refused(Reason.BELOW_PASS_MARK));
        assertThat(city.hold(actor("city2"), file.id(), ticket(file), "纪要〔2017〕1号", false, "不同意"))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void aCaseExactlyAtThePassMarkDoes() {
        var file = scored(Map.of("gathering", 18, "technology", 12, "finance", 12, "mentoring", 9, "events", 9));

        assertThat(city.hold(actor("city2"), file.id(), ticket(file), "纪要〔2017〕1号", true, "同意"))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void theNextDeadlineIsTheNearestDayOnWhichATimeLimitEnds() {
        var file = filed(newOperator());

        var next = time.nextDue().orElseThrow();

        assertThat(next)
                .isAfter(LocalDate.now(clock))
                .isBeforeOrEqualTo(java.util.Objects.requireNonNull(file.dueOn()));
    }

    @Test
    void neitherApplicantsNorExpertsLearnWhoTheExpertsAre() {
        var operator = newOperator();
        var id = walked(Step.MEETING, operator).id();
        var expert =
                cases.details(actor("decider1"), id).orElseThrow().ballots().getFirst();
        var reader = accounts.held(expert.expert()).getFirst();
        var experts = cases.details(actor("decider1"), id).orElseThrow().ballots().stream()
                .flatMap(ballot -> accounts.nameOf(ballot.expert()).stream())
                .toList();

        for (var one : List.of(operator, reader)) {
            assertThat(cases.details(one, id).orElseThrow().events())
                    .extracting(CaseEvent::name)
                    .doesNotContainAnyElementsOf(experts);
        }
        assertThat(cases.details(reader, id).orElseThrow().ballots())
                .extracting(Ballot::expert)
                .containsExactly(reader.person());
        // The applicant reads votes, without names, once the matter is decided; not before.
        assertThat(cases.details(operator, id).orElseThrow().ballots()).isEmpty();
    }

    @Test
    void textTheDatabaseWouldRefuseIsRefusedWithAReasonFirst() {
        var decided = walked(Step.DECISION);
        var file = filed(newOperator());

        assertThat(decide.grant(actor("decider1"), decided.id(), ticket(decided), "1"))
                .isEqualTo(new Handling.Refused(Reason.WRONG_LENGTH));
        assertThat(decide.grant(actor("decider1"), decided.id(), ticket(decided), "长".repeat(61)))
                .isEqualTo(new Handling.Refused(Reason.WRONG_LENGTH));
        for (var number : List.of("第12号", "abc", "嘉科12号", "嘉科〔18〕12号", "〔2018〕12号")) {
            assertThat(decide.grant(actor("decider1"), decided.id(), ticket(decided), number))
                    .as(number)
                    .isEqualTo(new Handling.Refused(Reason.NOT_A_DOCUMENT_NUMBER));
        }
        assertThat(decide.sendBack(actor("decider1"), decided.id(), ticket(decided), "长".repeat(30_000)))
                .isEqualTo(new Handling.Refused(Reason.TOO_LONG));
        assertThat(county.sendBack(actor("c330402-1"), file.id(), ticket(file), Map.of("tenants", "长".repeat(1001))))
                .isEqualTo(new Handling.Refused(Reason.WRONG_LENGTH));
        assertThat(cases.find(file.id()).orElseThrow().step()).isEqualTo(Step.ACCEPTANCE);
    }

    @Test
    void anObjectionThatIsTooLongIsRefusedAndTheNoticeRunsOn() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();

        assertThat(notices.object(
                        notice.id(),
                        new Objection.Submission(UUID.randomUUID(), "测试人丁", "0573-2222", "长".repeat(4001), null),
                        watch))
                .isEqualTo(new Objection.Receipt.Refused(Objection.Reason.TOO_LONG));
        assertThat(notices.running(file.id().value())).contains(notice);
    }

    @Test
    void oneFormOfAnObjectionSentEightTimesAtOnceHasOneReceipt() throws Exception {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        var form = new Objection.Submission(UUID.randomUUID(), "测试人戊", "0573-3333", "入驻企业数量与公示不符，请核查。", null);

        var receipts = Collections.synchronizedSet(new HashSet<Objection.Receipt>());
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var sent : hands.invokeAll(
                    Collections.nCopies(8, () -> receipts.add(notices.object(notice.id(), form, watch))))) {
                sent.get();
            }
        }

        assertThat(receipts).singleElement().isInstanceOf(Objection.Receipt.Received.class);
        assertThat(notices.objections(notice.id())).hasSize(1);

        var other = new Objection.Submission(form.request(), form.name(), form.contact(), "改写后再次提交：导师人数也不符。", null);
        assertThat(receipts).doesNotContain(notices.object(notice.id(), other, watch));
        assertThat(notices.objections(notice.id())).hasSize(2);
    }

    @Test
    void anObjectionSentAgainWithOtherEvidenceIsReceivedAgain() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        var form = UUID.randomUUID();

        var first = notices.object(notice.id(), objection(form, "租赁合同"), watch);

        assertThat(notices.object(notice.id(), objection(form, "租赁合同"), watch)).isEqualTo(first);
        assertThat(notices.object(notice.id(), objection(form, "租赁合同及附页"), watch))
                .isInstanceOf(Objection.Receipt.Received.class)
                .isNotEqualTo(first);
        assertThat(notices.objections(notice.id()))
                .extracting(one -> one.file().orElseThrow())
                .doesNotHaveDuplicates()
                .hasSize(2);
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            visitor.opens("/receipts");
            assertThat(visitor.posts("/receipts", Map.of("receipt", ((Objection.Receipt.Received) first).number()))
                            .body())
                    .contains("证据材料", "证据.pdf");
        }
    }

    @Test
    void anObjectionSentAgainWithAFileThatCannotBeTakenIsToldSo() {
        var file = walked(Step.NOTICE);
        noticeActs.publish(actor("city1"), file.id(), ticket(file));
        var notice = notices.running(file.id().value()).orElseThrow();
        var form = UUID.randomUUID();
        var asked = new AtomicInteger();
        var first = objection(form, "租赁合同");
        var again = new Objection.Submission(form, first.name(), first.contact(), first.grounds(), () -> {
            asked.incrementAndGet();
            return new Storing.Rejected(Storing.Reason.UNKNOWN_KIND);
        });

        notices.object(
                notice.id(),
                new Objection.Submission(form, first.name(), first.contact(), first.grounds(), null),
                watch);

        assertThat(notices.object(notice.id(), again, watch))
                .isEqualTo(new Objection.Receipt.FileRejected(Storing.Reason.UNKNOWN_KIND));
        assertThat(asked).hasValue(1);
        assertThat(notices.objections(notice.id())).hasSize(1);
    }

    private Objection.Submission objection(UUID form, String evidence) {
        return new Objection.Submission(
                form,
                "测试人己",
                "0573-4444",
                "入驻企业数量与公示不符，请核查。",
                () -> files.store(new ByteArrayInputStream(("%PDF-1.7 " + evidence).getBytes(UTF_8)), "证据.pdf", null));
    }

    @Test
    void whoReviewedMayNotDecide() {
        var file = walked(Step.DECISION);
        var reviewer = actor("city1");
        var both = accounts.appoint(
                reviewer.person(), org.zhongchuang.ground.access.Role.CITY_DECIDER, "330400", reviewer.organisation());

        assertThat(decide.grant(both, file.id(), ticket(file), "测试〔2017〕1号"))
                .isEqualTo(new Handling.Refused(Reason.SAME_PERSON));
    }

    /** A case that the county advised against, with the decider. */
    private CaseFile advisedAgainst(Actor operator) {
        var id = filed(operator).id();
        county.accept(actor("c330402-1"), id, ticket(now(id)));
        county.adviseAgainst(actor("c330402-1"), id, ticket(now(id)), "现场多次无人");
        return now(id);
    }

    @Test
    void aRefusalRestsOnAnyLawfulGroundThatTheApplicantWasToldAndCouldAnswer() {
        var operator = newOperator();
        var file = advisedAgainst(operator);
        var id = file.id();
        var decider = actor("decider1");
        var untrue = List.of(RefusalReason.of(RefusalGround.UNTRUE, "租赁合同系伪造"));

        assertThat(refusing.refuse(decider, id, ticket(file), "测试科〔2017〕9号"))
                .isEqualTo(new Handling.Refused(Reason.NOT_HEARD));
        assertThat(refusing.tell(decider, id, ticket(file), List.of(new RefusalReason("tenants", "不足"))))
                .as("a condition that holds by the rules")
                .isEqualTo(new Handling.Refused(Reason.CRITERION_HOLDS));
        assertThat(refusing.tell(decider, id, ticket(file), List.of()))
                .isEqualTo(new Handling.Refused(Reason.NO_REASON));

        refusing.tell(decider, id, ticket(file), untrue);

        assertThat(now(id).dueOn()).isAfter(file.dueOn());
        assertThat(refusing.refuse(decider, id, ticket(now(id)), "测试科〔2017〕9号"))
                .isEqualTo(new Handling.Refused(Reason.HEARING_OPEN));
        var stranger = newOperator();
        assertThat(refusing.answer(stranger, id, ticket(now(id)), "与我无关"))
                .isEqualTo(new Handling.Refused(Reason.NOT_YOURS));
        refusing.answer(operator, id, ticket(now(id)), "合同原件可以当面核对");
        assertThat(refusing.answer(operator, id, ticket(now(id)), "再说一次"))
                .isEqualTo(new Handling.Refused(Reason.HEARING_OVER));

        var refused = ((Handling.Done) refusing.refuse(decider, id, ticket(now(id)), "测试科〔2017〕9号")).file();

        assertThat(refused.step()).isEqualTo(Step.REFUSED);
        var details = cases.details(operator, id).orElseThrow();
        assertThat(details.decision().orElseThrow().reasons()).isEqualTo(untrue);
        assertThat(details.deciding().hearing().orElseThrow().statement()).contains("合同原件可以当面核对");
    }

    @Test
    void whoDoesNotAnswerInTimeIsRefusedOnceTheTimeIsOver() {
        var operator = newOperator();
        var id = advisedAgainst(operator).id();
        var decider = actor("decider1");
        refusing.tell(decider, id, ticket(now(id)), List.of(RefusalReason.of(RefusalGround.VISIT, "现场无人")));
        var until = cases.details(operator, id)
                .orElseThrow()
                .deciding()
                .hearing()
                .orElseThrow()
                .until();

        time.pushTo(until);
        assertThat(refusing.refuse(decider, id, ticket(now(id)), "测试科〔2017〕10号"))
                .isEqualTo(new Handling.Refused(Reason.HEARING_OPEN));
        time.pushTo(until.plusDays(1));
        assertThat(refusing.answer(operator, id, ticket(now(id)), "来晚了"))
                .isEqualTo(new Handling.Refused(Reason.HEARING_OVER));
        assertThat(refusing.refuse(decider, id, ticket(now(id)), "测试科〔2017〕10号"))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void theDatabaseRefusesARefusalWithoutAHearing() {
        var file = advisedAgainst(newOperator());
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into decision.decision (case_file, outcome, document, decided_on, decided_by, reasons, edition)
                                values (:id, 'REFUSED', '文号', current_date, :person, '[{"criterion":"tenants","reason":"不足"}]', 'x')
                                """)
                        .param("id", file.id().value())
                        .param("person", actor("decider1").person().value())
                        .update())
                .hasMessageContaining("could answer");
    }

    @Test
    void aDecisionIsDeliveredWhenItsApplicantOpensItAndTheTimesForReviewRunFromThatDay() {
        var operator = newOperator();
        var id = advisedAgainst(operator).id();
        var decider = actor("decider1");
        refusing.tell(decider, id, ticket(now(id)), List.of(RefusalReason.of(RefusalGround.VISIT, "现场无人")));
        refusing.answer(operator, id, ticket(now(id)), "");
        var refused = ((Handling.Done) refusing.refuse(decider, id, ticket(now(id)), "测试科〔2017〕11号")).file();
        try (var office = PlainBrowser.at("http://localhost:" + port).signsIn("decider1")) {
            assertThat(office.opens("/cases/" + refused.caseNumber()).body()).contains("尚未送达");
        }
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(operator.login())) {
            var page = browser.opens("/cases/" + refused.caseNumber()).body();
            assertThat(page).contains("data-delivery=\"OPENED\"", "行政复议", "人民政府");
        }
        var delivery =
                cases.details(decider, id).orElseThrow().deciding().delivery().orElseThrow();
        assertThat(delivery.lastDayOfReview()).isEqualTo(LocalDate.now(clock).plusDays(60));
        assertThat(delivery.lastDayOfSuit()).isEqualTo(LocalDate.now(clock).plusMonths(6));
    }

    @Test
    void anApplicantTakesACaseBackAlsoWhileItsNoticeRuns() {
        var operator = newOperator();
        var file = walked(Step.NOTICE, operator);
        var id = file.id();
        noticeActs.publish(actor("city2"), id, ticket(now(id)));
        var notice = notices.running(id.value()).orElseThrow();

        assertThat(underWay.withdraw(newOperator(), id, ticket(now(id))))
                .isEqualTo(new Handling.Refused(Reason.NOT_YOURS));
        assertThat(underWay.withdraw(operator, id, ticket(now(id)))).isInstanceOf(Handling.Done.class);

        assertThat(now(id).step()).isEqualTo(Step.WITHDRAWN);
        assertThat(notices.find(notice.id()).orElseThrow().state()).isEqualTo(PublicNotice.State.WITHDRAWN);
        assertThat(begin.begin(
                        operator,
                        "space-recognition",
                        spaces.find(file.subject()).orElseThrow()))
                .as("it can be applied for again")
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void aCaseThatIsLateCanBeUrgedOnceADay() {
        var operator = newOperator();
        var file = filed(operator);
        assertThat(underWay.urge(operator, file.id(), ticket(file)))
                .isEqualTo(new Handling.Refused(Reason.NOT_OVERDUE));
        time.pushTo(Objects.requireNonNull(file.dueOn()).plusDays(1));

        assertThat(underWay.urge(operator, file.id(), ticket(now(file.id())))).isInstanceOf(Handling.Done.class);
        assertThat(underWay.urge(operator, file.id(), ticket(now(file.id()))))
                .isEqualTo(new Handling.Refused(Reason.NOT_OVERDUE));
        assertThat(cases.details(actor("c330402-1"), file.id()).orElseThrow().events())
                .extracting(CaseEvent::act)
                .contains(Act.URGED);
    }

    /**
     * Every act by everybody at random: nothing but a finished notice leads to a grant, a case never has two decisions,
     * its history only grows, and an open case always has somebody who must act and a day by which.
     */
    @Test
    void noOrderOfActsLeadsToAGrantPastTheNotice() {
        var random = new Random(20170315);
        for (int walk = 0; walk < 12; walk++) {
            var operator = newOperator();
            var id = draft(operator).id();
            var events = 0;
            for (int step = 0; step < 70; step++) {
                var before = cases.find(id).orElseThrow();
                act(random, operator, before);
                var after = cases.find(id).orElseThrow();
                var history = cases.details(operator, id).orElseThrow().events().size();
                assertThat(history).isGreaterThanOrEqualTo(events);
                events = history;
                if (after.step() == Step.GRANTED) {
                    assertThat(notices.hasEndedUnchallenged(id.value())).isTrue();
                }
                if (after.step().isOpen() && after.step() != Step.DRAFT) {
                    assertThat(after.dueOn()).isNotNull();
                }
                assertThat(after.version()).isGreaterThanOrEqualTo(before.version());
            }
        }
    }

    private void act(Random random, Actor operator, CaseFile file) {
        var id = file.id();
        var ticket = random.nextInt(10) == 0 ? new Ticket(file.version() - 1, UUID.randomUUID()) : ticket(file);
        var officer = actor("c330402-" + (1 + random.nextInt(3)));
        var reviewer = actor("city" + (1 + random.nextInt(4)));
        var decider = actor("decider" + (1 + random.nextInt(2)));
        var expert = actor("expert%02d".formatted(1 + random.nextInt(15)));
        switch (random.nextInt(17)) {
            case 0 -> filing.file(operator, id, ticket, true);
            case 1 -> county.accept(officer, id, ticket);
            case 2 -> county.sendBack(officer, id, ticket, Map.of("tenants", "请核对"));
            case 3 -> filing.correct(operator, id, ticket, Map.of());
            case 4 -> county.recommend(officer, id, ticket, "同意");
            case 5 -> visitActs.visit(officer, id, ticket, seen("c330402-" + (1 + random.nextInt(3)), Map.of()));
            case 6 -> visitActs.confirmVisit(officer, id, ticket);
            case 7 -> city.pass(reviewer, id, ticket, "同意");
            case 8 -> everyBallot(file);
            case 9 -> city.hold(reviewer, id, ticket, "纪要〔2017〕1号", random.nextInt(5) > 0, "意见");
            case 10 -> noticeActs.publish(reviewer, id, ticket);
            case 11 -> decide.grant(decider, id, ticket, "测试科〔2017〕1号");
            case 12 -> {
                refusing.tell(decider, id, ticket, List.of(RefusalReason.of(RefusalGround.UNTRUE, "不符")));
                refusing.refuse(decider, id, ticket(now(id)), "测试科〔2017〕1号");
            }
            case 13 -> experts.recuse(expert, id, ticket, "有关系");
            case 14 -> time.pushTo(LocalDate.now(clock).plusDays(1 + random.nextInt(3)));
            case 15 -> taking.take(officer, id, ticket);
            default -> decide.sendBack(decider, id, ticket, "再议");
        }
    }
}
