package org.zhongchuang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.zhongchuang.installation.launch.Database;
import org.zhongchuang.installation.launch.Foundation;
import org.zhongchuang.installation.launch.LaunchOptions;
import org.zhongchuang.installation.launch.Secrets;

/** An empty city in service, not a demonstration, with a folder of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServedCity {

    private static final Path DATA = folder();
    private static final Foundation FOUNDATION =
            new Foundation(LaunchOptions.parse("serve", "--data", DATA.toString()), System.out::println);
    private static final Database DATABASE = lay();

    private static Path folder() {
        try {
            return Files.createTempDirectory("zhongchuang-served-");
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
        return JdbcClient.create(new DriverManagerDataSource(
                DATABASE.url(), DATABASE.owner().name(), DATABASE.owner().password()));
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        var secrets = new Secrets(DATA);
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE.application()::name);
        registry.add("spring.datasource.password", DATABASE.application()::password);
        registry.add("spring.flyway.user", DATABASE.owner()::name);
        registry.add("spring.flyway.password", DATABASE.owner()::password);
        registry.add("spring.datasource.hikari.connection-timeout", () -> 30_000);
        // The demonstration of the other tests keeps its connections; this city needs few.
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> 6);
        registry.add("zhongchuang.data", DATA::toString);
        registry.add("zhongchuang.files", () -> DATA.resolve("files").toString());
        registry.add("zhongchuang.decision-key", secrets::decisionKey);
        registry.add("zhongchuang.personal-data-key", secrets::personalDataKey);
        registry.add("zhongchuang.demonstration.enabled", () -> false);
        registry.add("zhongchuang.demonstration.spaces", () -> 0);
        registry.add("zhongchuang.demonstration.seed", () -> 7);
    }
}
