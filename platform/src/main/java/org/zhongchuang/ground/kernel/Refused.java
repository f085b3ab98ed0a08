package org.zhongchuang.ground.kernel;

/**
 * Ends a use case with a reason, and undoes what it has done so far. Thrown anywhere inside; whoever called the use
 * case gets its result {@code refused(reason)} instead.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    public Refused(Refusal reason) {
        super(reason.text().en(), null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
