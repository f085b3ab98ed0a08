package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Files of others that lie in the sources: each is in the bill of materials, unchanged, beside its licence. */
class VendoredTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void eachVendoredFileIsInTheBillOfMaterialsWithItsHash() throws Exception {
        var listed = new TreeMap<String, String>();
        JsonMapper.shared()
                .readTree(Files.readString(RESOURCES.resolve("META-INF/sbom/vendored.cdx.json")))
                .get("components")
                .forEach(component -> component
                        .path("components")
                        .forEach(file -> listed.put(
                                file.get("name").asString(),
                                file.get("hashes").get(0).get("content").asString())));
        var found = new TreeMap<String, String>();
        for (var file : vendored()) {
            found.put(
                    RESOURCES.relativize(file).toString(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        }

        assertThat(found).isEqualTo(listed);
    }

    @Test
    void eachVendoredFileLiesBesideItsLicence() throws Exception {
        for (var file : vendored()) {
            try (var beside = Files.list(file.getParent())) {
                assertThat(beside.map(one -> one.getFileName().toString()))
                        .as("licence beside %s", file)
                        .anyMatch(name -> name.startsWith("LICENSE"));
            }
        }
    }

    private static List<Path> vendored() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().matches(".*/(vendor/.*\\.(css|js|svg)|fonts/.*\\.ttf)"))
                    .sorted()
                    .toList();
        }
    }
}
