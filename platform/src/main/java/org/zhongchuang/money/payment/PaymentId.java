package org.zhongchuang.money.payment;

import java.util.UUID;

/** Which payment of an instalment. */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
