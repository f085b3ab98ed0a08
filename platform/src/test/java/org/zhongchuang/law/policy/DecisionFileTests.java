package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhongchuang.PackTexts;
import org.zhongchuang.law.policy.DecisionFile.Given;
import org.zhongchuang.law.policy.DecisionFile.Verification;
import org.zhongchuang.law.signing.Ed25519Jws;
import org.zhongchuang.law.signing.SignedJson;
import org.zhongchuang.law.signing.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** A decision that anybody can run again: the same years later, and broken by any changed byte. */
class DecisionFileTests {

    private static final SigningKey KEY = new SigningKey("0f".repeat(32));
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String written(List<String> set) throws IOException {
        return DecisionFile.write(
                new DecisionFile.Content(
                        Map.of("case", "演示"),
                        "running-costs",
                        LocalDate.of(2017, 1, 5),
                        true,
                        List.of(
                                new Given("recognised", "true", "verified", "2016-12-01"),
                                new Given("subsidy_year", "1", "declared", "2016-12-01"),
                                new Given("rent_paid", "300000.00", "declared", "2016-12-01"),
                                new Given("rent_area", "800", "declared", "2016-12-01"),
                                new Given("broadband_paid", "0", "declared", "2016-12-01"),
                                new Given("software_paid", "0", "declared", "2016-12-01"),
                                new Given("tools_paid", "0", "declared", "2016-12-01")),
                        Edition.of(PackTexts.jiaxing(), set)),
                KEY);
    }

    @Test
    void aDecisionThatRestsOnAListOfRecordsIsAFileToo() throws IOException {
        var file = DecisionFile.write(
                new DecisionFile.Content(
                        Map.of("case", "演示"),
                        "graduate-insurance-subsidy",
                        LocalDate.of(2017, 3, 1),
                        true,
                        List.of(new Given(
                                "contributions", "2016-01-01 800.00\n2016-02-01 800.00", "declared", "2017-03-01")),
                        Edition.of(PackTexts.jiaxing(), List.of())),
                KEY);
        assertThat(DecisionFile.verify(file)).isInstanceOf(Verification.Same.class);
        var broken = SignedJson.write(
                Map.of(
                        "form", "zhongchuang-decision-2",
                        "programme", "graduate-insurance-subsidy",
                        "on", "2017-03-01",
                        "facts", List.of(Map.of("fact", "contributions", "value", "2016-01-01 800.00 3 4")),
                        "set", List.of(),
                        "pack",
                                JSON.readTree(file)
                                        .path("decision")
                                        .path("pack")
                                        .asString(""),
                        "edition",
                                JSON.readTree(file)
                                        .path("decision")
                                        .path("edition")
                                        .asString("")),
                KEY);
        assertThat(DecisionFile.verify(broken)).isInstanceOf(Verification.Broken.class);
    }

    @Test
    void theSameRulesSayTheSameAgain() throws IOException {
        assertThat(written(List.of())).contains("\"amount\":\"150000.00\"");
        assertThat(DecisionFile.verify(written(List.of()))).isInstanceOfSatisfying(Verification.Same.class, same -> {
            assertThat(same.outcome()).isEqualTo("granted");
            assertThat(same.key()).isEqualTo(KEY.fingerprint());
        });
    }

    @Test
    void aValueThatAnAuthoritySetIsPartOfTheFile() throws IOException {
        var file = written(List.of("rent_rate 2017-01-01 40 嘉财〔2016〕演示3号"));
        assertThat(file).contains("\"amount\":\"120000.00\"").contains("嘉财〔2016〕演示3号");
        assertThat(DecisionFile.verify(file)).isInstanceOf(Verification.Same.class);
    }

    @Test
    void anyChangedByteIsFound() throws IOException {
        var bytes = written(List.of()).getBytes(UTF_8);
        var random = new Random(90);
        for (int trial = 0; trial < 300; trial++) {
            var changed = bytes.clone();
            var at = random.nextInt(changed.length);
            changed[at] = (byte) (changed[at] ^ (1 << random.nextInt(7)));
            assertThat(DecisionFile.verify(new String(changed, UTF_8)))
                    .as("byte %d", at)
                    .isInstanceOf(Verification.Broken.class);
        }
        assertThat(DecisionFile.verify(new String(bytes, UTF_8) + " ")).isInstanceOf(Verification.Broken.class);
        assertThat(DecisionFile.verify("")).isInstanceOf(Verification.Broken.class);
        assertThat(DecisionFile.verify("{\"decision\":{}}")).isInstanceOf(Verification.Broken.class);
    }

