package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.VerifyLedger;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.ClaimShares;
import org.zhongchuang.money.recovery.Claims;
import org.zhongchuang.money.recovery.ProposeRecovery;
import org.zhongchuang.money.recovery.Recoveries;
import org.zhongchuang.money.recovery.Recovering;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Outcome.Part;

/** Support that city and district share: promised, paid, published and taken back by both. */
class SharedPaymentTests extends SharedCity {

    @Test
    void theDeciderReadsTheSplitBeforeSigningAndItStandsInTheSignedFile() throws IOException {
        var filed = filed();
        try (var decider = PlainBrowser.at("http://localhost:" + city().port()).signsIn("decider1")) {
            assertThat(decider.opens("/cases/" + filed.file().caseNumber()).body())
                    .contains("云汀市财政 60%（6,000.01元）", "江东区财政 40%（4,000.01元）");
            granted(filed, List.of());
            assertThat(decider.opens("/cases/" + filed.file().caseNumber()).body())
                    .contains("云汀市财政 60%（6,000.01元）", "江东区财政 40%（4,000.01元）");
            assertThat(decider.opens("/cases/" + filed.file().caseNumber() + "/decision.json")
                            .body())
                    .contains("云汀市财政 60%（6,000.01元）", "江东区财政 40%（4,000.01元）");
        }
    }

    @Test
    void eachTreasuryCommitsItsShareAndPaysItInABatchOfItsOwn() {
        var filed = filed();
        account(filed);
        var city = left(CITY);
        var district = left(DISTRICT);
        var award = granted(filed, List.of());
        assertThat(award.shares())
                .containsExactly(new Award.Share(CITY, OF_CITY), new Award.Share(DISTRICT, OF_DISTRICT));
        assertThat(left(CITY)).isEqualTo(city);
        assertThat(left(DISTRICT)).isEqualTo(district);
        var ledger = bean(Ledger.class);
        assertThat(ledger.balance(award.account(Kind.COMMITTED, CITY))).isEqualTo(OF_CITY);
        assertThat(ledger.balance(award.account(Kind.COMMITTED, DISTRICT))).isEqualTo(OF_DISTRICT);

        var payments = bean(Payments.class);
        payments.settle();
        assertThat(payments.queue(actor("finance-officer")))
                .filteredOn(one -> one.award().equals(award.id()))
                .extracting(Payment::fen)
                .containsExactly(OF_CITY);
        assertThat(payments.queue(actor("fyt-1-1")))
                .filteredOn(one -> one.award().equals(award.id()))
                .extracting(Payment::fen)
                .containsExactly(OF_DISTRICT);
        assertThat(payments.queue(actor("fyt-2-1"))).isEmpty();

        var ofDistrict = pays(DISTRICT_TREASURY);
        assertThat(bean(Awards.class).standing(award.id()).paid()).isEqualTo(OF_DISTRICT);
        var ofCity = pays(CITY_TREASURY);
        assertThat(payments.ofBatch(ofDistrict)).extracting(Payment::payer).containsOnly(DISTRICT);
        assertThat(payments.ofBatch(ofCity)).extracting(Payment::payer).containsOnly(CITY);
        assertThat(payments.sees(actor("fyt-1-1"), ofCity)).isFalse();
        assertThat(payments.sees(actor("fyt-1-1"), ofDistrict)).isTrue();
        assertThat(payments.handles(actor("finance-officer"), ofDistrict)).isFalse();
        assertThat(ledger.balance(award.account(Kind.PAID, CITY))).isEqualTo(OF_CITY);
        assertThat(ledger.balance(award.account(Kind.PAID, DISTRICT))).isEqualTo(OF_DISTRICT);
        assertThat(bean(VerifyLedger.class).verify().fault()).isEmpty();
    }

    @Test
    void whereOneBudgetLacksMoneyNothingIsDecidedAndItIsToldWhich() {
        var filed = filed();
        assertThat(left(CITY)).isLessThan(OF_CITY);
        fund(DISTRICT_TREASURY, OF_DISTRICT);
        assertThat(grant(filed, List.of())).isEqualTo(new Handling.Refused(Reason.CITY_LACKS_BUDGET));
        fund(CITY_TREASURY, OF_CITY);
        fund(DISTRICT_TREASURY, OF_DISTRICT.negated());
        assertThat(grant(filed, List.of())).isEqualTo(new Handling.Refused(Reason.COUNTY_LACKS_BUDGET));

        assertThat(left(CITY)).isEqualTo(OF_CITY);
        assertThat(bean(Awards.class).byNumber(filed.file().caseNumber())).isEmpty();
        assertThat(Reason.COUNTY_LACKS_BUDGET.text().zh()).contains("所在地财政");
        fund(DISTRICT_TREASURY, OF_DISTRICT);
        done(grant(filed, List.of()));
        assertThat(left(CITY)).isEqualTo(Fen.ZERO);
        assertThat(left(DISTRICT)).isEqualTo(Fen.ZERO);
    }

