package org.zhongchuang.ground.kernel;

/**
 * What an act came to that was only tried: thrown at its end, so that all of it is undone, and handed back as the
 * result at the edge of the use case, where refusals become results too.
 */
public final class OnlyTried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object result;

    public OnlyTried(Object result) {
        super("this act was only tried", null, false, false);
        this.result = result;
    }

    public Object result() {
        return result;
    }
}
