package org.zhongchuang.installation.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.TestCity;

/** What the database knows of its keys, and what it makes of others. Rolled back: the city keeps its own. */
@Transactional
class KnownKeysTests extends TestCity {

    private static final KeyRing OTHER = KeyRing.read("ab".repeat(32));

    @Autowired
    private KnownKeys known;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theKeysOfTheFirstStartAreWrittenDownAndNoneOfThemIsInTheDatabase() {
        for (var purpose : Purpose.values()) {
            assertThat(known.of(purpose)).hasSize(1);
            assertThat(known.of(purpose).getFirst().retired()).isEmpty();
        }
        assertThat(known.of(Purpose.DECISIONS).getFirst().published()).isNotEmpty();
        assertThat(known.of(Purpose.PERSONAL_DATA).getFirst().published()).isEmpty();
    }

    @Test
    void anotherKeyStopsTheStartAndSaysWhatToDo() {
        for (var purpose : Purpose.values()) {
            assertThatThrownBy(() -> known.check(purpose, OTHER, _ -> ""))
                    .isInstanceOf(KeysDoNotFit.class)
                    .hasMessageContaining(known.of(purpose).getFirst().id())
                    .hasMessageContaining(OTHER.current().id())
                    .hasMessageContaining("backup")
                    .hasMessageContaining("备份")
                    .hasMessageNotContaining("ab".repeat(32));
        }
    }

    @Test
    void theSameIdIsNotEnough() {
        var other = OTHER.current();
        jdbc.sql("insert into keys.known (purpose, id, check_value) values ('personal-data', :id, :check)")
                .param("id", other.id())
                .param("check", "00".repeat(32))
                .update();

        assertThatThrownBy(() -> known.check(Purpose.PERSONAL_DATA, OTHER, _ -> ""))
                .isInstanceOf(KeysDoNotFit.class);
    }

    @Test
    void aKeyMayGoOnceItIsRetiredAndNeverComesBack() {
        var ring = KeyRing.read("cd".repeat(32));
        var first = known.of(Purpose.PERSONAL_DATA).getFirst();
        known.retire(Purpose.PERSONAL_DATA, first.id());
        known.check(Purpose.PERSONAL_DATA, ring, _ -> "");

        known.check(Purpose.PERSONAL_DATA, ring, _ -> "");
        assertThat(known.retire(Purpose.PERSONAL_DATA, first.id())).isFalse();
        assertThatThrownBy(() -> known.check(Purpose.PERSONAL_DATA, OTHER, _ -> ""))
                .isInstanceOf(KeysDoNotFit.class);
    }

    @Test
    void whatIsKnownIsNeitherChangedNorForgotten() {
        assertThatThrownBy(() -> jdbc.sql("update keys.known set check_value = repeat('0', 64)")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it was");
    }

    @Test
    void whatIsKnownIsNotDeleted() {
        assertThatThrownBy(() -> jdbc.sql("delete from keys.known").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void theKeyOfRecognitionIsNeverRetired() {
        assertThatThrownBy(() -> known.retire(
                        Purpose.RECOGNITION,
                        known.of(Purpose.RECOGNITION).getFirst().id()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aKeyThatIsCutOffIsNoKey() {
        assertThatThrownBy(() -> KeyRing.read("abcd")).isInstanceOf(KeysDoNotFit.class);
        assertThatThrownBy(() -> KeyRing.read(" \n")).isInstanceOf(KeysDoNotFit.class);
    }
}
