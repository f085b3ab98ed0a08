package org.zhongchuang.outside.dealings;

import org.springframework.stereotype.Component;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.payment.BankResults;
import org.zhongchuang.money.payment.MakeBatch;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.Payments;

/** What paying takes: the real use cases, nothing else. */
@Component
record PayingDesk(
        MakeBatch making,
        PaymentBatches batches,
        Payments payments,
        BankResults results,
        Awards awards,
        Beneficiaries beneficiaries) {}
