package org.zhongchuang.installation.launch;

/** Why this installation cannot start, in one sentence of each language, for the person who typed the command. */
public class CannotStart extends RuntimeException {

    public CannotStart(String zh, String en) {
        this(zh + " / " + en);
    }

    CannotStart(String sentence) {
        super(sentence);
    }
}
