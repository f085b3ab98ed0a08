package org.zhongchuang.law.policy;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.FactProblem;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.law.signing.SignedJson;
import org.zhongchuang.law.signing.SigningKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision as one file that anybody can run again, years later and offline: the facts with their sources, the rules
 * whole, the working and the result, signed as {@link SignedJson}. Files of the {@link FormerDecisionFile former form}
 * are checked too.
 *
 * <p>The file holds exactly what was written, byte for byte: a space more is found as a number changed is.
 */
public final class DecisionFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORM = "zhongchuang-decision-2";

    private DecisionFile() {}

    /** One fact as it was when the case was filed. */
    public record Given(String fact, String value, String source, String asOf) {}

    /**
     * What is decided, by which rules.
     *
     * @param about the case and the decision in words, by name
     * @param edition the rules it was filed under
     */
    public record Content(
            Map<String, String> about,
            String programme,
            LocalDate on,
            boolean demonstration,
            List<Given> facts,
            Edition edition) {}

    /** What came of checking a file. */
    public sealed interface Verification {

        /** Every byte is as it was signed, and the rules still say the same. */
        record Same(String edition, String outcome, String key) implements Verification {}

        /** The signature holds, but computed again the result differs at that step. */
        record Different(String step, String written, String computed) implements Verification {}

        /** The file is not as it was signed, or is no such file. */
        record Broken(String zh, String en) implements Verification {}
    }

    /** The file of a decision. */
    public static String write(Content content, SigningKey key) {
        var edition = content.edition();
        var decision = new LinkedHashMap<String, Object>();
        decision.put("form", FORM);
        decision.put("about", content.about());
        decision.put("programme", content.programme());
        decision.put("on", content.on().toString());
        decision.put("demonstration", content.demonstration());
        decision.put("facts", content.facts());
        decision.put("set", edition.set());
        decision.put("edition", edition.pack().edition());
        decision.put("result", result(content));
        decision.put("pack", edition.packed());
        return SignedJson.write(decision, key);
    }

    private static Map<String, Object> result(Content content) {
        var pack = content.edition().pack();
        var answers = new LinkedHashMap<String, String>();
        content.facts().forEach(given -> answers.put(given.fact(), given.value()));
        var known = Answers.values(pack.facts(), answers);
        return Explained.of(pack.evaluate(content.programme(), content.on(), known, content.demonstration()));
    }

    /** Checks the signature and computes the decision again from the rules in the file. */
    public static Verification verify(String text) {
        try {
            var file = JSON.readTree(text);
            var form = file.path("decision").path("form").asString("");
            if (!form.equals(FORM) && !form.equals(FormerDecisionFile.FORM)) {
                return broken("不是众创的决定文件", "this is no decision file");
            }
            var former = form.equals(FormerDecisionFile.FORM);
            var written = JSON.writeValueAsString(file);
            if (!(former ? written : SignedJson.canonical(written)).equals(text)) {
                return broken("文件被改动过：与导出时不是逐字节相同", "the file has been changed: it is not byte for byte as exported");
            }
            return (former ? FormerDecisionFile.open(file) : SignedJson.open(file))
                    .map(opened -> again(opened.decision(), SigningKey.fingerprint(opened.key())))
                    .orElseGet(() -> broken("文件被改动过：签名不符", "the file has been changed: the signature does not hold"));
        } catch (JacksonException e) {
            return broken("不是完整的JSON：" + e.getOriginalMessage(), "not whole JSON: " + e.getOriginalMessage());
        } catch (PackProblem | FactProblem | UncheckedIOException | IllegalArgumentException e) {
            return broken("文件中的规则不能读取：" + e.getMessage(), "the rules in the file cannot be read: " + e.getMessage());
        }
    }

    private static Verification broken(String zh, String en) {
        return new Verification.Broken(zh, en);
    }

    private static Verification again(JsonNode decision, String key) {
        var facts = new ArrayList<Given>();
        decision.path("facts")
                .forEach(one -> facts.add(new Given(
                        one.path("fact").asString(""),
                        one.path("value").asString(""),
                        one.path("source").asString(""),
                        one.path("asOf").asString(""))));
        var set = new ArrayList<String>();
        decision.path("set").forEach(line -> set.add(line.asString("")));
        var content = new Content(
                Map.of(),
                decision.path("programme").asString(""),
                LocalDate.parse(decision.path("on").asString("")),
                decision.path("demonstration").asBoolean(false),
                facts,
                Edition.read(decision.path("pack").asString(""), set));
        var edition = decision.path("edition").asString("");
        var read = content.edition().pack().edition();
        if (!read.equals(edition)) {
            return new Verification.Different("edition", edition, read);
        }
        var computed = JSON.readTree(JSON.writeValueAsString(result(content)));
        return difference("", decision.path("result"), computed)
                .orElseGet(() ->
                        new Verification.Same(edition, computed.path("outcome").asString(""), key));
    }

    /** The first place where the two differ, in the order in which they are written. */
    private static Optional<Verification> difference(String path, JsonNode written, JsonNode computed) {
        if (written.equals(computed)) {
            return Optional.empty();
        }
        if (written.isObject() && computed.isObject()) {
            for (var entry : computed.properties()) {
                var inside = difference(path + "/" + entry.getKey(), written.path(entry.getKey()), entry.getValue());
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        if (written.isArray() && computed.isArray() && written.size() == computed.size()) {
            for (int i = 0; i < computed.size(); i++) {
                var inside = difference(path + "/" + i, written.get(i), computed.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.of(new Verification.Different(
                path.isEmpty() ? "result" : path.substring(1), written.toString(), computed.toString()));
    }
}
