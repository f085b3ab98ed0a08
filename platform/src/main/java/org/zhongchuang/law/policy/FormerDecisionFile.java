package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of decision files until 2026: an Ed25519 signature over the JSON exactly as it was written. */
final class FormerDecisionFile {

    static final String FORM = "zhongchuang-decision-1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private FormerDecisionFile() {}

    /** The decision and the key that signed it; nothing where the signature does not hold. */
    static Optional<SignedJson.Opened> open(JsonNode file) {
        try {
            var decision = file.path("decision");
            var published = file.path("key").asString("");
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(published)));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(JSON.writeValueAsString(decision).getBytes(UTF_8));
            return signature.verify(Base64.getDecoder()
                            .decode(file.path("signature").path("value").asString("")))
                    ? Optional.of(new SignedJson.Opened(decision, published))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
