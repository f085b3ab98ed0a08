package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;

/** What a failure of the database becomes. */
class ProblemPagesTests {

    private final ProblemPages pages = new ProblemPages();

    private static DataAccessResourceFailureException failure(String state) {
        return new DataAccessResourceFailureException("insert", new SQLException("could not extend file", state));
    }

    @Test
    void aDatabaseWithoutRoomIsSaidAsWhatItIs() {
        assertThat(pages.show(failure("53100")).getStatus()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
    }

    @Test
    void aDatabaseThatIsAwayIsLeftToWhoeverWatchesIt() {
        var away = failure("57P01");

        assertThatThrownBy(() -> pages.show(away)).isSameAs(away);
    }
}
