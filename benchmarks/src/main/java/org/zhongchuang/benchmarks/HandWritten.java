package org.zhongchuang.benchmarks;

/** The limit: one fused loop over columns, written by hand, every operation exact. */
final class HandWritten implements Peer {

    private Firms firms = new Firms(0, 0);

    @Override
    public String name() {
        return "hand-fused Java columns, exact";
    }

    @Override
    public void prepare(Firms firms) {
        this.firms = firms;
    }

    @Override
    public long[] totals(int count) {
        var totals = new long[Firms.COUNTIES];
        var f = firms;
        for (int i = 0; i < count; i++) {
            var county = f.county[i];
            totals[county] = Math.addExact(
                    totals[county],
                    balance(
                            f.income[i],
                            f.months[i],
                            f.after[i],
                            f.industry[i] == 1,
                            f.staff[i],
                            f.assets[i],
                            f.rent[i],
                            f.broadband[i],
                            f.software[i],
                            f.grade[i],
                            f.provincial[i],
                            f.national[i]));
        }
        return totals;
    }

    static long balance(
            long income,
            long months,
            long after,
            boolean industry,
            long staff,
            long assets,
            long rent,
            long broadband,
            long software,
            long grade,
            long provincial,
            long national) {
        var small = income <= 300_000_00L
                && (industry ? staff <= 100 && assets <= 30_000_000_00L : staff <= 80 && assets <= 10_000_000_00L);
        long tax;
        if (!small) {
            tax = halfUp(Math.multiplyExact(income, 25L), 100);
        } else if (income <= 200_000_00L) {
            tax = halfUp(Math.multiplyExact(income, 10L), 100);
        } else {
            // 20% of the months before and 10% of those after, over all months
            tax = halfUp(Math.multiplyExact(income, 20 * (months - after) + 10 * after), 100 * months);
        }
        var running = Math.min(
                75_000_00L,
                Math.addExact(
                        Math.addExact(
                                Math.min(60_000_00L, Math.multiplyExact(rent, 50L) / 100),
                                Math.min(8_000_00L, Math.multiplyExact(broadband, 80L) / 100)),
                        Math.min(20_000_00L, Math.multiplyExact(software, 30L) / 100)));
        var match = Math.addExact(provincial, national);
        var bonus = grade == 0 ? 200_000_00L : grade == 1 ? 50_000_00L : grade == 2 ? 10_000_00L : 0;
        return Math.subtractExact(Math.addExact(Math.addExact(running, match), bonus), tax);
    }

    private static long halfUp(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }
}
