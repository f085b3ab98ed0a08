package org.zhongchuang.ground.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

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
        try {
            var verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            verifying.update(text(log, size, root, at).getBytes(UTF_8));
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
