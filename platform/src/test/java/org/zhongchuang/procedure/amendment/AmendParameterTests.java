package org.zhongchuang.procedure.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.AmendParameter.Draft;
import org.zhongchuang.procedure.amendment.Amending.Reason;

/** Setting a value: by two people, with a document, for days to come, and never against the rules themselves. */
class AmendParameterTests extends TestCity {

    @Autowired
    private AmendParameter amending;

    @Autowired
    private WhatIf whatIf;

    @Autowired
    private Policies policies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate inDays(int days) {
        return LocalDate.now(clock).plusDays(days);
    }

    private Actor as(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private Parameter parameter(String id) {
        return Objects.requireNonNull(policies.current().parameters().get(id));
    }

    private Draft draft(String parameter, String value, int days) {
        return new Draft(parameter, value, inDays(days).toString(), "嘉科〔2017〕演示1号", "试行一年后调整");
    }

    @Test
    void aValueHoldsFromItsDayOnOnceASecondPersonApproves() {
        var before = policies.current();
        var proposed = (Amending.Done) amending.propose(as("city1"), draft("event_cap", "300000", 30));

        assertThat(policies.current().edition()).isEqualTo(before.edition());
        assertThat(amending.propose(as("city1"), draft("event_cap", "400000", 31)))
                .isEqualTo(new Amending.Refused(Reason.ALREADY_OPEN, ""));
        assertThat(amending.approve(as("decider1"), proposed.proposal().id())).isInstanceOf(Amending.Done.class);

        var cap = parameter("event_cap");
        assertThat(policies.current().edition()).isNotEqualTo(before.edition());
        assertThat(cap.on(inDays(29)).orElseThrow().is()).isEqualByComparingTo("200000");
        assertThat(cap.on(inDays(30)).orElseThrow().is()).isEqualByComparingTo("300000");
        assertThat(amending.approve(as("decider1"), proposed.proposal().id()))
                .isEqualTo(new Amending.Refused(Reason.NOT_OPEN, ""));
        assertThat(amending.propose(as("city1"), draft("event_cap", "310000", 30)))
                .isEqualTo(new Amending.Refused(Reason.SAME_VALUE, ""));
    }

    @Test
    void whoProposedItCannotDecideItAndARejectionSaysWhy() {
        var proposal = ((Amending.Done) amending.propose(as("city1"), draft("running_years", "4", 10))).proposal();

        assertThat(amending.approve(as("city1"), proposal.id()))
                .isEqualTo(new Amending.Refused(Reason.SAME_PERSON, ""));
        assertThat(amending.reject(as("decider1"), proposal.id(), " "))
                .isEqualTo(new Amending.Refused(Reason.NO_REASON, ""));
        assertThat(amending.reject(as("decider1"), proposal.id(), "预算不足")).isInstanceOf(Amending.Done.class);
        assertThat(parameter("running_years").values()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "no_such, 3, 5, NO_SUCH_PARAMETER",
        "start_up_floor, 400000, 5, FIXED_BY_DOCUMENT",
        "voucher_claim_cap, many, 5, NOT_A_VALUE",
        "voucher_claim_cap, 1.234, 5, NOT_A_VALUE",
        "minimum_mentors, 3.5, 5, NOT_A_VALUE",
        "voucher_claim_cap, 30000, 0, TOO_EARLY",
        "voucher_claim_cap, 30000, -9, TOO_EARLY"
    })
    void whatCannotBeAValueIsRefusedWithItsReason(String parameter, String value, int days, Reason reason) {
        assertThat(amending.propose(as("city1"), draft(parameter, value, days)))
                .isEqualTo(new Amending.Refused(reason, ""));
    }

    @Test
    void aValueThatContradictsTheRulesIsRefusedWithACounterExample() {
        assertThat(amending.propose(as("city1"), draft("event_full_score", "50", 5)))
                .isInstanceOfSatisfying(Amending.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.BREAKS_A_PROMISE);
                    assertThat(refused.detail()).contains("event-support");
                });
    }

    @Test
    void ofEightProposalsAtOnceOneIsMadeAndTheOthersAreTold() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Amending>());
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var sent : hands.invokeAll(Collections.nCopies(
                    8, () -> told.add(amending.propose(as("city1"), draft("voucher_rate", "45", 6)))))) {
                sent.get();
            }
        }

        var made = told.stream()
                .flatMap(one -> one instanceof Amending.Done(var proposal) ? Stream.of(proposal.id()) : Stream.empty())
                .toList();
        assertThat(made).hasSize(1);
        assertThat(told)
                .filteredOn(one -> one.equals(new Amending.Refused(Reason.ALREADY_OPEN, "")))
                .hasSize(7);
        assertThat(amending.withdraw(as("city1"), made.getFirst())).isInstanceOf(Amending.Done.class);
    }

    @Test
    void aProposalIsTakenBackOnlyByWhoMadeIt() {
        var proposal = ((Amending.Done) amending.propose(as("city1"), draft("voucher_rate", "40", 5)))
                .proposal()
                .id();

        assertThat(amending.withdraw(as("city2"), proposal))
                .isEqualTo(new Amending.Refused(Reason.NO_SUCH_PROPOSAL, ""));
        assertThat(amending.withdraw(as("city1"), proposal)).isInstanceOf(Amending.Done.class);
    }

    @Test
    void theSchemaItselfRefusesOnePersonAlonePastDaysAndChanges() {
        var one = UUID.randomUUID();
        assertThatThrownBy(() -> insert(one, one, inDays(5))).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(one, UUID.randomUUID(), inDays(0))).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> asOwner().sql("delete from policy.set_value").update())
                .isInstanceOf(DataAccessException.class);
    }

    private void insert(UUID proposer, UUID approver, LocalDate from) {
        jdbc.sql("insert into policy.set_value values (:id, 'p', 'q', :from, 1, '甲乙', :a, :b, :today, now())")
                .param("id", UUID.randomUUID())
                .param("from", from)
                .param("a", proposer)
                .param("b", approver)
                .param("today", inDays(0))
                .update();
    }

    @Test
    void aWhatIfTellsCostAndWhoChangesByAreaAndSumsUp() {
        var reform = whatIf.reformed(Map.of("minimum_tenants", BigDecimal.valueOf(1000)), inDays(0));

        var effect = whatIf.effect("space-recognition", reform, inDays(0), _ -> true);

        assertThat(effect.total().subjects()).isPositive();
        assertThat(effect.total().granted()).isZero();
        assertThat(effect.total().lost()).isPositive();
        assertThat(effect.byArea().values().stream()
                        .mapToLong(line -> line.lost())
                        .sum())
                .isEqualTo(effect.total().lost());
        assertThat(effect.changed()).hasSize((int) Math.min(100, effect.total().lost() + undecidedToRefused(effect)));
    }

    private static long undecidedToRefused(WhatIf.Effect effect) {
        return effect.changed().stream().filter(one -> !one.grantedBefore()).count();
    }

    @Test
    void aWhatIfWithNothingChangedChangesNobody() {
        var effect = whatIf.effect("job-creation-subsidy", whatIf.reformed(Map.of(), inDays(0)), inDays(0), _ -> true);

        assertThat(effect.total().subjects()).isEqualTo(4_000);
        assertThat(effect.total().difference()).isZero();
        assertThat(effect.changed()).isEmpty();
    }
}
