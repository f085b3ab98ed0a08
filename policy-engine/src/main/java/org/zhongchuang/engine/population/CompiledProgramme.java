package org.zhongchuang.engine.population;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        inParallel(columns.size(), threads, (from, to) -> judge(columns, settings, from, to, verdicts));
        return verdicts;
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

    void judge(Columns columns, Settings settings, int from, int to, Verdicts verdicts) {
        var compiled = settings.isComplete() && records.stream().allMatch(columns::hasCompleteRecords);
        for (int start = from; start < to; start += CHUNK) {
            var end = Math.min(start + CHUNK, to);
            if (compiled) {
                known(columns, settings, start, end, verdicts);
            } else {
                walk(columns, settings, start, end, verdicts);
            }
        }
    }

    /** Runs of subjects of whom everything is known are judged by generated code, the others walked. */
    private void known(Columns columns, Settings settings, int from, int to, Verdicts verdicts) {
        var start = from;
        while (start < to) {
            var end = start;
            while (end < to && isKnown(columns, end)) {
                end++;
            }
            if (end > start) {
                fast(columns, settings, start, end, verdicts);
            }
            if (end < to) {
                walk(columns, settings, end, end + 1, verdicts);
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
    private void fast(Columns columns, Settings settings, int from, int to, Verdicts verdicts) {
        try {
            kernel.run(columns, settings, from, to, verdicts.outcome(), verdicts.amount());
        } catch (ArithmeticException _) {
            for (int row = from; row < to; row++) {
                if (to - from == 1) {
                    walk(columns, settings, row, row + 1, verdicts);
                } else {
                    fast(columns, settings, row, row + 1, verdicts);
                }
            }
        }
    }

    private void walk(Columns columns, Settings settings, int from, int to, Verdicts verdicts) {
        for (int row = from; row < to; row++) {
            walk(columns, settings, row, verdicts);
        }
    }

    /** The reference meaning. */
    private void walk(Columns columns, Settings settings, int row, Verdicts verdicts) {
        var walk = new Walk(columns.subject(row), settings.timelines(), settings.day(), settings.isDemonstration());
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
        verdicts.outcome()[row] = outcome;
        verdicts.amount()[row] = fen;
    }

    private static byte outcomeOf(State state) {
        return switch (state) {
            case KNOWN -> Verdicts.GRANTED;
            case MISSING -> Verdicts.UNDECIDED;
            case TOO_LARGE -> Verdicts.TOO_LARGE;
        };
    }
}
