package org.zhongchuang.law.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.installation.keys.Key;

/** The key with which this installation signs its decisions: Ed25519. */
public final class SigningKey {

    private final KeyPair pair;

    /** The key that grows from a secret of 32 bytes, hexadecimal. The same secret gives the same key. */
    public SigningKey(String secret) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(
                    NamedParameterSpec.ED25519, new Fixed(HexFormat.of().parseHex(secret)));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** The key that grows from this secret. */
    public SigningKey(Key secret) {
        this(HexFormat.of().formatHex(secret.secret()));
    }

    /** The public half, for whoever checks a signature. */
    public String published() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The first sixteen digits of its hash: what people compare. */
    public String fingerprint() {
        return fingerprint(published());
    }

    /** The same of any published key. */
    public static String fingerprint(String published) {
        return Sha256.hex(Base64.getDecoder().decode(published)).substring(0, 16);
    }

    String sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key signs", e);
        }
    }

    /** Gives the generator the secret instead of chance. */
    private static final class Fixed extends SecureRandom {

        private final byte[] secret;

        Fixed(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }
}
