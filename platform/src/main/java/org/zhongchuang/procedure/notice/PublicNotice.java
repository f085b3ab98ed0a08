package org.zhongchuang.procedure.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/** A notice as the public reads it. */
public record PublicNotice(
        UUID id,
        UUID caseFile,
        String title,
        String basis,
        String spaceName,
        String operatorName,
        String address,
        @Nullable LocalDate openedOn,
        String area,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean provisional,
        State state,
        int checkDays,
        int answerDays,
        Optional<Fen> fen,
        Text occasion,
        String done) {

    /** What it is called on a day: one whose last day has passed is no longer running, though nobody closed it yet. */
    public Text label(LocalDate today) {
        return state == State.OPEN && today.isAfter(lastDay)
                ? Text.of("公示期已满，尚待办结", "Period over, not closed yet")
                : state.label();
    }

    /** Whether a notice runs, waits for an objection to be answered, or is over. */
    public enum State {
        OPEN("公示中", "Open"),
        PAUSED("有异议，暂停", "Paused: objection"),
        ENDED("期满，没有成立的异议", "Over, no objection upheld"),
        UPHELD("异议成立", "Objection upheld"),
        WITHDRAWN("申报已撤回", "Application withdrawn");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** Whether it is not over. */
        public boolean isRunning() {
            return this == OPEN || this == PAUSED;
        }
    }
}
