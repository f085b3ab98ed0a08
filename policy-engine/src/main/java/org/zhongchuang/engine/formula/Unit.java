package org.zhongchuang.engine.formula;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a number counts. Different units neither add nor compare. */
public enum Unit {
    YUAN("元", "yuan", 2),
    SQUARE_METRES("平方米", "㎡", 2),
    PLACES("个", "places", 0),
    PERCENT("%", "%", 2),
    DAYS("日", "days", 0),
    WORKING_DAYS("个工作日", "working days", 0),
    MONTHS("个月", "months", 0),
    YEARS("年", "years", 0),
    PEOPLE("人", "people", 0),
    TENANTS("家", "tenants", 0),
    FIRMS("家", "firms", 0),
    SPACES("家", "makerspaces", 0),
    TIMES("场次", "events", 0),
    SERVICES("项", "kinds", 0),
    POINTS("分", "points", 2),
    MU("亩", "mu", 4),
    MACHINES("台（套）", "machines", 0),
    PATENTS("件", "patents", 0),
    /** Written in ten thousands; where it meets yuan, both are yuan. */
    TEN_THOUSAND_YUAN("万元", "×10,000 yuan", 6),
    NONE("", "", 0),
    YUAN_PER_PERSON("元/人", "yuan a person", 2, YUAN, PEOPLE),
    YUAN_PER_SQUARE_METRE("元/平方米", "yuan/㎡", 2, YUAN, SQUARE_METRES),
    YUAN_PER_SQUARE_METRE_AND_MONTH("元/平方米·月", "yuan/㎡ a month", 2, YUAN, SQUARE_METRES, MONTHS),
    YUAN_PER_MU("元/亩", "yuan/mu", 2, YUAN, MU),
    TEN_THOUSAND_YUAN_PER_MU("万元/亩", "×10,000 yuan/mu", 6, TEN_THOUSAND_YUAN, MU),
    YUAN_PER_MACHINE("元/台（套）", "yuan a machine", 2, YUAN, MACHINES),
    YUAN_PER_PATENT("元/件", "yuan a patent", 2, YUAN, PATENTS),
    PEOPLE_PER_SQUARE_METRE("人/平方米", "people/㎡", 6, PEOPLE, SQUARE_METRES),
    SQUARE_METRES_PER_PERSON("平方米/人", "㎡ a person", 2, SQUARE_METRES, PEOPLE);

    private final String zh;
    private final String en;
    private final int decimals;
    private final @Nullable Unit of;
    private final List<Unit> per;

    Unit(String zh, String en, int decimals) {
        this.zh = zh;
        this.en = en;
        this.decimals = decimals;
        this.of = null;
        this.per = List.of();
    }

    Unit(String zh, String en, int decimals, Unit of, Unit... per) {
        this.zh = zh;
        this.en = en;
        this.decimals = decimals;
        this.of = of;
        this.per = List.of(per);
    }

    /** Whether it says how much of one thing there is to another one. */
    public boolean isRatio() {
        return of != null;
    }

    /** How many decimal places its numbers stand above those of money in yuan: 4 for 万元. */
    public int tens() {
        return this == TEN_THOUSAND_YUAN ? 4 : 0;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** In English after a number: one day, two days. */
    public String en(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) != 0
                ? en
                : this == PEOPLE ? "person" : en.endsWith("s") ? en.substring(0, en.length() - 1) : en;
    }

    /** How many decimals a value of this unit has: 2 for 元, whose smallest step is 1 分. */
    public int decimals() {
        return decimals;
    }

    Dimension dimension() {
        if (this == NONE) {
            return Dimension.PLAIN;
        }
        var dimension = Dimension.of(of == null ? this : of);
        for (var one : per) {
            dimension = dimension.times(Dimension.of(one), -1);
        }
        return dimension;
    }
}
