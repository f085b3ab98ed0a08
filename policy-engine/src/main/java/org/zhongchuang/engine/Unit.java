package org.zhongchuang.engine;

/** What a number counts. Different units neither add nor compare. */
public enum Unit {
    SQUARE_METRES("平方米", "㎡"),
    PLACES("个", "places"),
    PERCENT("%", "%"),
    MONTHS("个月", "months"),
    PEOPLE("人", "people"),
    TENANTS("家", "tenants"),
    TIMES("场次", "events"),
    SERVICES("项", "kinds"),
    WORKING_DAYS("个工作日", "working days"),
    POINTS("分", "points"),
    NONE("", "");

    private final Text label;

    Unit(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
