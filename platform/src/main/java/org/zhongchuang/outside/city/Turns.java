package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Who has the next turn, and on which day. Turns of one day come in the order in which their tales were added. */
public final class Turns {

    private record Turn(LocalDate day, int order, Tale tale) {}

    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::day).thenComparingInt(Turn::order));
    private int added;

    /** Adds a tale that begins on that day, or on the first day after it that is worked. */
    public void add(LocalDate begins, Tale tale) {
        turns.add(new Turn(begins, added++, tale));
    }

    /** Adds something that happens once. */
    public void once(LocalDate day, Consumer<LocalDate> act) {
        add(day, today -> {
            act.accept(today);
            return OptionalInt.empty();
        });
    }

    /** Lets everybody take the turns of a day; on a day that is not worked they wait for the next. */
    void play(LocalDate day, boolean worked) {
        while (!turns.isEmpty() && !turns.peek().day().isAfter(day)) {
            var turn = turns.remove();
            var next = worked ? turn.tale().turn(day) : OptionalInt.of(1);
            if (next.isPresent()) {
                turns.add(new Turn(day.plusDays(next.getAsInt()), turn.order(), turn.tale()));
            }
        }
    }
}
