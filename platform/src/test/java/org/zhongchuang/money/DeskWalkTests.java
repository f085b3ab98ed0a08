package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.WholeDesk;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Recovering;

/** Every card of every desk opens a page that shows exactly what the card counts. */
class DeskWalkTests extends MoneyCity {

    private static final Pattern COUNTED = Pattern.compile("data-counted=\"(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("class=\"btn ms-auto\" href=\"([^\"]+)\"");
    private static final Pattern LINES = Pattern.compile("data-lines=\"(\\d+)\"");
    private static final int EACH = 3;

    @Autowired
    private WholeDesk desk;

    @LocalServerPort
    private int port;

    private final List<Actor> readers = new ArrayList<>();

    private Award ripe(Actor operator) {
        var award = awarded(operator);
        give(operator, "62226666%04d".formatted(new Random().nextInt(10_000)));
        payments.settle();
        return award;
    }

    private Batch made(Award award) {
        var chosen = Set.of(payments.ofAward(award.id()).getFirst().id());
        return batches.find(((Paying.Done) makeBatch.make(actor("finance-officer"), chosen)).id())
                .orElseThrow();
    }

    private Batch sent(Award award) {
        var batch = made(award);
        approve(actor("finance-officer-2"), batch.id());
        approve(actor("finance-officer-3"), batch.id());
        send(actor("finance-officer-4"), batch.id());
        return batch;
    }

    private void result(Batch batch, Award award, boolean arrived) {
        var id = payments.ofAward(award.id()).getFirst().id();
        settle(actor("finance-officer"), batch.id(), List.of(new Result(id, arrived, AWARD, arrived ? "" : "账号有误")));
    }

    /** Money at every point at which it waits for somebody. */
    @BeforeEach
    void moneyThatWaits() {
        ripe(newOperator());
        made(ripe(newOperator()));
        var approved = made(ripe(newOperator()));
        approve(actor("finance-officer-2"), approved.id());
        approve(actor("finance-officer-3"), approved.id());
        sent(ripe(newOperator()));
        var back = newOperator();
        var bounced = ripe(back);
        result(sent(bounced), bounced, false);
        readers.add(back);
        var owing = newOperator();
        var paid = ripe(owing);
        var batch = sent(paid);
        result(batch, paid, true);
        var claim = ((Recovering.Done) proposeRecovery.propose(
                        actor("city1"), paid.id(), AWARD, Claim.Ground.FACTS, "核查发现奖励金额登记有误，应予更正"))
                .id();
        recoveries.confirm(actor("city2"), claim, "测试追〔2017〕9号");
        readers.add(owing);
        var doubtful = ripe(newOperator());
        var said = sent(doubtful);
        result(said, doubtful, true);
        result(said, doubtful, false);
        var entering = newOperator();
        awarded(entering);
        accounts.enter(entering, "演示户名", "演示银行", "622266660001");
        budgets.propose(
                actor("finance-officer"),
                List.of(new Budgets.Line(2017, "award-match", QUARTER, "测试财" + new Random().nextInt(1_000_000))));
        higherAward(newSpace(newOperator()), AWARD);
    }

    private Stream<Actor> everybody() {
        return Stream.concat(
                Stream.concat(
                        readers.stream(),
                        Stream.of("finance-officer", "finance-officer-2", "finance-officer-3", "finance-officer-4")
                                .map(this::actor)),
                Stream.of(Role.values())
                        .flatMap(role -> jdbc
                                .sql("""
                                        select distinct p.login from access.person p join access.appointment a on a.person = p.id
                                         where a.role = :role and a.until is null order by p.login limit :most
                                        """)
                                .param("role", role.name())
                                .param("most", role.isOfficial() ? 2 * EACH : EACH)
                                .query(String.class)
                                .list()
                                .stream())
                        .map(login -> people.appointmentsOf(login).getFirst()));
    }

    @Test
    void theSignInPageOfADemonstrationOffersAFinanceOfficerWhoHasSomethingToPay() {
        var visitor = new Browser(port);
        visitor.open("/sign-in");

        assertThat(people.holding(Role.FINANCE_OFFICER, "330400"))
                .filteredOn(one -> visitor.body().contains("value=\"" + one.login() + "\""))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(payments.queue(one)).isNotEmpty());
    }

    @Test
    void everyCardOpensExactlyWhatItCounts() {
        var walked = new HashSet<String>();
        var wrong = new ArrayList<String>();
        everybody().forEach(reader -> {
            var browser = Browser.of(port, reader);
            for (var card : desk.cards(reader)) {
                var shown = shown(browser, card);
                walked.add(card.words().zh());
                if (shown != card.pile().count()) {
                    wrong.add("%s %s %s: %d on the card, %d on %s"
                            .formatted(
                                    reader.role(),
                                    reader.name(),
                                    card.words().zh(),
                                    card.pile().count(),
                                    shown,
                                    card.address()));
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(walked)
                .contains(
                        "笔付款待制单",
                        "个批次待审批",
                        "个批次待送国库",
                        "个批次等待回单",
                        "个收款账户待确认",
                        "笔退票待确认",
                        "项停付：为什么、轮到谁",
                        "份预算待审批",
                        "笔资金须缴回",
                        "笔款项退票，请更换收款账户",
                        "笔奖补已批准",
                        "笔上级奖补到账待核实",
                        "件等我办理");
    }

    /**
     * What a page and those that follow it mark as counted; a page that lists the first of many says how many there
     * are.
     */
    private static long shown(Browser browser, DeskCard card) {
        var counted = 0L;
        var address = Optional.of(card.address().replaceFirst("#.*", ""));
        for (int page = 0; address.isPresent() && page < 100; page++) {
            assertThat(browser.open(address.get())).as(address.get()).isEqualTo(200);
            var all = LINES.matcher(browser.body());
            if (all.find()) {
                return Long.parseLong(all.group(1));
            }
            counted += COUNTED.matcher(browser.body())
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
            address = NEXT.matcher(browser.body())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        return counted;
    }
}
