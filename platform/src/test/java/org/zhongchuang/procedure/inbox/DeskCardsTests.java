package org.zhongchuang.procedure.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCard.Kind;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Step;
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
