package org.zhongchuang.procedure.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/**
 * A call that was announced.
 *
 * @param number its year and its place in that year, such as 2018-1
 * @param opensOn the first day on which claims are taken, and {@code closesOn} the last one
 * @param document the number of the document that announces it
 * @param opener who opened it
 * @param endedAt when it was settled or withdrawn
 */
public record Announced(
        CallId id,
        String programme,
        String number,
        LocalDate opensOn,
        LocalDate closesOn,
        String document,
        State state,
        String opener,
        Instant openedAt,
        Optional<Instant> endedAt) {

    /** What became of it. */
    public enum State {
        OPEN,
        SETTLED,
        WITHDRAWN
    }

    /** How it stands on a day, in words. */
    public Text standing(LocalDate day) {
        return switch (state) {
            case SETTLED -> Text.of("已结算", "settled");
            case WITHDRAWN -> Text.of("已取消", "withdrawn");
            case OPEN ->
                day.isBefore(opensOn)
                        ? Text.of("尚未开始", "not open yet")
                        : day.isAfter(closesOn) ? Text.of("已截止，待结算", "closed, to be settled") : Text.of("受理中", "open");
        };
    }

    /** Whether claims are taken on that day. */
    public boolean takes(LocalDate day) {
        return state == State.OPEN && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    /** Whether its days are over and it waits to be settled. */
    public boolean isToSettle(LocalDate day) {
        return state == State.OPEN && day.isAfter(closesOn);
    }

    /** What it is called. */
    public Text name() {
        return Text.of(number.replace("-", "年第") + "批", "call " + number);
    }
}
