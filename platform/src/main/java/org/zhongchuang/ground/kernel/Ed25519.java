package org.zhongchuang.ground.kernel;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 signatures (RFC 8032), which every Java platform has. Keys are published in their X.509 form, in base64. */
public final class Ed25519 {

    private Ed25519() {}

    /** Whether that key signed the bytes. What is no key or no signature has signed nothing. */
    public static boolean holds(String published, byte[] signed, byte[] signature) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(published)));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /** The same for a signature in base64. */
    public static boolean holds(String published, byte[] signed, String signature) {
        try {
            return holds(published, signed, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
