package org.zhongchuang.engine.population;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Trace.State;
import org.zhongchuang.engine.formula.Walk;

/** A programme compiled to bytecode: the same answers as the walk, for whole columns. */
public final class CompiledProgramme {

    /** Subjects judged at a time. */
    static final int CHUNK = 1_024;

    private final Rules rules;
    private final Kernel kernel;
    private final List<Integer> facts;
    private final List<Integer> records;

    private CompiledProgramme(Rules rules) {
        this.rules = rules;
        this.kernel = KernelWriter.compile(rules);
        var needed = new ArrayList<Integer>();
        var tallied = new ArrayList<Integer>();
        Stream.of(rules.terms().stream(), rules.criteria().stream(), Stream.ofNullable(rules.amount()))
                .flatMap(nodes -> nodes)
                .forEach(node -> needed(node, needed, tallied));
        this.facts = needed.stream().distinct().toList();
        this.records = tallied.stream().distinct().toList();
    }

    public static CompiledProgramme of(Rules rules) {
        return new CompiledProgramme(rules);
    }

    /** The facts without which a subject is walked; an optional one is not among them. */
    private static void needed(Node node, List<Integer> facts, List<Integer> records) {
        switch (node) {
            case Node.Fact fact -> facts.add(fact.slot());
            case Node.Given given -> needed(given.otherwise(), facts, records);
            case Node.Tally tally -> {
                facts.add(tally.slot());
                records.add(tally.slot());
                node.parts().forEach(part -> needed(part, facts, records));
            }
            default -> node.parts().forEach(part -> needed(part, facts, records));
        }
    }

    public Rules rules() {
        return rules;
    }

    /** Judges all subjects on so many threads. */
    public Verdicts judge(Columns columns, Settings settings, int threads) {
        var verdicts = new Verdicts(new byte[columns.size()], new long[columns.size()]);
        inParallel(columns.size(), threads, (from, to) -> judge(columns, settings, from, to, verdicts, 0));
        return verdicts;
    }

    /**
     * The amounts in fen, summed by group; subjects that cannot be judged count nothing. Needs memory for a chunk only.
     *
     * @param group a number from 0 for each subject
     */
    public long[] totals(Columns columns, Settings settings, int[] group, int groups, int threads) {
        var totals = new long[groups];
        var lock = new ReentrantLock();
        inParallel(columns.size(), threads, (from, to) -> {
            var own = new long[groups];
            var chunk = new Verdicts(new byte[CHUNK], new long[CHUNK]);
            for (int start = from; start < to; start += CHUNK) {
                var end = Math.min(start + CHUNK, to);
                judge(columns, settings, start, end, chunk, start);
                var amount = chunk.amount();
                for (int row = start; row < end; row++) {
                    own[group[row]] = Math.addExact(own[group[row]], amount[row - start]);
                }
            }
            lock.lock();
            try {
                for (int i = 0; i < groups; i++) {
                    totals[i] = Math.addExact(totals[i], own[i]);
                }
            } finally {
                lock.unlock();
            }
        });
        return totals;
    }

    /** Work on the subjects from {@code from} to before {@code to}. */
    interface Span {
        void over(int from, int to);
    }

    static void inParallel(int size, int threads, Span work) {
        if (threads <= 1 || size <= CHUNK) {
            work.over(0, size);
            return;
        }
        var each = Math.max(CHUNK, (size / threads + CHUNK - 1) / CHUNK * CHUNK);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Future<?>>();
            for (int from = 0; from < size; from += each) {
                var start = from;
                parts.add(pool.submit(() -> work.over(start, Math.min(start + each, size))));
            }
            for (var part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging failed", e.getCause());
        }
    }

    /** Judges those subjects; the verdict on {@code base} stands first. */
    void judge(Columns columns, Settings settings, int from, int to, Verdicts verdicts, int base) {
        var compiled = settings.isComplete() && records.stream().allMatch(columns::hasCompleteRecords);
        var allKnown = facts.stream().allMatch(columns::isComplete);
        for (int start = from; start < to; start += CHUNK) {
            var end = Math.min(start + CHUNK, to);
            if (compiled && allKnown) {
                fast(columns, settings, start, end, verdicts, base);
            } else if (compiled) {
                known(columns, settings, start, end, verdicts, base);
            } else {
                walk(columns, settings, start, end, verdicts, base);
            }
        }
    }

    /** Runs of subjects of whom everything is known are judged by generated code, the others walked. */
    private void known(Columns columns, Settings settings, int from, int to, Verdicts verdicts, int base) {
        var start = from;
        while (start < to) {
            var end = start;
            while (end < to && isKnown(columns, end)) {
                end++;
            }
            if (end > start) {
                fast(columns, settings, start, end, verdicts, base);
            }
            if (end < to) {
                walk(columns, settings, end, end + 1, verdicts, base);
                end++;
            }
            start = end;
        }
    }

    private boolean isKnown(Columns columns, int row) {
        for (int i = 0; i < facts.size(); i++) {
            if (!columns.known(facts.get(i))[row]) {
                return false;
            }
        }
        return true;
    }

    /** Where a number does not fit, each subject is tried by itself, and that one is walked. */
    private void fast(Columns columns, Settings settings, int from, int to, Verdicts verdicts, int base) {
        try {
            kernel.run(columns, settings, from, to, base, verdicts.outcome(), verdicts.amount());
        } catch (ArithmeticException _) {
            for (int row = from; row < to; row++) {
                if (to - from == 1) {
                    walk(columns, settings, row, row + 1, verdicts, base);
                } else {
                    fast(columns, settings, row, row + 1, verdicts, base);
                }
            }
        }
    }

    private void walk(Columns columns, Settings settings, int from, int to, Verdicts verdicts, int base) {
        for (int row = from; row < to; row++) {
            walk(columns, settings, row, verdicts, row - base);
        }
    }

    /** The reference meaning. */
    private void walk(Columns columns, Settings settings, int row, Verdicts verdicts, int place) {
        var walk = new Walk(
                columns.subject(row), settings.lookups(columns.codes()), settings.day(), settings.isDemonstration());
        rules.terms().forEach(walk::define);
        var refused = false;
        var state = State.KNOWN;
        for (var criterion : rules.criteria()) {
            var trace = walk.read(criterion);
            refused |= trace.is(0);
            state = trace.state().compareTo(state) > 0 ? trace.state() : state;
        }
        var amount = rules.amount() == null ? null : walk.read(rules.amount());
        var outcome = refused ? Verdicts.REFUSED : outcomeOf(state);
        var due = outcome == Verdicts.GRANTED || (rules.programme().owed() && outcome != Verdicts.TOO_LARGE);
        var fen = 0L;
        if (amount != null && due) {
            if (amount.isKnown()) {
                fen = amount.value();
            } else if (amount.state() == State.TOO_LARGE) {
                outcome = Verdicts.TOO_LARGE;
            } else if (outcome == Verdicts.GRANTED) {
                outcome = Verdicts.UNDECIDED;
            }
        }
        verdicts.outcome()[place] = outcome;
        verdicts.amount()[place] = fen;
    }

    private static byte outcomeOf(State state) {
        return switch (state) {
            case KNOWN -> Verdicts.GRANTED;
            case MISSING -> Verdicts.UNDECIDED;
            case TOO_LARGE -> Verdicts.TOO_LARGE;
        };
    }
}
