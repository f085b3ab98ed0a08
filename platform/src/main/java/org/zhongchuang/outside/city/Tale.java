package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Something that goes on in the demonstration's history, told by doing: one turn on a day, the next some days later.
 */
public interface Tale {

    /** Takes the next turn. Returns after how many days the turn after it comes, or nothing when the tale is told. */
    OptionalInt turn(LocalDate today);
}
