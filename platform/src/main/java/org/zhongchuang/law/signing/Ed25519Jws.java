package org.zhongchuang.law.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.zhongchuang.ground.kernel.Ed25519;

/** Signs and checks JWS with the Ed25519 of the Java platform; the library's own would need another library. */
public final class Ed25519Jws {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA);

    /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private Ed25519Jws() {}

    /** The 32 bytes of a key that is published in its X.509 form. */
    public static Base64URL raw(String published) {
        var encoded = Base64.getDecoder().decode(published);
        return Base64URL.encode(Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
    }

    /** The X.509 form of a key of 32 bytes. */
    static String published(Base64URL raw) {
        var key = raw.decode();
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + key.length);
        }
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, PREFIX.length, KEY_BYTES);
        return Base64.getEncoder().encodeToString(encoded);
    }

    /** Signs with the key of this installation. */
    record Signer(SigningKey key) implements JWSSigner {

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) {
            return Base64URL.encode(Base64.getDecoder().decode(key.sign(input)));
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }

    /** Checks with a published key. A header that asks for more than it understands does not hold. */
    record Verifier(String published) implements JWSVerifier {

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
            return ALGORITHMS.contains(header.getAlgorithm())
                    && header.getCriticalParams() == null
                    && Ed25519.holds(published, input, signature.decode());
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
