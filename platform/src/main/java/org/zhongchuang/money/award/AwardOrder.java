package org.zhongchuang.money.award;

import java.util.Locale;

/**
 * In which order the public list of awards stands; what is not paid yet comes last in an order by the day of payment.
 */
public enum AwardOrder {
    NEWEST("w.decided_on", "desc"),
    OLDEST("w.decided_on", "asc"),
    LARGEST("w.fen", "desc"),
    SMALLEST("w.fen", "asc"),
    PAID_LAST("case when m.fen > 0 then d.day else date '0001-01-01' end", "desc"),
    PAID_FIRST("case when m.fen > 0 then d.day else date '9999-12-31' end", "asc");

    final String key;
    final String direction;

    AwardOrder(String key, String direction) {
        this.key = key;
        this.direction = direction;
    }

    /** The word for it in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
