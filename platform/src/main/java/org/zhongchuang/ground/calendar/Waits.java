package org.zhongchuang.ground.calendar;

import org.zhongchuang.engine.Text;

/**
 * Thrown where something cannot be done until somebody has done something else first. A work that throws it waits and
 * has not failed; a page that throws it says what is missing.
 */
public abstract class Waits extends RuntimeException {

    private final Text missing;
    private final String address;

    /**
     * @param missing what is missing, as the end of a sentence
     * @param address the page where it can be put right
     */
    protected Waits(Text missing, String address) {
        super(missing.en());
        this.missing = missing;
        this.address = address;
    }

    public Text missing() {
        return missing;
    }

    public String address() {
        return address;
    }
}
