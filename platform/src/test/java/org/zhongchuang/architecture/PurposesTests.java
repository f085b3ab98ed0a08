package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The program names no programme of a pack: a pack says what its programmes are for. */
class PurposesTests {

    private static final Path PROGRAMMES = Path.of("../policies/jiaxing-2015-90/programmes");

    private static Set<String> programmes() throws IOException {
        try (var files = Files.list(PROGRAMMES)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> namesIn(Path root, Set<String> programmes) throws IOException {
        var named = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = root.relativize(file).toString().replace('\\', '/');
                var text = Files.readString(file);
                programmes.stream()
                        .filter(id -> text.contains("\"" + id + "\"") || text.contains("'" + id + "'"))
                        .forEach(id -> named.add(path + " names " + id));
            }
        }
        return named;
    }

    @Test
    void noCodeAndNoTemplateNamesAProgramme() throws IOException {
        var programmes = programmes();
        assertThat(programmes).contains("award-match", "space-recognition");
        assertThat(namesIn(Path.of("src/main/java"), programmes)).isEmpty();
        assertThat(namesIn(Path.of("src/main/jte"), programmes)).isEmpty();
    }
}
