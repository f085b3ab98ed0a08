package org.zhongchuang.engine.formula;

/** A piece of a sentence about a formula, in both languages. */
record Said(String zh, String en) {

    static final Said NOTHING = new Said("", "");
    static final Said NUMBER = new Said("数字", "a number");
    static final Said WHOLE_NUMBER = new Said("整数", "a whole number");
    static final Said DAY = new Said("日期", "a day");

    /** What is the same in both. */
    static Said of(String name) {
        return new Said(name, name);
    }
}
