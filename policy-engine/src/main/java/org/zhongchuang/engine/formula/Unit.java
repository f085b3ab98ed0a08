package org.zhongchuang.engine.formula;

import java.math.BigDecimal;
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
    NONE("", "", 0),
    YUAN_PER_PERSON("元/人", "yuan a person", YUAN, PEOPLE),
    YUAN_PER_SQUARE_METRE("元/平方米", "yuan/㎡", YUAN, SQUARE_METRES);

    private final String zh;
    private final String en;
    private final int decimals;
    private final @Nullable Unit of;
    private final @Nullable Unit per;

    Unit(String zh, String en, int decimals) {
        this.zh = zh;
        this.en = en;
        this.decimals = decimals;
        this.of = null;
        this.per = null;
    }

    Unit(String zh, String en, Unit of, Unit per) {
        this.zh = zh;
        this.en = en;
        this.decimals = of.decimals;
        this.of = of;
        this.per = per;
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
        return of != null && per != null
                ? Dimension.of(of).times(Dimension.of(per), -1)
                : this == NONE ? Dimension.PLAIN : Dimension.of(this);
    }
}
