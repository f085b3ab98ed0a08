package org.zhongchuang.procedure.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Newcomer;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Programme.CheckItem;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

class ExpertPagesTests extends TestCity {

    private static final String AREA = "330402";
    private static final byte[] PDF = "%PDF-1.4 test".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Spaces spaces;

    @Autowired
    private BeginCase begin;

    @Autowired
    private AnswerQuestions answers;

    @Autowired
    private AttachPapers attachPapers;

    @Autowired
    private FileCase filing;

    @Autowired
    private CountyActs county;

    @Autowired
    private VisitActs visits;

    @Autowired
    private CityActs city;

    @Autowired
    private Reviews reviews;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Papers papers;

    @Autowired
    private Policies policies;

    @Autowired
    private Clock clock;

    @Test
    void whoStepsAsideIsToldWhatIsOnRecordAndNoLongerOpensTheCaseOrItsPapers() {
        var file = drawn();
        var number = file.caseNumber();
        var paper = papers.of(file.id()).getFirst().id();
        var expert = seated(file, 0);
        var another = seated(file, 1);
        assertThat(expert.opens("/cases/" + number).statusCode()).isEqualTo(200);
        assertThat(expert.opens("/cases/" + number + "/files/" + paper).statusCode())
                .isEqualTo(200);

        var answer = expert.posts("/cases/" + number + "/recuse", Map.of("version", "0", "reasons", "曾任该机构顾问"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(expert.opens("/recusals?just=" + number).body())
                .contains("已登记您对" + number + "的回避", "曾任该机构顾问", "已另抽专家接替");
        for (var closed : List.of("", "/files/" + paper, "/ballot")) {
            assertThat(expert.opens("/cases/" + number + closed).statusCode())
                    .as(closed)
                    .isEqualTo(404);
        }
        assertThat(reviews.of(file.id()).ballots()).hasSize(4);
        // Another expert reads nothing of it, and what is in an address alone is not on record.
        assertThat(another.opens("/recusals?just=" + number).body()).doesNotContain("已登记您对", "曾任该机构顾问");
    }

    @Test
    void aDraftIsKeptOneFieldAtATimeAndWhatIsCompleteIsLookedOverBeforeItIsCast() {
        var file = drawn();
        var number = file.caseNumber();
        var path = "/cases/" + number + "/ballot";
        var expert = seated(file, 0);
        var empty = expert.opens(path).body();
        assertThat(empty).contains("入驻团队和企业的数量、质量和成长", "tenants.pdf", "评分截止").contains("data-total-of=\"score.\">0<");

        assertThat(expert.posts(path, Map.of("version", "0", "act", "keep", "score.gathering", "21"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(expert.opens(path + "?saved").body())
                .contains("草稿已保存，还没有提交", "value=\"21\"", "data-total-of=\"score.\">21<");
        assertThat(seated(file, 1).opens(path).body()).doesNotContain("value=\"21\"");

        assertThat(expert.posts(path, Map.of("version", "0", "act", "check", "score.gathering", "31"))
                        .body())
                .contains("SCORE_OUT_OF_BOUNDS", "aria-describedby=\"score.gathering-mistake\"", "请写0到30之间的整数")
                .contains("aria-describedby=\"score.events-mistake\"", "这一项还没有打分")
                .contains("aria-describedby=\"comment-mistake\"");
        var form = new HashMap<>(Map.of("version", "0", "score.gathering", "21", "score.technology", "15"));
        form.putAll(Map.of("score.finance", "14", "score.mentoring", "12", "score.events", "15", "comment", "运行良好"));
        form.put("act", "check");
        assertThat(expert.posts(path, form).body()).contains("请核对评分", "data-total>77<", "确认提交，不再修改");
        assertThat(state(file, 0)).isEqualTo(Ballot.State.ASSIGNED);

        assertThat(expert.posts("/cases/" + number + "/score", form).statusCode())
                .isEqualTo(302);
        assertThat(expert.opens(path).body())
                .contains("您已提交评分", "data-mine>77<", "运行良好", "您对本件的评审到此完成")
                .doesNotContain("name=\"act\"", "/recuse");
        assertThat(expert.opens("/cases/" + number).body()).contains("您已评 77 分");
        assertThat(expert.posts(path, form).statusCode()).isEqualTo(409);
    }

    private Ballot.State state(CaseFile file, int seat) {
        return reviews.of(file.id()).ballots().get(seat).state();
    }

    private PlainBrowser seated(CaseFile file, int seat) {
        var expert = reviews.of(file.id()).ballots().get(seat).expert();
        return PlainBrowser.at("http://localhost:" + port)
                .signsIn(accounts.held(expert).getFirst().login());
    }

    /** A case for which experts were just drawn. */
    private CaseFile drawn() {
        var operator = Newcomer.in(Role.OPERATOR, AREA, accounts);
        var profile = new Space.Profile(
                "演示·测试空间", Kinds.MAKER, Builder.FIRM, Carrier.OTHER, AREA, "测试路一号", LocalDate.of(2015, 1, 1), "");
        var id = done(begin.begin(operator, "space-recognition", spaces.register(operator, profile)))
                .id();
        var numbers = "area_sqm 800 desks 60 usable_share 80 lease_months_left 40 independent_body true staff 5 "
                + "written_rules true months_operating 18 tenants 25 mentors 6 events_per_year 12 service_kinds 6";
        var words = numbers.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            answers.answer(operator, id, Map.of(words[i], words[i + 1]));
        }
        for (var paper : List.of("lease", "rules", "tenants")) {
            attachPapers.attach(operator, id, paper, new ByteArrayInputStream(PDF), paper + ".pdf");
        }
        done(filing.file(operator, id, ticket(id), true));
        done(county.accept(actor("c330402-1"), id, ticket(id)));
        done(county.recommend(actor("c330402-1"), id, ticket(id), "同意"));
        var checks = policies.current().programme("space-recognition").filed().visitChecklist().stream()
                .collect(Collectors.toMap(CheckItem::id, _ -> true));
        var report = new Visit.Report(LocalDate.now(clock), actor("c330402-2").person(), checks, Map.of(), "看过");
        done(visits.visit(actor("c330402-1"), id, ticket(id), report));
        done(visits.confirmVisit(actor("c330402-2"), id, ticket(id)));
        var drawn = done(city.pass(actor("city1"), id, ticket(id), "同意"));
        assertThat(drawn.step()).isEqualTo(Step.EXPERT_SCORING);
        return drawn;
    }

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private Ticket ticket(CaseId id) {
        return new Ticket(files.find(id).orElseThrow().version(), UUID.randomUUID());
    }

    private static CaseFile done(Handling handling) {
        return ((Handling.Done) handling).file();
    }
}
