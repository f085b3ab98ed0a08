package org.zhongchuang.engine.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a reform would do: the same people judged by what holds and by what is proposed, in one pass, by group.
 *
 * <p>People come in batches, so a population may be larger than memory.
 */
public final class Simulation {

    private final CompiledProgramme programme;
    private final Settings before;
    private final Settings after;
    private final ReentrantLock lock = new ReentrantLock();
    private Sums sums = new Sums(0);

    /**
     * What came of one group; amounts in fen.
     *
     * @param winners how many are better off: they get more, or owe less; {@code losers} how many are worse off
     * @param gained how many are granted what they were not; {@code lost} how many no longer are
     * @param undecided how many cannot be judged because something is missing or does not fit, before or after
     */
    public record Line(
            long subjects,
            long granted,
            long before,
            long after,
            long winners,
            long losers,
            long gained,
            long lost,
            long undecided) {

        public long difference() {
            return Math.subtractExact(after, before);
        }
    }

    /** The same programme with what holds and with what is proposed. */
    public Simulation(CompiledProgramme programme, Settings before, Settings after) {
        this.programme = programme;
        this.before = before;
        this.after = after;
    }

    /** Judges a batch. {@code group} is a number from 0 for each subject. */
    public void add(Columns columns, int[] group, int threads) {
        add(columns, group, threads, programme.judge(columns, before, threads));
    }

    /** Judges a batch by the reform only; what holds has been judged before. */
    public void add(Columns columns, int[] group, int threads, Verdicts now) {
        var groups = Arrays.stream(group).max().orElse(-1) + 1;
        CompiledProgramme.inParallel(columns.size(), threads, (from, to) -> {
            var part = new Sums(groups);
            var then = new Verdicts(new byte[CompiledProgramme.CHUNK], new long[CompiledProgramme.CHUNK]);
            for (int start = from; start < to; start += CompiledProgramme.CHUNK) {
                var end = Math.min(start + CompiledProgramme.CHUNK, to);
                programme.judge(columns, after, start, end, then, start);
                part.add(
                        group,
                        now,
                        then,
                        start,
                        end,
                        programme.rules().programme().owed() ? -1 : 1);
            }
            lock.lock();
            try {
                sums = sums.plus(part);
            } finally {
                lock.unlock();
            }
        });
    }

    /**
     * A line for each group of people who were judged twice, by whichever rules: those of a reform may be others.
     *
     * @param group a number from 0 to before {@code groups} for each subject
     * @param owed whether the amount is what they owe, so that less is better
     */
    public static List<Line> lines(int[] group, int groups, Verdicts now, Verdicts then, boolean owed) {
        var sums = new Sums(groups);
        sums.add(group, now, then, 0, group.length, owed ? -1 : 1);
        return lines(sums);
    }

    /** A line for each group. */
    public List<Line> lines() {
        return lines(sums);
    }

    private static List<Line> lines(Sums sums) {
        var lines = new ArrayList<Line>();
        for (int group = 0; group < sums.groups; group++) {
            lines.add(sums.line(group));
        }
        return lines;
    }

    public Line total() {
        var all = new Sums(1);
        for (int group = 0; group < sums.groups; group++) {
            for (int i = 0; i < Sums.FIGURES; i++) {
                all.of[i] = Math.addExact(all.of[i], sums.of[group * Sums.FIGURES + i]);
            }
        }
        return all.line(0);
    }

    /** Nine sums for each group. */
    private static final class Sums {

        static final int FIGURES = 9;

        private final int groups;
        private final long[] of;

        Sums(int groups) {
            this.groups = groups;
            this.of = new long[groups * FIGURES];
        }

        /** {@code good} is 1 where more is better and -1 where less is. */
        void add(int[] group, Verdicts now, Verdicts then, int from, int to, int good) {
            for (int row = from; row < to; row++) {
                var at = group[row] * FIGURES;
                var was = now.amount()[row];
                var is = then.amount()[row - from];
                var granted = then.outcome()[row - from] == Verdicts.GRANTED;
                var wasGranted = now.outcome()[row] == Verdicts.GRANTED;
                of[at]++;
                of[at + 1] += granted ? 1 : 0;
                of[at + 2] = Math.addExact(of[at + 2], was);
                of[at + 3] = Math.addExact(of[at + 3], is);
                var better = Integer.signum(Long.compare(is, was)) * good;
                of[at + 4] += better > 0 ? 1 : 0;
                of[at + 5] += better < 0 ? 1 : 0;
                of[at + 6] += granted && !wasGranted ? 1 : 0;
                of[at + 7] += wasGranted && !granted ? 1 : 0;
                of[at + 8] += Math.max(now.outcome()[row], then.outcome()[row - from]) >= Verdicts.UNDECIDED ? 1 : 0;
            }
        }

        Sums plus(Sums other) {
            var both = new Sums(Math.max(groups, other.groups));
            System.arraycopy(of, 0, both.of, 0, of.length);
            for (int i = 0; i < other.of.length; i++) {
                both.of[i] = Math.addExact(both.of[i], other.of[i]);
            }
            return both;
        }

        Line line(int group) {
            var at = group * FIGURES;
            return new Line(
                    of[at],
                    of[at + 1],
                    of[at + 2],
                    of[at + 3],
                    of[at + 4],
                    of[at + 5],
                    of[at + 6],
                    of[at + 7],
                    of[at + 8]);
        }
    }
}
