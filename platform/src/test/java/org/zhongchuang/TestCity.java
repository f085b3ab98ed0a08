package org.zhongchuang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.zhongchuang.launch.BundledPostgres;
import org.zhongchuang.launch.Secrets;

/** A small demonstration city on the real PostgreSQL, one for all tests of a run. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class TestCity {

    private static final Path DATA = folder();
    private static final BundledPostgres POSTGRES = start();

    private static Path folder() {
        try {
            return Files.createTempDirectory("zhongchuang-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BundledPostgres start() {
        var postgres = BundledPostgres.start(DATA, new Secrets(DATA));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
        return postgres;
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", POSTGRES::url);
        registry.add("spring.datasource.username", POSTGRES::user);
        registry.add("spring.datasource.password", POSTGRES::password);
        registry.add("zhongchuang.data", DATA::toString);
        registry.add("zhongchuang.decision-key", () -> new Secrets(DATA).decisionKey());
        registry.add("zhongchuang.personal-data-key", () -> new Secrets(DATA).personalDataKey());
        registry.add("zhongchuang.demonstration.enabled", () -> true);
        registry.add("zhongchuang.demonstration.spaces", () -> 24);
        registry.add("zhongchuang.demonstration.seed", () -> 7);
    }
}
