package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * An edition of the rules, whole: the files of a pack with the values that authorities had set since.
 *
 * @param pack both together, ready to judge; its edition is the hash by which it is found again
 * @param packed the files of the pack by path, as JSON, packed by gzip and written in base 64
 * @param set the values, each as one line: parameter, first day, value, document
 */
public record Edition(PolicyPack pack, String packed, List<String> set) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_PACK_BYTES = 20_000_000;

    public Edition {
        set = List.copyOf(set);
    }

    /** An edition from the files of its pack by path; throws what reading a pack throws. */
    public static Edition of(Map<String, String> files, List<String> set) {
        return new Edition(overlaid(PackReader.read(files), set), packed(files), set);
    }

    /** Reads an edition from the packed files of its pack; throws what reading a pack throws. */
    static Edition read(String packed, List<String> set) {
        return new Edition(overlaid(PackReader.read(unpacked(packed)), set), packed, set);
    }

    /** The documents that made it so, in the order in which they came to hold. */
    public List<Amendment> amendments() {
        return Amendment.in(unpacked(packed));
    }

    /** The files of its pack, by path. */
    Map<String, String> files() {
        return unpacked(packed);
    }

    static String packed(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(JSON.writeValueAsString(new TreeMap<>(files)).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Map<String, String> unpacked(String packed) {
        try (var zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            var files = new TreeMap<String, String>();
            JSON.readTree(zip.readNBytes(MOST_PACK_BYTES))
                    .properties()
                    .forEach(entry -> files.put(entry.getKey(), entry.getValue().asString("")));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A pack with values that were set since, each as one line: parameter, first day, value, document. Its edition is
     * the hash of the pack's edition and the lines. A parameter that the pack does not have any more is passed over.
     */
    public static PolicyPack overlaid(PolicyPack pack, List<String> lines) {
        if (lines.isEmpty()) {
            return pack;
        }
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var line : lines) {
            var parts = line.split(" ", 4);
            var parameter = parameters.getOrDefault(parts[0], pack.parameters().get(parts[0]));
            if (parameter == null) {
                continue;
            }
            parameters.put(
                    parts[0],
                    parameter.with(new Parameter.Value(
                            LocalDate.parse(parts[1]),
                            new BigDecimal(parts[2]),
                            Text.of(parts[3], parts[3]),
                            Parameter.Standing.SET,
                            null)));
        }
        return pack.with(Sha256.hex(pack.edition() + "\n" + String.join("\n", lines)), parameters);
    }
}