    @Test
    void anInstalmentHasAPartForEachTreasuryAndItsConditionIsMetOnceForBoth() {
        var award = granted(filed(), List.of(new Part(new Fen(1), ""), new Part(new Fen(1_000_001), "验收合格")));
        var awards = bean(Awards.class);

        assertThat(awards.instalments(award.id()))
                .extracting(Award.Instalment::nth, Award.Instalment::payer, Award.Instalment::fen)
                .containsExactly(
                        tuple(1, DISTRICT, new Fen(1)),
                        tuple(2, CITY, OF_CITY),
                        tuple(2, DISTRICT, OF_DISTRICT.minus(new Fen(1))));
        var officer = bean(Stage.class).cast().officer(Role.COUNTY_OFFICER, DISTRICT, 0);
        assertThat(awards.meet(officer, award.id(), 2)).isTrue();
        assertThat(awards.meet(officer, award.id(), 2)).isFalse();
        assertThat(awards.instalments(award.id())).allMatch(Award.Instalment::isRipe);
    }

    @Test
    void whatIsTakenBackComesBackToEachTreasuryInProportion() {
        var filed = filed();
        account(filed);
        var award = granted(filed, List.of());
        pays(CITY_TREASURY);
        pays(DISTRICT_TREASURY);
        var recoveries = bean(Recoveries.class);
        var claims = bean(Claims.class);
        var proposed = bean(ProposeRecovery.class)
                .propose(actor("city1"), award.id(), new Fen(100_001), Claim.Ground.FACTS, "核查发现租金发票有重复，应当收回。");
        var id = ((Recovering.Done) proposed).id();
        var expected = List.of(tuple(CITY, new Fen(60_000)), tuple(DISTRICT, new Fen(40_001)));
        assertThat(claims.shares(claims.find(id).orElseThrow()))
                .extracting(ClaimShares.Share::payer, ClaimShares.Share::fen)
                .isEqualTo(expected);

        assertThat(recoveries.confirm(actor("city2"), id, "演示追〔2018〕1号")).isInstanceOf(Recovering.Done.class);
        assertThat(claims.shares(claims.find(id).orElseThrow()))
                .extracting(ClaimShares.Share::payer, ClaimShares.Share::due)
                .isEqualTo(expected);
        var county = actor("fyt-1-1");
        assertThat(claims.mayCollect(actor("fyt-2-1"), id)).isFalse();
        assertThat(recoveries.repaid(county, id, new Fen(40_002), "HK0001"))
                .isEqualTo(new Recovering.Refused(Recovering.Reason.MORE_THAN_PAID));
        assertThat(recoveries.repaid(county, id, new Fen(40_001), "HK0001")).isInstanceOf(Recovering.Done.class);
        assertThat(claims.find(id).orElseThrow().state()).isEqualTo(Claim.State.DUE);
        assertThat(recoveries.repaid(actor("finance-officer"), id, new Fen(60_000), "HK0001"))
                .isInstanceOf(Recovering.Done.class);

        assertThat(claims.find(id).orElseThrow().state()).isEqualTo(Claim.State.SETTLED);
        var ledger = bean(Ledger.class);
        assertThat(ledger.balance(award.account(Kind.RETURNED, CITY))).isEqualTo(new Fen(60_000));
        assertThat(ledger.balance(award.account(Kind.RETURNED, DISTRICT))).isEqualTo(new Fen(40_001));
        assertThat(bean(VerifyLedger.class).verify().fault()).isEmpty();
    }

    @Test
    void theSchemaKeepsTheSumOfThePartsTheirPayersAndTheirBatches() {
        var filed = filed();
        account(filed);
        var award = granted(filed, List.of());
        var batch = pays(CITY_TREASURY);
        pays(DISTRICT_TREASURY);
        var of = "award = '" + award.id() + "'";

        breaks("update award.instalment set fen = fen + 1 where " + of, "a part of an award is never rewritten");
        breaks("delete from award.instalment where " + of, "a part of an award is never rewritten");
        breaks(
                "insert into award.instalment (award, seq, nth, payer, fen, due_on) values ('%s', 3, 2, 'YT', 1, now())"
                        .formatted(award.id()),
                "do not make its sum");
        breaks(
                "insert into award.instalment (award, seq, nth, payer, fen, due_on) values ('%s', 3, 2, 'YT-2', 1, now())"
                        .formatted(award.id()),
                "no treasury of YT-2 pays");
        breaks("update payment.batch set payer = 'YT-1' where id = '" + batch + "'", "append-only");
        breaks("""
                insert into payment.payment (id, award, instalment, attempt, fen, account, batch, state, queued_at)
                select gen_random_uuid(), p.award, p.instalment, 9, 1, p.account, '%s', 'BOUNCED', now() from payment.payment p
                 where p.award = '%s' and p.batch <> '%s'
                """.formatted(batch, award.id(), batch), "is of another treasury than its batch");
    }

    private static void breaks(String sql, String said) {
        assertThatThrownBy(() -> city().owner().sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(said);
    }
}
