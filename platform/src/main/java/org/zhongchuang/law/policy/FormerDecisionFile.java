package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.zhongchuang.ground.kernel.Ed25519;
import org.zhongchuang.law.signing.SignedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of decision files until 2026: an Ed25519 signature over the JSON exactly as it was written. */
final class FormerDecisionFile {

    static final String FORM = "zhongchuang-decision-1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private FormerDecisionFile() {}

    /** The decision and the key that signed it; nothing where the signature does not hold. */
    static Optional<SignedJson.Opened> open(JsonNode file) {
        var decision = file.path("decision");
        var key = file.path("key").asString("");
        var signature = file.path("signature").path("value").asString("");
        return Ed25519.holds(key, JSON.writeValueAsString(decision).getBytes(UTF_8), signature)
                ? Optional.of(new SignedJson.Opened(decision, key))
                : Optional.empty();
    }
}
