package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What anybody can download about awards: valid, and nothing beyond the fields that may be published. */
class PublishedAwardsTests extends MoneyCity {

    @LocalServerPort
    private int port;

    private String download(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void theDownloadHoldsToTheSchemaOfTheDataStandardAndToTheWhitelist() throws Exception {
        var award = awarded(newOperator());
        var published = download("/awards.json");
        try (var schema = Objects.requireNonNull(getClass().getResourceAsStream("/360giving-grants.schema.json"))) {
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema)
                    .validate(published, InputFormat.JSON);
            assertThat(errors).isEmpty();
        }
        assertThat(published).contains("360G-zhongchuang-" + award.number());
    }

    @Test
    void theTableNamesEveryAwardOfTheFilterAndNoOther() throws Exception {
        var award = awarded(newOperator());
        assertThat(download("/awards.csv?programme=award-match")).contains(award.number());
        assertThat(download("/awards.csv?programme=running-costs")).doesNotContain(award.number());
    }
}
