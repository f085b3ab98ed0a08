package org.zhongchuang.law.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhongchuang.installation.keys.KnownKeys;
import org.zhongchuang.installation.keys.Purpose;

/** Every key with which this city signs or has signed decisions: what was signed once can be checked for ever. */
public final class PublishedKeys {

    private final SigningKey current;
    private final KnownKeys known;

    PublishedKeys(SigningKey current, KnownKeys known) {
        this.current = current;
        this.known = known;
    }

    /**
     * The public half of a key.
     *
     * @param published as {@link SigningKey#published()}
     * @param retired when its secret was given up, if it was
     */
    public record Published(String published, String fingerprint, Instant since, Optional<Instant> retired) {}

    public SigningKey current() {
        return current;
    }

    /** The keys of before, the newest first. */
    public List<Published> former() {
        return known.of(Purpose.DECISIONS).stream()
                .filter(key -> !key.published().equals(current.published()))
                .map(key -> new Published(
                        key.published(), SigningKey.fingerprint(key.published()), key.since(), key.retired()))
                .toList();
    }
}
