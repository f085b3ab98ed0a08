package org.zhongchuang.engine;

import java.util.List;

/**
 * How money is paid out and taken back; each component names the parameter that holds its number.
 *
 * @param secondApprovalFrom the sum of a batch, in yuan, from which a second person approves it too
 * @param coolingDays working days before a new bank account may be paid to
 * @param paymentDays working days from decision to payment
 * @param secondLookFrom the sum in yuan from which two people must agree that a warning means nothing
 * @param repaymentDays days in which money that is claimed back is due
 * @param appealDays days in which a claim may be appealed
 * @param banYears years for which a deceiver may claim nothing
 */
public record TreasuryProcedure(
        String clause,
        String secondApprovalFrom,
        String coolingDays,
        String paymentDays,
        String secondLookFrom,
        String repaymentDays,
        String appealDays,
        String banYears) {

    /** All parameters it names. */
    public List<String> parameters() {
        return List.of(
                secondApprovalFrom, coolingDays, paymentDays, secondLookFrom, repaymentDays, appealDays, banYears);
    }
}
