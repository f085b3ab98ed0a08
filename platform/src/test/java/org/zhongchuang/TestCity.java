package org.zhongchuang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.zhongchuang.installation.launch.Database;
import org.zhongchuang.installation.launch.Foundation;
import org.zhongchuang.installation.launch.LaunchOptions;
import org.zhongchuang.installation.launch.Secrets;

/** A small demonstration city on the real PostgreSQL, one for all tests of a run. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class TestCity {

    private static final Path DATA = folder();
    private static final Foundation FOUNDATION =
            new Foundation(LaunchOptions.parse("demo", "--data", DATA.toString()), System.out::println);
    private static final Database DATABASE = lay();

    private static Path folder() {
        try {
            return Files.createTempDirectory("zhongchuang-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database lay() {
        Runtime.getRuntime().addShutdownHook(new Thread(FOUNDATION::close));
        return FOUNDATION.lay();
    }

    /** As the owner of the tables, for what the application itself may not do. */
    protected static JdbcClient asOwner() {
        return JdbcClient.create(ownersSource());
    }

    /** Carries out statements in one transaction as the owner, whom no right but only the schema itself holds back. */
    protected static void attackAsOwner(String statements) {
        new JdbcTemplate(ownersSource()).execute(statements);
    }

    protected static DataSource ownersSource() {
        return new DriverManagerDataSource(
                DATABASE.url(), DATABASE.owner().name(), DATABASE.owner().password());
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE.application()::name);
        registry.add("spring.datasource.password", DATABASE.application()::password);
        registry.add("spring.flyway.user", DATABASE.owner()::name);
        registry.add("spring.flyway.password", DATABASE.owner()::password);
        // Many at once on a busy machine may wait; what they do is tested, not how long it takes.
        registry.add("spring.datasource.hikari.connection-timeout", () -> 30_000);
        registry.add("zhongchuang.data", DATA::toString);
        registry.add("zhongchuang.files", () -> DATA.resolve("files").toString());
        registry.add("zhongchuang.decision-key", () -> new Secrets(DATA).decisionKey());
        registry.add("zhongchuang.personal-data-key", () -> new Secrets(DATA).personalDataKey());
        registry.add("zhongchuang.recognition-key", () -> new Secrets(DATA).recognitionKey());
        registry.add("zhongchuang.demonstration.enabled", () -> true);
        // All tests of a run come from one address: the few tests of these limits take the tokens themselves.
        registry.add("zhongchuang.limits.export.most", () -> 1_000_000);
        registry.add("zhongchuang.limits.upload.most", () -> 1_000_000);
        registry.add("zhongchuang.demonstration.spaces", () -> 24);
        registry.add("zhongchuang.demonstration.years", () -> 1);
        registry.add("zhongchuang.demonstration.seed", () -> 7);
        // Tests say when work is done.
        registry.add("zhongchuang.work.enabled", () -> false);
    }
}
