package org.zhongchuang.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;

/** The page of a batch, what is done on it, and the files that leave from it. */
class BatchPagesTests extends MoneyCity {

    private static final String HOLDER = "演示·收款有限公司";
    private static final String NUMBER = "622277778888";

    @LocalServerPort
    private int port;

    private PlainBrowser as(String login) {
        return PlainBrowser.at("http://localhost:" + port).signsIn(login);
    }

    /** A batch of everything that waits, one of its payments to a company that runs a makerspace. */
    private UUID made() {
        var operator = newOperator();
        awarded(operator);
        give(operator, HOLDER, NUMBER);
        payments.settle();
        return ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
    }

    @Test
    void theFilesForTheBankLeaveOnlyOnceTheBatchIsApprovedAndSent() {
        var id = made();
        try (var officer = as("finance-officer-2")) {
            for (var file : new String[] {"/payments.csv", "/pain.001.xml"}) {
                assertThat(officer.opens("/finance/batches/" + id + file).statusCode())
                        .isEqualTo(409);
            }
            approve(actor("finance-officer-2"), id);
            approve(actor("finance-officer-3"), id);
            send(actor("finance-officer-4"), id);

            var csv = officer.opens("/finance/batches/" + id + "/payments.csv");
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.body())
                    .contains("嘉兴市财政", HOLDER, NUMBER, "开户行联行号", "预算科目", "付款方区划代码", "未登记")
                    .doesNotContain("\t");
            assertThat(officer.opens("/finance/batches/" + id + "/pain.001.xml").body())
                    .contains("<Nm>嘉兴市财政</Nm>", "<Nm>" + HOLDER + "</Nm>")
                    .doesNotContain("<Nm>330400</Nm>");
            assertThat(officer.opens("/finance/batches/" + id).body()).contains(HOLDER, "联行号：未登记", "data-not-known");
        }
    }

    @Test
    void whoApprovesABatchReadsTheFindingsAgainstItsAwardsAndWhatTheirAmountAsksFor() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, HOLDER, NUMBER);
        payments.settle();
        warn(award, true);
        warn(award, false);
        var id = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        try (var officer = as("finance-officer-2")) {
            var page = officer.opens("/finance/batches/" + id).body();

            assertThat(page).contains("data-doubts=", "疑点不自动停止支付", "按金额须两人核查后才能消除", "按金额一人核查即可消除");
            clear(award);
            assertThat(payments.doubts(payments.ofBatch(id)))
                    .noneMatch(doubt -> doubt.payment().award().equals(award.id()));
        }
    }

    private static void warn(Award award, boolean two) {
        asOwner()
                .sql("""
                        insert into scrutiny.warning (id, kind, key, case_file, parts, fen, found_at, state, two)
                        values (gen_random_uuid(), (select kind from scrutiny.warning limit 1), 'batch-test-' || gen_random_uuid(), :case,
                                (select parts from scrutiny.warning limit 1), 1, now(), 'OPEN', :two)
                        """)
                .param("case", award.caseFile().value())
                .param("two", two)
                .update();
    }

    private void clear(Award award) {
        asOwner()
                .sql("""
                        update scrutiny.warning set state = 'DISMISSED', first_by = :p, first_reason = '已核查', second_by = :q, second_reason = '已复看'
                         where case_file = :case
                        """)
                .param("case", award.caseFile().value())
                .param("p", actor("city1").person().value())
                .param("q", actor("city2").person().value())
                .update();
    }

    private UUID queued(Award award) {
        return payments.ofAward(award.id()).getFirst().id();
    }

    @Test
    void whoMakesABatchReadsTheFindingsAndWhatIsNotChosenStaysInTheQueueAndSaysSo() {
        var operator = newOperator();
        var sound = awarded(operator);
        var doubtful = awarded(operator);
        give(operator, HOLDER, NUMBER);
        payments.settle();
        clear(sound);
        warn(doubtful, false);
        try (var officer = as("finance-officer")) {
            var page = officer.opens("/finance/payments").body();
            assertThat(page)
                    .contains("value=\"" + queued(sound) + "\" checked", "data-doubt")
                    .contains("value=\"" + queued(doubtful) + "\"")
                    .doesNotContain("value=\"" + queued(doubtful) + "\" checked");

            assertThat(officer.posts("/finance/payments", Map.of()).body()).contains("data-refused=\"NOTHING_CHOSEN\"");
            var made = officer.posts(
                    "/finance/payments", Map.of("payment", queued(sound).toString()));
            assertThat(made.statusCode()).isEqualTo(302);
            assertThat(payments.ofAward(doubtful.id()).getFirst().state()).isEqualTo(Payment.State.QUEUED);
            var batch = payments.ofAward(sound.id()).getFirst().batch().orElseThrow();
            // Tests that push the clock on may have left a batch of a later day, which is then the last one.
            assertThat(officer.opens("/finance/payments").body())
                    .containsPattern("(?s)data-payment=\"" + queued(doubtful) + "\".{1,2000}未列入批次 ZF");
            var both = Map.of("payment", queued(sound) + "," + queued(doubtful));
            assertThat(officer.posts("/finance/payments", both).body())
                    .contains("data-refused=\"NOT_PAYABLE_NOW\"")
                    .contains("value=\"" + queued(doubtful) + "\" checked");
            drop(actor("finance-officer"), batch);
        }
    }

    @Test
    void aDroppedBatchStillShowsThePaymentsItHad() {
        var id = made();
        var had = payments.ofBatch(id).stream().map(Payment::id).toList();
        drop(actor("finance-officer"), id);

        assertThat(payments.ofBatch(id)).extracting(Payment::id).containsExactlyElementsOf(had);
        assertThat(batches.find(id).orElseThrow().payments()).isEqualTo(had.size());
        try (var officer = as("finance-officer-2")) {
            assertThat(officer.opens("/finance/batches/" + id).body())
                    .contains("data-dropped", HOLDER, "data-payment=\"" + had.getFirst() + "\"")
                    .doesNotContain("data-doubts");
        }
        assertThatThrownBy(() -> asOwner()
                        .sql("delete from payment.batch_line where batch = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoMadeABatchIsToldWhoApprovesItInsteadOfAButtonThatRefusesThem() {
        var id = made();
        try (var maker = as("finance-officer");
                var other = as("finance-officer-2")) {
            assertThat(maker.opens("/finance/batches/" + id).body())
                    .contains("data-another", "由同一财政的另一位财政人员审批")
                    .doesNotContain("value=\"approve\"");
            assertThat(other.opens("/finance/batches/" + id).body()).contains("value=\"approve\"");
        }
    }

    @Test
    void aBatchIsDroppedWithAReasonFromThePageAsItStands() {
        var id = made();
        try (var officer = as("finance-officer-2");
                var other = as("finance-officer-3")) {
            var path = "/finance/batches/" + id;
            assertThat(officer.posts(path, Map.of("act", "approve", "version", "1"))
                            .statusCode())
                    .isEqualTo(302);
            var stale = other.posts(path, Map.of("act", "drop", "version", "1", "reason", "户名有误"));
            assertThat(stale.body())
                    .contains("data-refused=\"STALE\"")
                    .contains(actor("finance-officer-2").name());
            assertThat(other.posts(path, Map.of("act", "drop", "version", "2")).body())
                    .contains("data-refused=\"NO_REASON\"");
            other.posts(path, Map.of("act", "drop", "version", "2", "reason", "户名有误"));
            assertThat(officer.opens(path).body())
                    .contains(
                            "data-step=\"DROPPED\"",
                            "户名有误",
                            actor("finance-officer-3").name());
        }
    }

    @Test
    void aBounceIsConfirmedOnThePageByAnotherAndTheNextStepIsTold() {
        var id = made();
        approve(actor("finance-officer-2"), id);
        approve(actor("finance-officer-3"), id);
        send(actor("finance-officer-4"), id);
        var batch = batches.find(id).orElseThrow();
        settle(actor("finance-officer"), id, all(batch, true));
        var payment = payments.ofBatch(id).stream()
                .filter(one -> one.holder().equals(HOLDER))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        try (var maker = as("finance-officer");
                var other = as("finance-officer-2")) {
            var path = "/finance/batches/" + id + "/bounces";
            maker.posts(path, fields(id, "propose", payment));
            assertThat(maker.opens("/finance/batches/" + id).body())
                    .contains("data-bounce=\"" + payment + "\"")
                    .doesNotContain("value=\"confirm\"");
            assertThat(other.posts(path, fields(id, "confirm", payment)).statusCode())
                    .isEqualTo(302);
            assertThat(other.opens("/finance/batches/" + id).body()).contains("下一步：等收款单位在“我的资金”提交另一个账户");
        }
    }

    @Test
    void aFileThatWasReadIsToldWithItsCountsAndEachLineThatNeedsALook() {
        var id = made();
        approve(actor("finance-officer-2"), id);
        approve(actor("finance-officer-3"), id);
        send(actor("finance-officer-4"), id);
        var batch = batches.find(id).orElseThrow();
        settle(actor("finance-officer"), id, all(batch, false));
        var payment = payments.ofBatch(id).stream()
                .filter(one -> one.holder().equals(HOLDER))
                .findFirst()
                .orElseThrow();
        var stranger = UUID.randomUUID();
        var file = "笔号,结果,金额,原因\n%s,到账,%s,\n%s,到账,1.00,\n%s,到账,1.00,\n"
                .formatted(payment.id(), payment.fen().yuan(), payment.id(), stranger);
        var version = String.valueOf(batches.find(id).orElseThrow().version());
        try (var reader = as("finance-officer-4");
                var other = as("finance-officer-2")) {
            var page = "/finance/batches/" + id;
            reader.opens(page);
            assertThat(reader.uploads(page + "/results", Map.of("version", version), "回单.csv", file.getBytes(UTF_8))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(reader.opens(page).body())
                    .contains(
                            "读到3条",
                            "没有变动 0",
                            "与此前矛盾 1",
                            "对不上本批次 2",
                            "此前登记退票，这份回单说到账：登记没有改",
                            "金额与本批次这一笔不符：没有登记",
                            "笔号不在本批次中：没有登记",
                            stranger.toString(),
                            "data-unclear=\"" + payment.id() + "\"");
            other.opens(page);
            assertThat(other.posts(
                                    page + "/bounces",
                                    fields(id, "clear", payment.id().toString()))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(other.opens(page).body()).doesNotContain("data-unclear");
        }
    }

    private Map<String, String> fields(UUID batch, String act, String payment) {
        var version = batches.find(batch).orElseThrow().version();
        return Map.of("act", act, "payment", payment, "reason", "账号已注销", "version", String.valueOf(version));
    }
}
