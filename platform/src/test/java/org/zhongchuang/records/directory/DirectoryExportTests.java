package org.zhongchuang.records.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.sheet.SheetReader;

/** The directory as a table to take along. */
class DirectoryExportTests extends TestCity {

    private static final int AREA = 2;
    private static final int TRAITS = 4;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder = Path.of(".");

    /** Names are what they are; of the words of ours none is left in the other language. */
    @ParameterizedTest
    @CsvSource({"zh, 名称, \\P{IsHan}*[A-Za-z]{3}.*", "en, Name, .*\\p{IsHan}.*"})
    void whatIsNotANameIsInTheReadersLanguage(String language, String firstHeading, String otherLanguage)
            throws Exception {
        var rows = directory(language);

        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows.getFirst().getFirst()).isEqualTo(firstHeading);
        assertThat(rows)
                .flatExtracting(row -> List.of(row.get(AREA), row.get(TRAITS)))
                .noneMatch(words -> words.matches(otherLanguage));
        assertThat(rows)
                .anyMatch(
                        row -> !row.equals(rows.getFirst()) && !row.get(TRAITS).isEmpty());
    }

    private List<List<String>> directory(String language) throws Exception {
        var file = folder.resolve(language + ".xlsx");
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/directory.xlsx?kind=space"))
                            .header("Cookie", "lang=" + language)
                            .build(),
                    HttpResponse.BodyHandlers.ofFile(file));
        }
        var rows = new ArrayList<List<String>>();
        SheetReader.read(file, (_, cells) -> rows.add(List.copyOf(cells)));
        return rows;
    }
}
