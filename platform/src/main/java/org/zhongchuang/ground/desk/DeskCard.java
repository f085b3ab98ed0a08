package org.zhongchuang.ground.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/**
 * Something on a desk.
 *
 * @param count how many of it
 * @param sum what they come to, where they are money
 * @param words what it is, after the number: 笔付款待制单
 * @param address where it is done or seen
 * @param icon the id of an icon in {@code static/vendor/tabler-icons/icons.svg}
 * @param due the first day by which something has to be done
 */
public record DeskCard(
        Kind kind, long count, Optional<Fen> sum, Text words, String address, String icon, Optional<LocalDate> due) {

    /** Whether something has to be done, or is good to know. */
    public enum Kind {
        TO_DO,
        TO_KNOW
    }

    public static DeskCard toDo(long count, Text words, String address, String icon) {
        return new DeskCard(Kind.TO_DO, count, Optional.empty(), words, address, icon, Optional.empty());
    }

    public static DeskCard toKnow(long count, Text words, String address, String icon) {
        return new DeskCard(Kind.TO_KNOW, count, Optional.empty(), words, address, icon, Optional.empty());
    }

    public DeskCard of(Fen sum) {
        return new DeskCard(kind, count, Optional.of(sum), words, address, icon, due);
    }

    public DeskCard due(Optional<LocalDate> first) {
        return new DeskCard(kind, count, sum, words, address, icon, first);
    }
}
