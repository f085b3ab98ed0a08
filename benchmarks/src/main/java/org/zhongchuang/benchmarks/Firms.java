package org.zhongchuang.benchmarks;

import java.util.SplittableRandom;

/** A population as columns: money in fen, grades 0 to 3 from the best. The same seed gives the same firms. */
final class Firms {

    static final String[] GRADES = {"excellent", "good", "pass", "fail"};
    static final int COUNTIES = 9;

    final int size;
    final long[] income;
    final long[] months;
    final long[] after;
    final long[] industry;
    final long[] staff;
    final long[] assets;
    final long[] rent;
    final long[] broadband;
    final long[] software;
    final long[] grade;
    final long[] provincial;
    final long[] national;
    final int[] county;

    Firms(int size, long seed) {
        this.size = size;
        income = new long[size];
        months = new long[size];
        after = new long[size];
        industry = new long[size];
        staff = new long[size];
        assets = new long[size];
        rent = new long[size];
        broadband = new long[size];
        software = new long[size];
        grade = new long[size];
        provincial = new long[size];
        national = new long[size];
        county = new int[size];
        var random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            income[i] =
                    random.nextInt(4) == 0 ? random.nextLong(500_000_00L) : random.nextLong(200_000_00L, 320_000_00L);
            months[i] = random.nextInt(5) == 0 ? 1 + random.nextInt(11) : 12;
            after[i] = Math.min(months[i], 3);
            industry[i] = random.nextInt(3) == 0 ? 1 : 0;
            staff[i] = 1 + random.nextInt(120);
            assets[i] = random.nextLong(35_000_000_00L);
            rent[i] = random.nextLong(200_000_00L);
            broadband[i] = random.nextLong(15_000_00L);
            software[i] = random.nextLong(90_000_00L);
            grade[i] = random.nextInt(4);
            provincial[i] = random.nextInt(20) == 0 ? random.nextLong(500_000_00L) : 0;
            national[i] = random.nextInt(50) == 0 ? random.nextLong(1_000_000_00L) : 0;
            county[i] = random.nextInt(COUNTIES);
        }
    }
}
