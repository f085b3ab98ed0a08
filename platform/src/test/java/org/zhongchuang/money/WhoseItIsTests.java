package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.zhongchuang.Browser;
import org.zhongchuang.Newcomer;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.government.scrutiny.SettleFindings;
import org.zhongchuang.government.scrutiny.Warnings;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.money.award.EventsAndPrizes;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAward;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.ObjectionListener;
import org.zhongchuang.procedure.worklist.Query;
import org.zhongchuang.procedure.worklist.Worklist;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Duplicates;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Relations;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;

/** What lies in another county, or belongs to another, is seen and touched by nobody; who holds a step does it. */
class WhoseItIsTests extends MoneyCity {

    private static final String OTHER = "330481";

    @Autowired
    private Worklist worklist;

    @Autowired
    private EnterSubject enterSubject;

    @Autowired
    private Relations relations;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private EventsAndPrizes events;

    @Autowired
    private Warnings warnings;

    @Autowired
    private SettleFindings settling;

    @Autowired
    private Notices notices;

    @Autowired
    private ObjectionListener watch;

    @LocalServerPort
    private int port;

    @Test
    void aRequestToChangeARecognitionIsReadByNoOtherOperator() throws Exception {
        var space = jdbc.sql("""
                        select r.space, p.login from recognition.recognised_space r
                          join access.appointment a on a.organisation = r.operator and a.role = 'OPERATOR' join access.person p on p.id = a.person
                         where r.status = 'ACTIVE' and not exists (select 1 from recognition.change c where c.code = r.code)
                         order by r.code limit 1
                        """)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .single();
        var owner = Browser.of(port, actor(space.getValue()));
        var page = "/spaces/" + space.getKey() + "/change";
        assertThat(owner.post(page, Map.of("kind", "NAME", "wanted", "机密新名称众创空间", "reason", "另有安排")))
                .isEqualTo(302);
        assertThat(owner.open(page)).isEqualTo(200);
        assertThat(owner.body()).contains("机密新名称众创空间");

        var stranger = Browser.of(port, newOperator());
        assertThat(stranger.open(page)).isEqualTo(404);
        assertThat(stranger.body()).doesNotContain("机密新名称众创空间");
        assertThat(stranger.post(page, Map.of("kind", "EXIT", "reason", "代为退出")))
                .isEqualTo(404);
        jdbc.sql("update recognition.change set state = 'WITHDRAWN' where wanted = '机密新名称众创空间'")
                .update();
    }

    @Test
    void aMistakeInABankAccountIsToldAtItsFieldAndNothingTypedIsLost() throws Exception {
        var browser = Browser.of(port, newOperator());
        assertThat(browser.post("/money/account", Map.of("holder", "演示户名", "bank", "演示银行", "account", "6222 8888 12")))
                .isEqualTo(200);
        assertThat(browser.body())
                .contains("id=\"account-mistake\"", "value=\"演示户名\"", "value=\"演示银行\"", "value=\"6222 8888 12\"");
    }

