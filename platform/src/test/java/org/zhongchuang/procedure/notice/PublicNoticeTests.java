package org.zhongchuang.procedure.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.Text;

/** A notice says of itself what is so on the day it is read. */
class PublicNoticeTests {

    private static final LocalDate LAST = LocalDate.of(2017, 3, 15);

    private static PublicNotice open() {
        return new PublicNotice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "",
                "",
                "",
                "",
                "",
                null,
                "330402",
                LAST.minusDays(7),
                LAST,
                false,
                PublicNotice.State.OPEN,
                3,
                10,
                Optional.empty(),
                Text.of("", ""),
                "");
    }

    @Test
    void aNoticePastItsLastDayDoesNotSayThatItRuns() {
        assertThat(open().label(LAST).zh()).isEqualTo("公示中");
        assertThat(open().label(LAST.plusDays(1)).zh()).isEqualTo("公示期已满，尚待办结");
    }
}
