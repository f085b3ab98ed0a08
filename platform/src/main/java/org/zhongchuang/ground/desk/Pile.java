package org.zhongchuang.ground.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.zhongchuang.engine.Fen;

/**
 * How much of something there is.
 *
 * @param count how many
 * @param sum what they come to, where they are money
 * @param first the first day by which one of them has to be done
 */
public record Pile(long count, Optional<Fen> sum, Optional<LocalDate> first) {

    public static Pile of(long count) {
        return new Pile(count, Optional.empty(), Optional.empty());
    }

    /** From the columns {@code many}, {@code fen} and {@code first}, of which the last two may be null. */
    public static Pile row(ResultSet row, int number) throws SQLException {
        return new Pile(
                row.getLong("many"),
                Optional.ofNullable(row.getObject("fen", Long.class)).map(Fen::new),
                Optional.ofNullable(row.getObject("first", LocalDate.class)));
    }
}