    @Test
    void aBankAccountIsConfirmedByNoOtherCountysTreasury() throws Exception {
        var entered = account(operatorOf(OTHER));

        assertThat(Browser.of(port, actor("f330402-1")).post("/finance/accounts/" + entered, Map.of("act", "confirm")))
                .isEqualTo(404);
        assertThat(accounts.decide(actor("f330402-1"), entered, true))
                .isEqualTo(Paying.refused(Paying.Reason.NO_SUCH_ACCOUNT));
        assertThat(accounts.waiting(actor("f330402-1")))
                .noneMatch(one -> one.id().equals(entered));
        assertThatThrownBy(() -> jdbc.sql("""
                                update payment.bank_account set state = 'CONFIRMED', confirmed_by = :person, confirmed_at = now(), usable_from = now()
                                 where id = :id
                                """)
                        .param("person", actor("f330402-1").person().value())
                        .param("id", entered)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("treasury of its county");
        assertThat(state(entered)).isEqualTo("ENTERED");

        var near = account(operatorOf(AREA));
        assertThat(Browser.of(port, actor("f330402-1")).post("/finance/accounts/" + near, Map.of("act", "confirm")))
                .isEqualTo(302);
        assertThat(state(near)).isEqualTo("CONFIRMED");
        assertThat(accounts.decide(actor("finance-officer"), entered, true)).isInstanceOf(Paying.Done.class);
    }

    @Test
    void findingsOfAnotherCountyAreNeitherListedNorDismissed() throws Exception {
        var far = finding(OTHER);
        var near = finding(AREA);

        for (var login : List.of("f330402-1", "c330402-1")) {
            assertThat(warnings.list(actor(login), new Warnings.Query(""), 500).found())
                    .extracting(Warnings.Found::id)
                    .contains(near)
                    .doesNotContain(far);
            assertThat(Browser.of(port, actor(login)).post("/warnings/" + far, Map.of("reason", "没有问题")))
                    .isEqualTo(404);
            assertThat(settling.dismiss(actor(login), far, "没有问题")).isFalse();
        }
        assertThat(settling.dismiss(actor("f330402-1"), near, "已核实")).isTrue();
        assertThat(jdbc.sql("select state from scrutiny.warning where id = :id")
                        .param("id", far)
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
        // The other one stays: that it was dismissed is on record.
        jdbc.sql("delete from scrutiny.warning where id = :far")
                .param("far", far)
                .update();
    }

    @Test
    void offersAndGroundsOfAnotherCountyAreNotShown() throws Exception {
        var far = newSpace(operatorOf(OTHER), OTHER);
        var near = newSpace(operatorOf(AREA), AREA);
        var farAward = higherAward(far, Fen.ofYuan(500_000));
        var nearAward = higherAward(near, Fen.ofYuan(500_000));

        for (var login : List.of("f330402-1", "c330402-1")) {
            var shown = higherAwardsOf(actor(login));
            assertThat(shown).contains(nearAward).doesNotContain(farAward);
            assertThat(events.events(actor(login)))
                    .allSatisfy(one -> assertThat(areaOf(one.space())).isEqualTo(AREA));
            assertThat(offers.list(
                                    actor(login),
                                    new org.zhongchuang.money.offer.Offers.Query(
                                            Optional.empty(), "", "", Optional.empty()),
                                    500)
                            .offers())
                    .allSatisfy(one -> assertThat(one.area()).isEqualTo(AREA));
            var browser = Browser.of(port, actor(login));
            var place = shown.indexOf(nearAward);
            assertThat(browser.open("/grounds" + (place == 0 ? "" : "?after=" + shown.get(place - 1))))
                    .isEqualTo(200);
            assertThat(browser.body()).contains(nearAward.toString()).doesNotContain(farAward.toString());
        }
        assertThat(higher.verify(actor("f330402-1"), farAward, Fen.ofYuan(500_000), "凭证"))
                .isEqualTo(new Granting.Refused(Granting.Reason.NOT_YOURS));
        assertThat(Browser.of(port, actor("f330402-1"))
                        .post("/grounds/higher/" + farAward, Map.of("received", "500000", "proof", "凭证")))
                .isEqualTo(404);
        assertThat(higher.find(farAward).orElseThrow().received()).isEqualTo(Fen.ZERO);
    }

    @Test
    void groundsForAnotherCountysFirmsAreNotRecorded() throws Exception {
        var firm = firm(OTHER, "演示·邻县获奖企业");
        var officer = Browser.of(port, actor("c330402-1"));

        assertThat(officer.post(
                        "/grounds/prizes",
                        Map.of(
                                "subject",
                                firm.toString(),
                                "competition",
                                "全国大赛",
                                "level",
                                "state",
                                "rank",
                                "1",
                                "day",
                                "2017-01-01",
                                "document",
                                "赛字一号文")))
                .isEqualTo(403);
        assertThat(officer.post(
                        "/grounds/higher",
                        Map.of(
                                "subject",
                                firm.toString(),
                                "document",
                                "省奖一号文",
                                "title",
                                "省奖",
                                "level",
                                "province",
                                "sum",
                                "500000",
                                "day",
                                "2017-01-01")))
                .isEqualTo(403);
        assertThat(higher.record(
                        actor("c330402-1"),
                        new HigherAwards.Entry(
                                "省奖一号文", "province", "省奖", firm, Fen.ofYuan(500_000), LocalDate.of(2017, 1, 1))))
                .isEqualTo(new Granting.Refused(Granting.Reason.NOT_YOURS));
        assertThat(events.record(
                        actor("c330402-1"),
                        new EventsAndPrizes.Prize("全国大赛", "state", 1, firm, LocalDate.of(2017, 1, 1), "赛字一号文")))
                .isEqualTo(new Granting.Refused(Granting.Reason.NOT_YOURS));
        assertThat(jdbc.sql(
                                "select (select count(*) from award.prize where subject = :s) + (select count(*) from award.higher_award where subject = :s)")
                        .param("s", firm.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into award.prize values (gen_random_uuid(), '全国大赛', 'state', 1, :firm, '2017-01-01', '赛字二号文', :person, now())")
                        .param("firm", firm.value())
                        .param("person", actor("c330402-1").person().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("office of the county");
    }

    /** Every award from above that the actor's list shows, read page by page. */
    private List<UUID> higherAwardsOf(Actor actor) {
        var shown = new ArrayList<UUID>();
        List<UUID> page;
        do {
            page =
                    higher
                            .list(
                                    actor,
                                    false,
                                    "",
                                    shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast()),
                                    500)
                            .stream()
                            .map(HigherAward::id)
                            .toList();
            shown.addAll(page);
        } while (!page.isEmpty());
        return shown;
    }

    @Test
    void anotherCountysEntriesAreNeitherRelatedNorToldApart() throws Exception {
        var one = firm(OTHER, "演示·邻县甲企业");
        var other = firm(OTHER, "演示·邻县乙企业");
        var own = firm(AREA, "演示·本县企业");
        var officer = Browser.of(port, actor("c330402-1"));

        assertThat(officer.post(
                        "/register/" + one + "/relate",
                        Map.of(
                                "relation",
                                "BRANCH_OF",
                                "other",
                                other.toString(),
                                "since",
                                "2016-01-01",
                                "basis",
                                "营业执照")))
                .isEqualTo(403);
        assertThat(officer.post("/register/duplicates/apart", Map.of("kept", one.toString(), "gone", other.toString())))
                .isEqualTo(403);
        assertThat(relations.relate(
                        actor("c330402-1"),
                        Relations.Kind.BRANCH_OF,
                        one,
                        other,
                        LocalDate.of(2016, 1, 1),
                        null,
                        "营业执照",
                        FormId.fresh()))
                .isEqualTo(Registering.refused(Registering.Reason.NOT_YOUR_AREA));
        assertThat(duplicates.tellApart(actor("c330402-1"), one, other))
                .isEqualTo(Registering.refused(Registering.Reason.NOT_YOUR_AREA));
        assertThat(jdbc.sql(
                                "select (select count(*) from registry.relation where source = :one) + (select count(*) from registry.distinct_pair where :one in (one, other))")
                        .param("one", one.value())
                        .query(Long.class)
                        .single())
                .isZero();
        // One of the two lies here: enough to tell them apart, which changes neither, and not to relate them.
        assertThat(relations.relate(
                        actor("c330402-1"),
                        Relations.Kind.BRANCH_OF,
                        own,
                        other,
                        LocalDate.of(2016, 1, 1),
                        null,
                        "营业执照",
                        FormId.fresh()))
                .isEqualTo(Registering.refused(Registering.Reason.NOT_YOUR_AREA));
        assertThat(duplicates.tellApart(actor("c330402-1"), own, other)).isInstanceOf(Registering.Done.class);
    }

    @Test
    void anExpertWhoStoodAsideReadsNothingMore() throws Exception {
        var file = new CaseId(jdbc.sql("""
                        select c.id from casework.case_file c
                         where c.number is not null and exists (select 1 from casework.attachment t where t.case_file = c.id)
                         order by c.number limit 1
                        """).query(UUID.class).single());
        var paper = jdbc.sql("select id from casework.attachment where case_file = :file order by id limit 1")
                .param("file", file.value())
                .query(UUID.class)
                .single();
        var login =
                jdbc.sql("""
                        select p.login from access.appointment a join access.person p on p.id = a.person
                         where a.role = 'EXPERT' and not exists (select 1 from review.ballot b where b.case_file = :file and b.expert = p.id)
                         order by p.login limit 1
                        """).param("file", file.value()).query(String.class).single();
        var expert = actor(login);
        var number = cases.find(file).orElseThrow().caseNumber();
        var browser = Browser.of(port, expert);
        assertThat(browser.open("/cases/" + number)).isEqualTo(404);
        try {
            seat(
                    "insert into review.ballot (case_file, expert, state) values (:file, :expert, 'ASSIGNED')",
                    file,
                    expert);
            assertThat(browser.open("/cases/" + number)).isEqualTo(200);
            assertThat(browser.open("/cases/" + number + "/files/" + paper)).isEqualTo(200);

            seat(
                    "update review.ballot set state = 'RECUSED' where case_file = :file and expert = :expert",
                    file,
                    expert);
            assertThat(browser.open("/cases/" + number)).isEqualTo(404);
            assertThat(browser.open("/cases/" + number + "/files/" + paper)).isEqualTo(404);
            assertThat(cases.details(expert, file)).isEmpty();
            assertThat(worklist.list(expert, Query.everything("")).rows())
                    .noneMatch(one -> one.file().id().equals(file));
        } finally {
            seat("delete from review.ballot where case_file = :file and expert = :expert", file, expert);
        }
    }

    private void seat(String change, CaseId file, Actor expert) {
        jdbc.sql(change)
                .param("file", file.value())
                .param("expert", expert.person().value())
                .update();
    }

    @Test
    void whoeverHoldsTheNoticeSeesAndAnswersTheObjectionToIt() throws Exception {
        for (var office : List.of(
                List.of("job-creation-subsidy", "LABOUR_OFFICER", "labour-officer", "labour-officer-2"),
                List.of("running-costs", "COUNTY_OFFICER", "c330402-1", "c330402-2"))) {
            var id = published(office.get(0), office.get(1), actor(office.get(2)));
            var number = cases.find(id).orElseThrow().caseNumber();
            var notice = notices.latest(id.value()).orElseThrow().id();
            var receipt = notices.object(
                    notice,
                    new Objection.Submission(UUID.randomUUID(), "王某人", "0573-80000000", "用工人数与社保记录不一致，请核实。", null),
                    watch);
            assertThat(receipt).isInstanceOf(Objection.Receipt.Received.class);

            var reviewer = Browser.of(port, actor(office.get(2)));
            assertThat(reviewer.open("/cases/" + number)).isEqualTo(200);
            assertThat(reviewer.body())
                    .contains("用工人数与社保记录不一致", "data-answered-by-another")
                    .doesNotContain("公示进行中，期满后系统自动转入决定", number + "/answer");
            var auditor = Browser.of(port, actor("auditor"));
            assertThat(auditor.open("/cases/" + number)).isEqualTo(200);
            assertThat(auditor.body()).contains("用工人数与社保记录不一致").doesNotContain(number + "/answer");

            var colleague = Browser.of(port, actor(office.get(3)));
            assertThat(colleague.open("/cases/" + number)).isEqualTo(200);
            assertThat(colleague.body()).contains("用工人数与社保记录不一致", "/cases/" + number + "/check-objection");
            assertThat(colleague.open("/inbox?objections=open")).isEqualTo(200);
            assertThat(colleague.body()).contains("/cases/" + number, "value=\"open\" selected");
            assertThat(reviewer.open("/inbox?objections=open")).isEqualTo(200);
            assertThat(reviewer.body()).doesNotContain("/cases/" + number);
            assertThat(colleague.open("/desk")).isEqualTo(200);
            assertThat(colleague.body()).contains("/inbox?objections=open");
            var objection = notices.objections(notice).getFirst().id();
            assertThat(colleague.post(
                            "/cases/" + number + "/check-objection",
                            Map.of(
                                    "version",
                                            String.valueOf(
                                                    cases.find(id).orElseThrow().version()),
                                    "request", UUID.randomUUID().toString(),
                                    "objection", objection.toString(),
                                    "admits", "yes")))
                    .isEqualTo(302);
            assertThat(colleague.post(
                            "/cases/" + number + "/answer",
                            Map.of(
                                    "version",
                                            String.valueOf(
                                                    cases.find(id).orElseThrow().version()),
                                    "request", UUID.randomUUID().toString(),
                                    "objection", objection.toString(),
                                    "upheld", "no",
                                    "reply", "已与社保记录核对，一致。")))
                    .isEqualTo(302);
            assertThat(notices.objections(notice).getFirst().isOpen()).isFalse();
            assertThat(colleague.open("/inbox?objections=open&show=all")).isEqualTo(200);
            assertThat(colleague.body()).doesNotContain("/cases/" + number);
            assertThat(Browser.of(port, actor("c330411-1")).open("/cases/" + number))
                    .isEqualTo(404);
        }
    }

    /** A case of the programme that stands before its notice, reviewed by that officer, who then publishes it. */
    private CaseId published(String programme, String holder, Actor officer) {
        var operator = operatorOf(AREA);
        var id = done(
                begin.begin(operator, "start-up-fund", newSpace(operator, AREA).id(), ""));
        jdbc.sql("""
                        update casework.case_file set programme = :programme, step = 'NOTICE', holder = :holder, proposal = 'GRANT', due_on = started_at::date + 30,
                               filed_on = started_at::date, number = 'ZC2017-9' || lpad((random() * 9999)::int::text, 4, '0') where id = :id
                        """)
                .param("programme", programme)
                .param("holder", holder)
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        insert into casework.event (case_file, seq, at, act, person, name, unit, role, note, request)
                        select :id, coalesce(max(seq), 0) + 1, now(), 'RECOMMENDED', :person, :name, :unit, :role, '', null
                          from casework.event where case_file = :id
                        """)
                .param("id", id.value())
                .param("person", officer.person().value())
                .param("name", officer.name())
                .param("unit", officer.unit())
                .param("role", officer.role().name())
                .update();
        done(noticeActs.publish(officer, id, ticket(id)));
        return id;
    }

    private Actor operatorOf(String area) {
        return Newcomer.in(Role.OPERATOR, area, people);
    }

    private Space newSpace(Actor operator, String area) {
        return spaces.register(
                operator,
                new Space.Profile(
                        "演示·归属测试空间",
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        area,
                        "测试路三号",
                        LocalDate.of(2015, 1, 1),
                        ""));
    }

    private UUID account(Actor operator) {
        var number = String.valueOf(
                6_222_000_000_000_000L + (operator.person().value().getMostSignificantBits() & 0xFFFFFFF));
        return ((Paying.Done) accounts.enter(operator, "演示户名", "演示银行", number)).id();
    }

    private SubjectId firm(String area, String name) {
        return ((Registering.Done) enterSubject.enter(
                        actor("city1"),
                        new EnterSubject.Entry(
                                SubjectKind.ENTERPRISE,
                                name + UUID.randomUUID().toString().substring(0, 6),
                                area,
                                "",
                                null)))
                .subject();
    }

    /** A finding about a case of that county. */
    private UUID finding(String area) {
        var operator = operatorOf(area);
        var file = done(
                begin.begin(operator, "start-up-fund", newSpace(operator, area).id(), ""));
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into scrutiny.warning (id, kind, key, case_file, parts, fen, found_at, state, two)
                        select :id, 'TWO_SPACES', :key, :file, array['归属测试'], 0, now(), 'OPEN', false
                        """)
                .param("id", id)
                .param("key", id.toString())
                .param("file", file.value())
                .update();
        return id;
    }

    private String areaOf(SubjectId space) {
        return jdbc.sql("select area from registry.space where id = :id")
                .param("id", space.value())
                .query(String.class)
                .single();
    }

    private String state(UUID account) {
        return jdbc.sql("select state from payment.bank_account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }
}
