package org.zhongchuang.law.policy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Signs and checks JWS with the Ed25519 of the Java platform; the library's own would need another library. */
final class Ed25519Jws {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA);

    /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private Ed25519Jws() {}

    /** The 32 bytes of a key that is published in its X.509 form. */
    static Base64URL raw(String published) {
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
        public boolean verify(JWSHeader header, byte[] input, Base64URL signature) throws JOSEException {
            if (!ALGORITHMS.contains(header.getAlgorithm()) || header.getCriticalParams() != null) {
                return false;
            }
            try {
                var key = KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(published)));
                var check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(input);
                return check.verify(signature.decode());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("no such key or signature", e);
            }
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
