package org.zhongchuang.government.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.Acts;
import org.zhongchuang.ground.audit.ActsOnRecord;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.audit.Coded.Changed;
import org.zhongchuang.ground.audit.InWords;
import org.zhongchuang.ground.audit.RecordedAct;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.money.offer.Offer;

/** Every act that is recorded anywhere has its words. */
class ActsTests extends TestCity {

    /** A call that records, with everything up to the end of the statement. */
    private static final Pattern CALL = Pattern.compile(
            "(?:audit|log|frequent|trace|rows)\\s*\\.(?:record|recordWithoutActor|recordOf|count|countOf|countWithoutActor|came|failed|audit)\\(([^;]*);|new Happened\\(([^;]*);");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+[.-][A-Za-z.-]*)\"");

    /** What follows where the name of an act is put together. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "case.", names(org.zhongchuang.procedure.casework.Act.values()),
            "offer.", names(Offer.State.values()),
            "recognition.", names(RecognisedSpace.Status.values()),
            "parameter.",
                    Stream.of(ProposalState.values())
                            .filter(state -> state != ProposalState.OPEN)
                            .map(state -> state.name().toLowerCase(Locale.ROOT))
                            .toList(),
            "assessment.", List.of("RECUSED", "REPLACED"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InWords words;

    @Autowired
    private Policies policies;

    @Autowired
    private ActsOnRecord record;

    @Autowired
    private AuditLog log;

    @Test
    void everyActInTheCodeHasItsWords() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                found.addAll(actsIn(Files.readString(file)));
            }
        }

        assertThat(found).hasSizeGreaterThan(90);
        assertThat(found).allSatisfy(act -> assertThat(Acts.of(act)).as(act).isPresent());
    }

    @Test
    void anActWithoutWordsIsFound() {
        assertThat(actsIn("audit.record(\n    actor, won ? \"prize.won\" : \"prize.lost\", id, \"\");"))
                .containsExactly("prize.won", "prize.lost");
        assertThat(actsIn("audit.record(actor, \"offer.\" + state.name(), id, \"\");"))
                .contains("offer.LAPSED");
    }

    @Test
    void everyActThatStandsInTheRecordHasItsWords() {
        assertThat(jdbc.sql("select distinct act from audit.entry")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(act -> assertThat(Acts.of(act)).as(act).isPresent());
    }

    @Test
    void everyActIsSaidInBothLanguages() {
        assertThat(Acts.all()).allSatisfy(act -> {
            assertThat(act.words().zh()).matches(".*\\p{IsHan}.*");
            assertThat(act.words().en()).matches("[\\p{ASCII}]+");
        });
    }

    @Test
    void noTwoActsAreSaidAlikeSoThatEachStandsOnceInTheFilter() {
        assertThat(Acts.all()).extracting(act -> act.words().zh()).doesNotHaveDuplicates();
        assertThat(Acts.all()).extracting(act -> act.words().en()).doesNotHaveDuplicates();
    }

    @Test
    void amountsAreYuanThingsHaveTheirNamesAndAReceiptIsNotPrinted() {
        assertThat(said("batch.make", "x", "12345678").detail().zh()).isEqualTo("123456.78元");
        assertThat(said("notice.object", "x", "YY-ABCD-EFGH").detail().zh()).doesNotContain("ABCD");
        for (var one : List.of(
                "case.WITHDRAWN | select id, space_name from casework.case_file where number is null",
                "batch.send | select id, number from payment.batch",
                "affected.keep | select id, number from award.award",
                "notice.check | select o.id, n.space_name from notice.objection o join notice.notice n on n.id = o.notice",
                "warning.dismiss | select w.id, c.number from scrutiny.warning w join casework.case_file c on c.id = w.case_file")) {
            var parts = one.split(" \\| ", 2);
            jdbc.sql(parts[1] + " limit 3").query(row -> {
                assertThat(said(parts[0], row.getString(1), "").thing().zh()).contains(row.getString(2));
            });
        }
    }

    /** An address that was opened or refused stands as it is. */
    @Test
    void noRowOfTheRecordShowsAnIdOrIsEmptyWhereThereIsAThing() {
        var rows = jdbc.sql("""
                        select act, subject, detail from (
                          select *, row_number() over (partition by act order by id desc) nth from audit.entry
                           where subject not like '/%') e
                         where nth <= 5
                        """)
                .query((row, _) -> List.of(row.getString("act"), row.getString("subject"), row.getString("detail")))
                .list();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            var said = said(row.get(0), row.get(1), row.get(2));
            assertThat(said.thing().zh() + said.detail().zh())
                    .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                    .doesNotContain("已不在册");
            if (!row.get(1).isEmpty()) {
                assertThat(said.detail().zh()).isNotBlank();
            }
        });
    }

    @Test
    void thingsOfMoneyAreNamedByTheirReceiversAndNumbers() {
        for (var one : List.of(
                "offer.ACCEPTED | select o.id, s.name from offer.offer o join registry.subject s on s.id = o.subject",
                "account.enter | select id, '尾号' || tail from payment.bank_account",
                "higher.record | select id, document from award.higher_award",
                "batch.bounce-confirm | select p.id, w.number || '第' || p.instalment || '期' from payment.payment p join award.award w on w.id = p.award",
                "award.unspend | select id, voucher from award.spending")) {
            var parts = one.split(" \\| ", 2);
            jdbc.sql(parts[1] + " limit 3").query(row -> {
                assertThat(said(parts[0], row.getString(1), "").thing().zh()).contains(row.getString(2));
            });
        }
        jdbc.sql("select id, fen from award.award limit 1").query(row -> {
            assertThat(said("award.milestone", row.getString(1), "").detail().zh())
                    .contains(new org.zhongchuang.engine.Fen(row.getLong(2)).yuan() + "元");
        });
    }

    @Test
    void anAuditorFindsActsByTheNameTheCodeAndTheNumberOfTheThing() {
        jdbc.sql("""
                        select w.number, w.name, e.id from award.award w join audit.entry e on e.subject = w.id::text and e.act = 'award.grant'
                         order by e.id desc limit 1
                        """).query(row -> {
            assertThat(found(row.getString("number"))).contains(row.getLong("id"));
            assertThat(found(row.getString("name"))).contains(row.getLong("id"));
        });
        jdbc.sql("""
                        select s.code, e.id from registry.subject s join audit.entry e on e.subject = s.id::text
                         where s.code <> '' order by e.id desc limit 1
                        """).query(row -> {
            assertThat(found(row.getString("code"))).contains(row.getLong("id"));
        });
        jdbc.sql("""
                        select p.name, e.id from access.person p join audit.entry e on e.subject = p.login order by e.id desc limit 1
                        """).query(row -> {
            assertThat(found(row.getString("name"))).contains(row.getLong("id"));
        });
    }

    @Test
    void whatWasRenamedIsFoundByEveryNameAndCodeThatItHad() {
        var mark = UUID.randomUUID().toString().substring(0, 6);
        var firm = UUID.randomUUID();
        jdbc.sql("""
                        insert into registry.subject (id, kind, name, area, code, spoken, likeness, listed, created_at)
                        values (:id, 'INSTITUTION', :name, '330402', :code, '', '', false, now())
                        """)
                .param("id", firm)
                .param("name", "演示·旧名" + mark)
                .param("code", "OLDCODE" + mark)
                .update();
        jdbc.sql("update registry.subject set name = :name, code = :code where id = :id")
                .param("id", firm)
                .param("name", "演示·中名" + mark)
                .param("code", "NEWCODE" + mark)
                .update();
        jdbc.sql("update registry.subject set name = :name where id = :id")
                .param("id", firm)
                .param("name", "演示·新名" + mark)
                .update();
        log.recordWithoutActor("register.record", firm.toString(), "level_city");
        var row = jdbc.sql("select id from audit.entry where subject = :id")
                .param("id", firm.toString())
                .query(Long.class)
                .single();

        for (var called : List.of("演示·旧名", "演示·中名", "演示·新名", "OLDCODE", "NEWCODE")) {
            assertThat(found(called + mark)).containsExactly(row);
        }
    }

    @Test
    void allActsOnAThingAreFoundFromItsPage() {
        jdbc.sql("""
                        select r.space::text, r.name, e.id from recognition.recognised_space r join audit.entry e on e.subject = r.code
                         order by e.id desc limit 1
                        """).query(row -> {
            assertThat(found(row.getString("space"))).contains(row.getLong("id"));
            assertThat(found(row.getString("name"))).contains(row.getLong("id"));
        });
    }

    @Test
    void aChangeIsToldWithWhatWasAndWhatIs() {
        var until = said("access.appointment-until", "wang", "MENTOR 330402 | 2017-03-01 → open");
        assertThat(until.detail().zh()).isEqualTo(Role.MENTOR.label().zh() + " 南湖区：2017年3月1日 → 不限期");
        assertThat(until.changed()).contains(new Changed(Text.of("2017年3月1日", "1 Mar 2017"), Text.of("不限期", "no end")));
        assertThat(said("register.record", "x", "above_scale | above_scale= → above_scale=true")
                        .detail()
                        .zh())
                .endsWith("：空 → 是");
        assertThat(said("register.record", "x", "secondary_type | secondary_type= → secondary_type=maker")
                        .detail()
                        .zh())
                .as("by the words of the city")
                .endsWith("：空 → 创客孵化类");
        assertThat(said("recognition.approve", "x", "AREA | 330402 → 330411")
                        .changed()
                        .orElseThrow()
                        .before()
                        .zh())
                .isEqualTo("南湖区");
        assertThat(said("recognition.ask", "x", "ADDRESS").changed()).isEmpty();
    }

    private List<Long> found(String thing) {
        return record.page(ActsOnRecord.Question.of("", thing), 0, 500).stream()
                .map(RecordedAct::number)
                .toList();
    }

    @Test
    void codesInTheRecordAreSaidInWords() {
        assertThat(said("session.role", "COUNTY_OFFICER", "330402").thing()).isEqualTo(Role.COUNTY_OFFICER.label());
        assertThat(said("session.role", "COUNTY_OFFICER", "330402").detail().zh())
                .isEqualTo("南湖区");
        assertThat(said("access.appoint", "wang", "COUNTY_OFFICER 330402 alone")
                        .detail()
                        .zh())
                .isEqualTo(Role.COUNTY_OFFICER.label().zh() + " 南湖区 （没有第二人）");
        assertThat(said("growth.plan", "x", "event-support").detail().en())
                .isEqualTo(policies.current().programme("event-support").title().en());
        assertThat(said("factor.remove", "wang", "recovery code used").detail().zh())
                .isEqualTo("用掉一个恢复码");
        assertThat(said("evidence.import", "x", "12 JOBS").detail().zh()).isEqualTo("12 就业");
        assertThat(said("recovery.propose", "x", "MISUSE").detail().en()).isEqualTo("Misuse");
        assertThat(said("recognition.ask", "x", "ADDRESS").detail().zh()).isEqualTo("变更地址");
        assertThat(said("register.enter", "x", "FUND").detail().zh()).isEqualTo("基金");
        assertThat(said("register.relate", "x", "SPUN_OFF").detail().en()).isEqualTo("spun off");
        assertThat(said("register.record", "x", "level_city").detail().zh()).isEqualTo("市级");
    }

    @Test
    void whatIsNoCodeStandsAsItWasWritten() {
        assertThat(said("prize.record", "x", "PERSON true 330402").detail().zh())
                .isEqualTo("PERSON true 330402");
    }

    private InWords.Said said(String act, String thing, String detail) {
        var row = new RecordedAct(
                1,
                Instant.EPOCH,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                "",
                act,
                thing,
                detail,
                "",
                1,
                Optional.empty());
        return words.say(List.of(row)).getFirst();
    }

    private static List<String> actsIn(String source) {
        var acts = new ArrayList<String>();
        for (var call = CALL.matcher(source); call.find(); ) {
            var arguments = call.group(1) == null ? call.group(2) : call.group(1);
            for (var literal = LITERAL.matcher(arguments); literal.find(); ) {
                var act = literal.group(1);
                if (act.endsWith(".") || act.endsWith("-")) {
                    ENDINGS.getOrDefault(act, List.of("?")).forEach(ending -> acts.add(act + ending));
                } else {
                    acts.add(act);
                }
            }
        }
        return acts;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
