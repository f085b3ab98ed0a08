package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Language;
import org.zhongchuang.grants.existing.ExistingTable;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.table.Column;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.FirmTable;
import org.zhongchuang.records.table.Headings;
import org.zhongchuang.records.table.LayoutFinder;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.TableKind;

/** A table that the product gives out is read by its own import of the same thing, in both languages, as it is. */
class TablesTakenAlongTests extends TestCity {

    @Autowired
    private Policies policies;

    @Autowired
    private ExistingTable existing;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void theHeadingsOfAListOfRecordsAreThoseOfItsImport(RecordKind kind) {
        for (var language : Language.values()) {
            assertThat(found(kind, kind, language)).as("%s", language).containsExactlyElementsOf(fields(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordKind.class,
            names = {"AGREEMENTS", "EXITS"})
    void theTenantsOfAMakerspaceAreReadAsFirmsAndTeams(RecordKind kind) {
        var firms = FirmTable.in(policies.current().areas());
        for (var language : Language.values()) {
            assertThat(found(firms, kind, language))
                    .as("%s", language)
                    .containsAll(fields(kind).stream()
                            .filter(List.of(Field.SUBJECT, Field.CODE, Field.FOUNDED)::contains)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theFirmsOfTheDirectoryAreReadAsFirmsAndTeams(String language) throws Exception {
        var firms = FirmTable.in(policies.current().areas());
        var finder = new LayoutFinder(new Headings(firms, Map.of()));
        SheetReader.read(table("/directory.xlsx?kind=enterprise", language), finder);

        assertThat(finder.found().columns().values()).containsExactlyInAnyOrderElementsOf(fields(firms));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theRegisterOfMakerspacesIsReadAsMakerspacesThatWereRecognised(String language) throws Exception {
        var read = existing.read(Files.readAllBytes(table("/register/spaces.xlsx", language)));

        // Other tests enter operators that have no code; nothing else is amiss.
        assertThat(read.mistakes()).allSatisfy(one -> assertThat(one.en()).endsWith("“Credit code” is missing"));
        assertThat(read.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.operatorCode()).hasSize(18));
    }

    private static List<Field> fields(TableKind kind) {
        return kind.columns().stream().map(Column::field).toList();
    }

    /** As what the headings of one kind of table are read by another, in their order. */
    private static List<Field> found(TableKind reader, TableKind written, Language language) {
        var finder = new LayoutFinder(new Headings(reader, Map.of()));
        finder.take(
                1,
                written.columns().stream()
                        .map(column -> column.label().in(language))
                        .toList());
        return Stream.of(finder.found().columns())
                .flatMap(columns -> columns.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    private Path table(String address, String language) throws Exception {
        var file = folder.resolve(language + ".xlsx");
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Cookie", "lang=" + language)
                            .build(),
                    HttpResponse.BodyHandlers.ofFile(file));
        }
        return file;
    }
}