    @Test
    void anyChangedBitOfTheKeyAndTheSignatureIsFound() throws IOException {
        var file = written(List.of());
        var bytes = file.getBytes(UTF_8);
        var from = bytes.length - (file.length() - file.lastIndexOf("\"key\":"));
        for (int at = from; at < bytes.length; at++) {
            for (int bit = 0; bit < 7; bit++) {
                var changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(DecisionFile.verify(new String(changed, UTF_8)))
                        .as("bit %d of byte %d", bit, at)
                        .isInstanceOf(Verification.Broken.class);
            }
        }
    }

    /** Somebody with a key of their own signs another amount: the signature holds, the rules do not say so. */
    @Test
    void aWrongResultIsFoundAtItsStepEvenWhenItIsSigned() throws IOException {
        var decision = decision(written(List.of()));
        object(decision, "result").put("amount", "190000.00");

        assertThat(DecisionFile.verify(SignedJson.write(decision, KEY)))
                .isEqualTo(new Verification.Different("amount", "\"190000.00\"", "\"150000.00\""));
    }

    @Test
    void aFileOfTheFormerFormIsStillCheckedToItsLastByte() throws IOException {
        var file = Files.readString(Path.of("src/test/resources/decision-of-the-first-form.json"));

        assertThat(DecisionFile.verify(file))
                .isInstanceOfSatisfying(
                        Verification.Same.class, same -> assertThat(same.key()).isEqualTo(KEY.fingerprint()));
        assertThat(DecisionFile.verify(file + "\n")).isInstanceOf(Verification.Broken.class);
        assertThat(DecisionFile.verify(file.replace("300000.00", "300000.01"))).isInstanceOf(Verification.Broken.class);
    }

    /** What any JOSE library does with it, written down from RFC 7515 without one. */
    @Test
    void theSignatureIsADetachedJwsOverTheCanonicalForm() throws Exception {
        var file = JSON.readTree(written(List.of()));
        var parts = file.get("signature").asString().split("\\.", -1);
        var url = Base64.getUrlDecoder();
        var signed = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                JSON.writeValueAsString(file.get("decision")).getBytes(UTF_8));
        var check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(KEY.published()))));
        check.update(signed.getBytes(UTF_8));

        assertThat(new String(url.decode(parts[0]), UTF_8))
                .contains("\"alg\":\"EdDSA\"")
                .contains(KEY.fingerprint());
        assertThat(parts[1]).isEmpty();
        assertThat(check.verify(url.decode(parts[2]))).isTrue();
        assertThat(url.decode(file.get("key").get("x").asString())).hasSize(32);
    }

    @Test
    void anotherAlgorithmOrAnotherKeyInTheHeaderIsRefused() throws IOException {
        var file = written(List.of());
        var signature = JSON.readTree(file).get("signature").asString();
        var header = signature.substring(0, signature.indexOf('.'));
        for (var other : List.of("{\"alg\":\"none\"}", "{\"alg\":\"EdDSA\",\"crit\":[\"exp\"],\"exp\":1}", "{}")) {
            var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(UTF_8));
            assertThat(DecisionFile.verify(file.replace(header, changed)))
                    .as(other)
                    .isInstanceOf(Verification.Broken.class);
        }
        var foreign =
                Ed25519Jws.raw(new SigningKey("0e".repeat(32)).published()).toString();
        assertThat(DecisionFile.verify(
                        file.replace(Ed25519Jws.raw(KEY.published()).toString(), foreign)))
                .isInstanceOf(Verification.Broken.class);
    }

    @SuppressWarnings("unchecked") // A JSON object is a map.
    private static Map<String, Object> decision(String file) {
        return object(JSON.readValue(file, Map.class), "decision");
    }

    @SuppressWarnings("unchecked") // A JSON object is a map.
    private static Map<String, Object> object(Map<String, Object> in, String name) {
        return (Map<String, Object>) Objects.requireNonNull(in.get(name));
    }
}
