package org.zhongchuang.ground.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.zhongchuang.ground.kernel.Ed25519;

/**
 * All that a log held at a moment, in one hash, signed.
 *
 * @param size how many leaves
 * @param root the root of the tree, hexadecimal
 * @param key the public key, as it is published at {@code /decisions/key}
 */
public record Head(String log, long size, String root, Instant at, String key, String signature) {

    /** What is signed. */
    static String text(String log, long size, String root, Instant at) {
        return new Canonical("zhongchuang tree head 1")
                .with("log", log)
                .with("size", size)
                .with("root", root)
                .with("at", at)
                .toString();
    }

    /** Whether the signature is that of the key in the head. */
    public boolean isSigned() {
        return Ed25519.holds(key, text(log, size, root, at).getBytes(UTF_8), signature);
    }
}
