package org.zhongchuang.law.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object with its signature beside it, which any JOSE library checks: {@code {"decision": …, "key": …,
 * "signature": …}}.
 *
 * <p>All of it stands in the canonical form of RFC 8785. The signature is a detached JWS (RFC 7515, appendix F) with
 * {@code EdDSA} over the canonical form of the decision; the key is a JWK (RFC 8037) whose {@code kid} is the
 * fingerprint that people compare.
 */
public final class SignedJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SignedJson() {}

    /**
     * A decision whose signature holds.
     *
     * @param key the public key that signed it, as {@link SigningKey#published()}
     */
    public record Opened(JsonNode decision, String key) {}

    /** The object with its signature and the key that signed it. */
    public static String write(Map<String, Object> decision, SigningKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .keyID(key.fingerprint())
                .build();
        var jws = new JWSObject(header, new Payload(canonical(JSON.writeValueAsString(decision))));
        try {
            jws.sign(new Ed25519Jws.Signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key signs", e);
        }
        return canonical(JSON.writeValueAsString(Map.of(
                "decision", decision, "key", jwk(key.published()).toJSONObject(), "signature", jws.serialize(true))));
    }

    private static OctetKeyPair jwk(String published) {
        return new OctetKeyPair.Builder(Curve.Ed25519, Ed25519Jws.raw(published))
                .keyID(SigningKey.fingerprint(published))
                .build();
    }

    /**
     * Whether key and signature stand there as they are written: the last letters of both have bits that a reader of
     * base 64 passes over, and nothing else signs the name of the key.
     */
    private static boolean isWrittenWhole(JsonNode key, String published, Base64URL signature) {
        return JSON.valueToTree(jwk(published).toJSONObject()).equals(key)
                && Base64URL.encode(signature.decode()).equals(signature);
    }

    /** The decision and the key that signed it; nothing where the signature does not hold. */
    public static Optional<Opened> open(JsonNode file) {
        try {
            if (!file.path("key").isObject()) {
                return Optional.empty();
            }
            var decision = file.path("decision");
            var key = Ed25519Jws.published(OctetKeyPair.parse(JSON.writeValueAsString(file.path("key")))
                    .getX());
            var jws = JWSObject.parse(
                    file.path("signature").asString(""), new Payload(canonical(JSON.writeValueAsString(decision))));
            return isWrittenWhole(file.path("key"), key, jws.getSignature()) && jws.verify(new Ed25519Jws.Verifier(key))
                    ? Optional.of(new Opened(decision, key))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /** The one way to write a JSON text: names in order, nothing between them, numbers and letters in one form. */
    public static String canonical(String json) {
        try {
            return new String(new JsonCanonicalizer(json).getEncodedUTF8(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
