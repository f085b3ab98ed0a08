package org.zhongchuang.ground.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * Browsers that have signed in to an account before, by a random word that they keep in a cookie. It opens nothing: it
 * says only that whoever types a wrong password here is more likely its owner than a stranger.
 */
@Component
public class KnownBrowsers {

    /** How long a browser is remembered after its last sign-in. */
    public static final Duration REMEMBERED = Duration.ofDays(180);

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int WORD_BYTES = 32;
    private static final int MOST_PER_ACCOUNT = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether that browser has signed in to that account. */
    public boolean knows(String login, @Nullable String word) {
        return word != null
                && WORD.matcher(word).matches()
                && jdbc.sql(
                                "select exists (select 1 from access.known_browser where login = :login and browser = :browser and seen_at > :since)")
                        .param("login", plain(login))
                        .param("browser", Sha256.hex(word))
                        .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
                        .query(Boolean.class)
                        .single();
    }

    /** Whose session that browser held last. */
    public Optional<String> lastLogin(@Nullable String word) {
        return word == null || !WORD.matcher(word).matches()
                ? Optional.empty()
                : jdbc.sql(
                                "select login from access.known_browser where browser = :browser and seen_at > :since order by seen_at desc limit 1")
                        .param("browser", Sha256.hex(word))
                        .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
                        .query(String.class)
                        .optional();
    }

    /** Remembers a browser after a sign-in and returns the word that it shall keep. */
    @Transactional
    public String remember(String login, @Nullable String word) {
        var kept = lastLogin(word).isPresent() ? String.valueOf(word) : newWord();
        jdbc.sql("""
                        insert into access.known_browser (login, browser, seen_at)
                        values (:login, :browser, :now)
                        on conflict (login, browser) do update set seen_at = excluded.seen_at
                        """)
                .param("login", plain(login))
                .param("browser", Sha256.hex(kept))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        delete from access.known_browser
                         where login = :login and (seen_at < :since or browser not in (
                               select browser from access.known_browser where login = :login order by seen_at desc limit :most))
                        """)
                .param("login", plain(login))
                .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .param("most", MOST_PER_ACCOUNT)
                .update();
        return kept;
    }

    /** Forgets every browser of an account, as after its password was changed because a stranger knew it. */
    @Transactional
    public void forget(String login) {
        jdbc.sql("delete from access.known_browser where login = :login")
                .param("login", plain(login))
                .update();
    }

    private String newWord() {
        var bytes = new byte[WORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
