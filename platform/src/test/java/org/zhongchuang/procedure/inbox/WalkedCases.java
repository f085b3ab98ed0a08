package org.zhongchuang.procedure.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Newcomer;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Programme.CheckItem;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.ObjectionListener;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.ExpertActs;
import org.zhongchuang.procedure.review.NoticeActs;
import org.zhongchuang.procedure.review.Visit;
import org.zhongchuang.procedure.review.VisitActs;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** Cases that have been walked to a step by those whose turn it was, for tests of what may be done with them there. */
abstract class WalkedCases extends TestCity {

    static final byte[] PDF = "%PDF-1.4 test".getBytes(US_ASCII);
    static final String AREA = "330402";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Spaces spaces;

    @Autowired
    BeginCase begin;

    @Autowired
    AnswerQuestions answers;

    @Autowired
    AttachPapers attachPapers;

    @Autowired
    FileCase filing;

    @Autowired
    CountyActs county;

    @Autowired
    CityActs city;

    @Autowired
    NoticeActs noticeActs;

    @Autowired
    VisitActs visitActs;

    @Autowired
    ExpertActs experts;

    @Autowired
    Cases cases;

    @Autowired
    Policies policies;

    @Autowired
    Notices notices;

    @Autowired
    ObjectionListener watch;

    @Autowired
    DemonstrationTime time;

    @Autowired
    Clock clock;

    Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    Actor newOperator() {
        return Newcomer.in(Role.OPERATOR, AREA, accounts);
    }

    CaseFile draft(Actor operator) {
        var space = spaces.register(
                operator,
                new Space.Profile(
                        "演示·测试空间",
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        AREA,
                        "测试路一号",
                        LocalDate.of(2015, 1, 1),
                        ""));
        var file = ((Handling.Done) begin.begin(operator, "space-recognition", space)).file();
        var facts = new HashMap<>(Map.of(
                "area_sqm",
                "800",
                "desks",
                "60",
                "usable_share",
                "80",
                "lease_months_left",
                "40",
                "independent_body",
                "true",
                "staff",
                "5",
                "written_rules",
                "true",
                "months_operating",
                "18",
                "tenants",
                "25",
                "mentors",
                "6"));
        facts.putAll(Map.of("events_per_year", "12", "service_kinds", "6"));
        answers.answer(operator, file.id(), facts);
        List.of("lease", "rules", "tenants")
                .forEach(paper ->
                        attachPapers.attach(operator, file.id(), paper, new ByteArrayInputStream(PDF), paper + ".pdf"));
        return file;
    }

    CaseFile filed(Actor operator) {
        var file = draft(operator);
        return ((Handling.Done) filing.file(operator, file.id(), ticket(file), true)).file();
    }

    static Ticket ticket(CaseFile file) {
        return new Ticket(file.version(), UUID.randomUUID());
    }

    CaseFile now(CaseId id) {
        return cases.find(id).orElseThrow();
    }

    UUID objected(PublicNotice notice, String name) {
        var receipt = notices.object(
                notice.id(),
                new Objection.Submission(UUID.randomUUID(), name, "0573-1234", "入驻企业数量与公示不符，请核查。", null),
                watch);
        var number = ((Objection.Receipt.Received) receipt).number();
        return notices.byReceipt(number).orElseThrow().id();
    }

    /** A visit with that companion at which everything was in order but what is named. */
    Visit.Report seen(String companion, Map<String, String> faults) {
        var checks = policies.current().programme("space-recognition").filed().visitChecklist().stream()
                .collect(Collectors.toMap(CheckItem::id, item -> !faults.containsKey(item.id())));
        return new Visit.Report(LocalDate.now(clock), actor(companion).person(), checks, faults, "看过");
    }

    void everyBallot(CaseFile file) {
        everyBallot(file, Map.of("gathering", 20, "technology", 15, "finance", 15, "mentoring", 10, "events", 10));
    }

    void everyBallot(CaseFile file, Map<String, Integer> scores) {
        var details = cases.details(actor("decider1"), file.id());
        details.ifPresent(found -> found.ballots()
                .forEach(ballot -> experts.score(
                        accounts.held(ballot.expert()).getFirst(),
                        file.id(),
                        ticket(cases.find(file.id()).orElseThrow()),
                        scores,
                        "可以")));
    }

    /** A case that every expert has given these points. */
    CaseFile scored(Map<String, Integer> scores) {
        return scored(newOperator(), scores);
    }

    CaseFile scored(Actor operator, Map<String, Integer> scores) {
        var file = filed(operator);
        var id = file.id();
        county.accept(actor("c330402-1"), id, ticket(file));
        county.recommend(actor("c330402-1"), id, ticket(cases.find(id).orElseThrow()), "同意");
        visitActs.visit(actor("c330402-1"), id, ticket(cases.find(id).orElseThrow()), seen("c330402-2", Map.of()));
        visitActs.confirmVisit(actor("c330402-2"), id, ticket(cases.find(id).orElseThrow()));
        city.pass(actor("city1"), id, ticket(cases.find(id).orElseThrow()), "同意");
        everyBallot(cases.find(id).orElseThrow(), scores);
        return cases.find(id).orElseThrow();
    }

    /** A case that has come as far as that step by the straight way. */
    CaseFile walked(Step to) {
        return walked(to, newOperator());
    }

    CaseFile walked(Step to, Actor operator) {
        var id = scored(
                        operator,
                        Map.of("gathering", 20, "technology", 15, "finance", 15, "mentoring", 10, "events", 10))
                .id();
        if (to == Step.MEETING) {
            return cases.find(id).orElseThrow();
        }
        city.hold(actor("city2"), id, ticket(cases.find(id).orElseThrow()), "纪要〔2017〕1号", true, "同意");
        if (to == Step.DECISION) {
            noticeActs.publish(actor("city2"), id, ticket(cases.find(id).orElseThrow()));
            time.pushTo(notices.running(id.value()).orElseThrow().lastDay().plusDays(1));
        }
        var walked = cases.find(id).orElseThrow();
        assertThat(walked.step()).isEqualTo(to);
        return walked;
    }
}
