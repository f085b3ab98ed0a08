package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the field: each stands once in the glossary, and the types it names are there. */
class GlossaryTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ?([^|]*)\\|$");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void eachWordStandsOnce() throws IOException {
        assertThat(rows().flatMap(row -> Stream.of(row.group(1).split("、", -1))))
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
        assertThat(rows().flatMap(row -> Stream.of(row.group(2).split(", ", -1))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theTypesItNamesAreThere() throws IOException {
        var named = rows().flatMap(row -> TYPE.matcher(row.group(3)).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(types()).containsAll(named);
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/glossary.md")))
                .results()
                .skip(1);
    }

    private static List<String> types() throws IOException {
        var types = new ArrayList<String>();
        for (var sources : List.of("src/main/java", "../policy-engine/src/main/java")) {
            try (var files = Files.walk(Path.of(sources))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.replace(".java", ""))
                        .forEach(types::add);
            }
        }
        return types;
    }
}
