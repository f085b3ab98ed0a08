package org.zhongchuang.installation.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database knows of the keys it was sealed and signed with.
 *
 * <p>Written at the first start and compared at each: a key that was lost, or of another city, stops the start before
 * anything is sealed with it that nobody could open later.
 */
@Component
public class KnownKeys {

    /** A key as the database knows it; {@code published} is empty unless it signs. */
    public record Known(
            Purpose purpose,
            String id,
            String checkValue,
            String published,
            Instant since,
            Optional<Instant> retired) {}

    private final JdbcClient jdbc;

    public KnownKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Compares these keys with those that are known, and writes down those that are new.
     *
     * @param published the public half of a key, or an empty text where there is none
     * @throws KeysDoNotFit if one is missing that is still needed
     */
    public void check(Purpose purpose, KeyRing ring, Function<Key, String> published) {
        for (var known : of(purpose)) {
            if (known.retired().isEmpty()
                    && ring.find(known.id()).filter(key -> isIt(key, known)).isEmpty()) {
                throw missing(purpose, known.id(), ring);
            }
        }
        ring.keys().forEach(key -> write(purpose, key, published.apply(key)));
    }

    private static boolean isIt(Key key, Known known) {
        return key.checkValue().equals(known.checkValue());
    }

    /** Whether nothing has been written down for that purpose yet. */
    public boolean isUnknown(Purpose purpose) {
        return of(purpose).isEmpty();
    }

    /** All keys of a purpose, the newest first. */
    public List<Known> of(Purpose purpose) {
        return jdbc.sql("select * from keys.known where purpose = :purpose order by known_since desc, id")
                .param("purpose", purpose.code())
                .query(KnownKeys::row)
                .list();
    }

    /** From now on this key need not be there any more. Whether it was known and still needed. */
    public boolean retire(Purpose purpose, String id) {
        return jdbc.sql(
                                "update keys.known set retired_at = now() where purpose = :purpose and id = :id and retired_at is null")
                        .param("purpose", purpose.code())
                        .param("id", id)
                        .update()
                > 0;
    }

    private void write(Purpose purpose, Key key, String published) {
        jdbc.sql("""
                        insert into keys.known (purpose, id, check_value, published)
                        values (:purpose, :id, :check, :published) on conflict (purpose, id) do nothing
                        """)
                .param("purpose", purpose.code())
                .param("id", key.id())
                .param("check", key.checkValue())
                .param("published", published)
                .update();
    }

    private static KeysDoNotFit missing(Purpose purpose, String id, KeyRing ring) {
        var given = String.join(", ", ring.keys().stream().map(Key::id).toList());
        return new KeysDoNotFit(
                "这座城市的数据需要密钥 %s（%s），给出的是 %s；没有它就打不开已封存的内容，因此不启动，什么也没有改动。请从备份恢复 secrets 文件夹；几台服务器须用同一套密钥（复制该文件夹，或设置 ZHONGCHUANG_SECRETS）。"
                        .formatted(id, purpose.label().zh(), given),
                "This city's data needs the key %s (%s), and %s was given; what it sealed could not be opened, so nothing starts and nothing was changed. Put the folder \"secrets\" back from a backup; several servers use the same keys (copy the folder, or set ZHONGCHUANG_SECRETS)."
                        .formatted(id, purpose.label().en(), given));
    }

    private static Known row(ResultSet row, int number) throws SQLException {
        var retired = row.getTimestamp("retired_at");
        return new Known(
                Purpose.read(row.getString("purpose")).orElseThrow(),
                row.getString("id"),
                row.getString("check_value"),
                row.getString("published"),
                row.getTimestamp("known_since").toInstant(),
                Optional.ofNullable(retired).map(java.sql.Timestamp::toInstant));
    }
}
