package org.zhongchuang.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator on somebody's phone shows: six digits of the time (RFC 6238) from a key in base 32. */
final class Authenticator {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** How long a code is shown. */
    static final Duration STEP = Duration.ofSeconds(30);

    private final byte[] key;

    Authenticator(String key) {
        this.key = bytes(key.replaceAll("\\s", ""));
    }

    String code(Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / STEP.toSeconds())
                    .array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var out = new ByteArrayOutputStream();
        var bits = 0;
        var held = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = held << 5 | DIGITS.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }
}
