package org.zhongchuang.policy;

/** What has come of a programme so far. Payments will join when money is paid through the platform. */
public record Tally(long filed, long open, long granted, long refused) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0);
}
