package org.zhongchuang.ground.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that follow from a shared secret and the time: RFC 6238 with SHA-1, six digits, a new one every 30 seconds. */
final class TimeCode {

    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** Clocks of telephones are off by so many steps at most. */
    private static final int DRIFT = 1;

    private TimeCode() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    static String at(byte[] secret, long step) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number(secret, step) % MODULUS);
    }

    /** The step whose code that is, near now and later than the last one that counted. */
    static OptionalLong stepOf(String code, byte[] secret, Instant now, long last) {
        var present = step(now);
        for (var step = Math.max(present - DRIFT, last + 1); step <= present + DRIFT; step++) {
            if (at(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The 31 bits that the RFC takes out of the digest. */
    private static int number(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = digest[digest.length - 1] & 0xf;
            return ByteBuffer.wrap(digest).getInt(offset) & Integer.MAX_VALUE;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
