package org.zhongchuang.outside.city;

import java.util.Random;
import org.zhongchuang.records.registry.CreditCode;

/** Names and codes that were given to tenants and their people so far; each is given once. */
final class GivenNames {

    private static final int TENANTS = 1_000;
    private static final int PEOPLE = 30_000;

    /** The area in which tenants are registered, of those that have a code. */
    private static final int AREA = 4;

    private final Stage stage;
    private int tenants;
    private int firms;
    private int people;

    GivenNames(Stage stage) {
        this.stage = stage;
    }

    int firstYear() {
        return stage.times().year(1);
    }

    /** An investor who bears the name of the first county. */
    String investor() {
        return Registers.investorOf(stage);
    }

    String tenant(boolean isFirm, int trade) {
        var name = TENANTS + tenants++;
        return isFirm ? Names.firm(name, trade) : Names.team(name, trade);
    }

    String code() {
        return CreditCode.complete("91", stage.cast().codeOf(AREA), "MAF%05d".formatted(++firms));
    }

    String person(Random random) {
        return Names.person(PEOPLE + people++ * 10 + random.nextInt(10));
    }
}
