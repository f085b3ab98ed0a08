package org.zhongchuang.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhongchuang.engine.population.CompiledProgramme;

/**
 * Measures every engine on the same firms in one run. All must give the same fen by county, or the run fails.
 *
 * <p>Nanoseconds a firm by wall clock, the best of several rounds, engines taking turns within each.
 */
public final class SideBySide {

    private static final int ROUNDS = 7;

    private SideBySide() {}

    public static void main(String[] arguments) throws Exception {
        var size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        // With a second word only the fast engines run, to look at one thing closely.
        var few = arguments.length > 1;
        var firms = new Firms(size, 20151201);
        var ours = new OurEngine(1);
        List<Peer> peers = List.of(
                new HandWritten(),
                ours,
                new OurEngine(2),
                new DuckDb(),
                new DecimalRecords(),
                new Cel(),
                new Feel(),
                new KieDmn());
        if (few) {
            peers = peers.subList(0, 4);
        }
        for (var peer : peers) {
            peer.prepare(firms);
        }
        var best = new double[peers.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int p = 0; p < peers.size(); p++) {
                var peer = peers.get(p);
                var count = Math.min(size, peer.most());
                var began = System.nanoTime();
                var totals = peer.totals(count);
                var each = (double) (System.nanoTime() - began) / count;
                best[p] = Math.min(best[p], each);
                var expected = new HandWritten();
                expected.prepare(firms);
                if (!Arrays.equals(totals, expected.totals(count))) {
                    throw new IllegalStateException(peer.name() + " gives other totals: " + Arrays.toString(totals)
                            + " instead of " + Arrays.toString(expected.totals(count)));
                }
            }
        }
        System.out.printf("| engine | ns a firm | × hand-fused |%n|---|---|---|%n");
        for (int p = 0; p < peers.size(); p++) {
            System.out.printf("| %s | %,.1f | %,.2f |%n", peers.get(p).name(), best[p], best[p] / best[0]);
        }
        System.out.printf("%nidentical totals in all engines, %,d firms (fewer for the slow ones)%n%n", size);
        single(ours, firms);
        compile(ours);
        whatIf(ours, firms);
    }

    /** One decision with everything that explains it. */
    private static void single(OurEngine ours, Firms firms) {
        var jiaxing = OurEngine.pack("policies/jiaxing-2015-90");
        for (var programme : List.of("small-profit-tax", "running-costs", "space-recognition")) {
            var example = jiaxing.cases().stream()
                    .filter(one -> one.programme().equals(programme))
                    .findFirst()
                    .orElseThrow();
            System.out.printf(
                    "one explained decision, %s: p50 %.2f µs%n",
                    programme,
                    median(
                            200_000,
                            () -> jiaxing.evaluate(programme, example.on(), example.given(), true)
                                    .outcome()));
        }
        var facts = ours.facts(firms, 0);
        System.out.printf(
                "one explained decision, the benchmark's rules: p50 %.2f µs%n",
                median(
                        200_000,
                        () -> ours.pack()
                                .evaluate("everything", OurEngine.DAY, facts, false)
                                .outcome()));
    }

    private static void compile(OurEngine ours) {
        var jiaxing = OurEngine.pack("policies/jiaxing-2015-90");
        var first = System.nanoTime();
        CompiledProgramme.of(jiaxing.rules("running-costs"));
        System.out.printf("compile a programme: first %.1f ms", (System.nanoTime() - first) / 1e6);
        System.out.printf(
                ", p50 %.2f ms, the largest p50 %.2f ms%n",
                median(200, () -> CompiledProgramme.of(jiaxing.rules("running-costs"))) / 1_000,
                median(200, () -> CompiledProgramme.of(jiaxing.rules("small-profit-tax"))) / 1_000);
    }

    private static void whatIf(OurEngine ours, Firms firms) {
        var best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            best = Math.min(best, ours.whatIf(firms, 2));
        }
        System.out.printf(
                "base and reform over %,d firms, winners and losers by county, 2 threads: %.0f ms%n", firms.size, best);
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        System.out.printf("heap in use at the end: %,d MiB%n", memory.getUsed() >> 20);
    }

    /** Microseconds. */
    private static double median(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
        var samples = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            var began = System.nanoTime();
            work.run();
            samples.add(System.nanoTime() - began);
        }
        samples.sort(null);
        return samples.get(times / 2) / 1_000.0;
    }
}
