package org.zhongchuang.procedure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCard.Kind;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.worklist.Query;
import org.zhongchuang.procedure.worklist.Worklist;

/** What modules put on somebody's desk is theirs, and says as much as the page behind it. */
class DeskCardsTests extends TestCity {

    @Autowired
    private List<DeskCards> modules;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Cases cases;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Payments payments;

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private Stream<DeskCard> cards(Actor actor) {
        return modules.stream().flatMap(module -> module.cardsFor(actor));
    }

    private long count(Actor actor, String words) {
        return cards(actor)
                .filter(card -> card.words().zh().equals(words))
                .mapToLong(card -> card.pile().count())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "op001",
                "c330402-1",
                "city1",
                "decider1",
                "expert01",
                "finance-officer",
                "auditor",
                "administrator",
                "firm",
                "founder",
                "mentor",
                "investor",
                "institution",
                "labour-officer",
                "leading-group-office"
            })
    void noCardIsEmptyOrComesTwice(String login) {
        var all = cards(actor(login)).toList();

        assertThat(all).allSatisfy(card -> {
            assertThat(card.pile().count()).isPositive();
            assertThat(card.address()).startsWith("/");
        });
        assertThat(all.stream().map(card -> card.words().zh())).doesNotHaveDuplicates();
    }

    @Test
    void anOfficeIsToldOfAsManyCasesAsItsInboxHolds() {
        for (var login : List.of("c330402-1", "city1", "decider1", "labour-officer")) {
            var inbox = new ArrayList<CaseFile>();
            worklist.export(actor(login), Query.waiting(), row -> inbox.add(row.file()));

            assertThat(count(actor(login), "件等我办理")).as(login).isEqualTo(inbox.size());
            assertThat(cards(actor(login))
                            .filter(card -> card.words().zh().equals("件等我办理"))
                            .flatMap(card -> card.pile().first().stream()))
                    .isEqualTo(inbox.stream().limit(1).map(CaseFile::dueOn).toList());
        }
    }

    @Test
    void anApplicantIsToldOfTheirOwnDraftsAlone() {
        for (int i = 1; i <= 9; i++) {
            var operator = actor("op%03d".formatted(i));
            var drafts = cases.ofOperator(operator.organisation()).stream()
                    .filter(file -> file.step() == Step.DRAFT)
                    .count();

            assertThat(count(operator, "件申报还没有提交")).isEqualTo(drafts);
        }
    }

    @Test
    void aTreasuryIsToldWhatItsQueueComesTo() {
        var officer = actor("finance-officer");
        var queue = payments.queue(officer);

        assertThat(cards(officer)
                        .filter(card -> card.words().zh().equals("笔付款待制单"))
                        .flatMap(card -> card.pile().sum().stream()))
                .isEqualTo(
                        queue.isEmpty()
                                ? List.of()
                                : List.of(Fen.sum(queue.stream().map(Payment::fen))));
        assertThat(count(actor("auditor"), "笔付款待制单")).isZero();
    }

    @Test
    void whoHasNothingToDoHasNoSuchCard() {
        assertThat(cards(actor("mentor")).filter(card -> card.kind() == Kind.TO_DO))
                .isEmpty();
    }

    /** What can wait for somebody, and the words of the card that tells them. */
    private static final Map<String, String> WAITING = Map.ofEntries(
            Map.entry("a case at an office's step", "件等我办理"),
            Map.entry("a finding that is true", "个属实疑点待处理"),
            Map.entry("a case whose time is over", "件已超期"),
            Map.entry("a correction", "件须补正"),
            Map.entry("a draft", "件申报还没有提交"),
            Map.entry("an objection to a notice", "件申报的异议待核对或答复"),
            Map.entry("an intended refusal that may be answered", "件拟不予批准，可以陈述、申辩"),
            Map.entry("a proposed value, or a sheet of them", "项参数待审批"),
            Map.entry("a change or a suspension of a recognition", "件变更待决定"),
            Map.entry("a change on which the county may give its opinion", "件变更待提出意见"),
            Map.entry("an appeal against points", "项考评复核待答复"),
            Map.entry("a round to close or to announce", "个年度考评待结束评分或公示"),
            Map.entry("a round to publish", "个年度考评待公布"),
            Map.entry("a makerspace to score", "家众创空间待我评分"),
            Map.entry("a payment for a batch", "笔付款待制单"),
            Map.entry("a batch to approve", "个批次待审批"),
            Map.entry("a batch to send", "个批次待送国库"),
            Map.entry("a batch without its results", "个批次等待回单"),
            Map.entry("a bank account to confirm", "个收款账户待确认"),
            Map.entry("a bounce to confirm", "笔退票待确认"),
            Map.entry("a bounced payment, for its payee", "笔款项退票，请更换收款账户"),
            Map.entry("whatever is stopped", "项停付：为什么、轮到谁"),
            Map.entry("a budget proposed by a colleague", "份预算待审批"),
            Map.entry("an offer", "项可以免申即享"),
            Map.entry("a recovery to confirm or to answer", "笔追回待确认或答复"),
            Map.entry("money to pay back", "笔资金须缴回"),
            Map.entry("a finding", "个疑点待核查"),
            Map.entry("a receipt of a higher award to confirm", "笔上级奖补到账待核实"),
            Map.entry("an appointment to countersign", "项任命等我核准"),
            Map.entry("an appointment that ends soon, for administrators", "项身份两周内到期"),
            Map.entry("an appointment that ends soon, for who holds it", "项身份到"),
            Map.entry("an office without people", "个办理岗位还没有人，请任命"),
            Map.entry("a document that an officer entered", "份政策文件待审批"),
            Map.entry("a call that has closed", "个批次待结算"),
            Map.entry("points of a makerspace on public notice", "家众创空间的考评结果正在公示，可以申请复核"),
            Map.entry("a programme that cannot be decided yet", "个事项还不能办理：开办准备"));

    private static final Pattern WORDS = Pattern.compile("Text\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void everyKindOfWaitingHasACardAndEveryCardIsAKind() throws IOException {
        var words = new HashSet<String>();
        for (var module : modules) {
            var source = Path.of(
                    "src/main/java", AopUtils.getTargetClass(module).getName().replace('.', '/') + ".java");
            WORDS.matcher(Files.readString(source)).results().forEach(found -> words.add(found.group(1)));
        }
        words.remove("笔奖补已批准");

        assertThat(words).containsExactlyInAnyOrderElementsOf(WAITING.values());
    }

    /** What the tables hold that waits stands on the desk of somebody who works here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    项参数待审批 | select count(*) from amendment.proposal where state = 'OPEN'
                    件变更待决定 | select count(*) from recognition.change where state = 'OPEN'
                    个批次待审批 | select count(*) from payment.batch where state = 'MADE'
                    个批次待送国库 | select count(*) from payment.batch where state = 'APPROVED'
                    个批次等待回单 | select count(*) from payment.batch where state = 'SENT'
                    笔退票待确认 | select count(*) from payment.bounce where state = 'PROPOSED'
                    个收款账户待确认 | select count(*) from payment.bank_account where state = 'ENTERED'
                    笔付款待制单 | select count(*) from payment.payment where state = 'QUEUED'
                    份预算待审批 | select count(*) from ledger.budget_proposal where state = 'PROPOSED'
                    个疑点待核查 | select count(*) from scrutiny.warning where state in ('OPEN', 'LOOKED')
                    个属实疑点待处理 | select count(*) from scrutiny.warning where state = 'CONFIRMED'
                    项考评复核待答复 | select count(*) from assessment.appeal a join assessment.round r on r.id = a.round where a.state in ('OPEN', 'PROPOSED') and r.state = 'NOTICE'
                    件申报的异议待核对或答复 | select count(*) from notice.public_open_objection
                    笔上级奖补到账待核实 | select count(*) from award.higher_award where state = 'STANDING' and received < fen
                    笔追回待确认或答复 | select count(*) from recovery.claim where state in ('PROPOSED', 'APPEALED')
                    """)
    void whatWaitsStandsOnSomebodysDesk(String words, String waiting) {
        var many = asOwner().sql(waiting).query(Long.class).single();
        var told = Stream.of(Role.values())
                .filter(Role::isOfficial)
                .flatMap(role -> asOwner()
                        .sql(
                                "select distinct p.login from access.person p join access.appointment a on a.person = p.id where a.role = :role and a.until is null")
                        .param("role", role.name())
                        .query(String.class)
                        .list()
                        .stream())
                .flatMap(login -> accounts.appointmentsOf(login).stream())
                .mapToLong(owner -> count(owner, words))
                .sum();

        assertThat(told > 0).as("%s: %s wait", words, many).isEqualTo(many > 0);
    }

    @Test
    void inEnglishOneIsNotMany() {
        var words = Text.of("个批次待审批", "batch to approve|batches to approve");

        assertThat(DeskCard.toDo(Pile.of(1), words, "/finance/batches", "wallet")
                        .map(card -> card.words().en()))
                .containsExactly("batch to approve");
        assertThat(DeskCard.toDo(Pile.of(2), words, "/finance/batches", "wallet")
                        .map(card -> card.words().en()))
                .containsExactly("batches to approve");
    }
}
