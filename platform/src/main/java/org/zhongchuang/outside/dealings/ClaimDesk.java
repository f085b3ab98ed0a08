package org.zhongchuang.outside.dealings;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.offer.Offer;
import org.zhongchuang.money.offer.Offers;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.review.EstablishFacts;
import org.zhongchuang.records.registry.SubjectId;

/** What claims of money take beside what every case takes: the real use cases, nothing else. */
@Component
record ClaimDesk(
        EstablishFacts facts, Amounts amounts, Offers offers, Awards awards, BankAccounts accounts, Policies policies) {

    /** Whether what it comes to is not known yet, as its call is not settled. */
    boolean waitsForCall(CaseFile file) {
        return amounts.computed(file).isEmpty();
    }

    /** What the city has offered somebody of its own accord, and waits for an answer to. */
    Optional<Offer> open(Actor applicant, String programme, Optional<SubjectId> subject) {
        return offers.mine(applicant).stream()
                .filter(one -> one.state() == Offer.State.OPEN
                        && one.programme().equals(programme)
                        && subject.equals(Optional.of(one.subject())))
                .findFirst();
    }

    /** Says where to be paid to, if nobody has said so yet. */
    void giveAccount(Actor applicant, String number) {
        if (accounts.of(applicant.organisation()).isEmpty()) {
            changeAccount(applicant, number);
        }
    }

    void changeAccount(Actor applicant, String number) {
        if (accounts.enter(applicant, applicant.unit(), bank(number), number) instanceof Paying.Refused(var reason)) {
            throw new IllegalStateException("an account of the demonstration: " + reason);
        }
    }

    private String bank(String number) {
        var areas = policies.current().areas();
        var banks = List.of(
                "演示银行" + areas.getFirst().name().zh() + "支行",
                "演示农商银行" + areas.getLast().name().zh() + "支行",
                "演示城市银行开发区支行");
        return banks.get(number.charAt(number.length() - 1) % banks.size());
    }
}
