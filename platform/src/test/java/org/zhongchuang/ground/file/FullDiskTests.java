package org.zhongchuang.ground.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** The disk of the files is full: a small volume of memory lies over their folder. Where nobody may mount, not run. */
class FullDiskTests extends TestCity {

    private static final Map<String, String> NOTHING_ELSE = Map.of();

    @Value("${zhongchuang.files}")
    private Path files;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private boolean mounted;

    @BeforeEach
    void mountAndFill() throws IOException, InterruptedException {
        Files.createDirectories(files);
        mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", files.toString());
        assumeTrue(mounted, "this user may not mount");
        // Whether the last of these bytes fits is not asked.
        succeeds("dd", "if=/dev/zero", "of=" + files.resolve("filler"), "bs=4096", "count=1024");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(succeeds("umount", "-l", files.toString())).isTrue();
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void whatCannotBeKeptIsSaidNothingHalfIsLeftAndTheNodeIsNotReadyUntilThereIsRoomAgain() throws Exception {
        try (var operator = PlainBrowser.at("http://localhost:" + port).signsIn("op001")) {
            var before = stored();

            var refused = operator.uploads(address(), NOTHING_ELSE, "a.csv", "没有表头\n一行".getBytes(UTF_8));

            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.body()).contains("存储空间已满", "没有保存").doesNotContain("不是您的错");
            assertThat(operator.opens("/desk?lang=en").statusCode()).isEqualTo(200);
            assertThat(operator.uploads(address() + "?lang=en", NOTHING_ELSE, "a.csv", "x\ny".getBytes(UTF_8))
                            .body())
                    .contains("The server's disk is full", "was not kept");
            assertThat(stored()).isEqualTo(before);
            try (var left = Files.list(files)) {
                assertThat(left.map(file -> file.getFileName().toString())).isEqualTo(List.of("filler"));
            }
            assertThat(readiness(operator, 503)).isEqualTo("DOWN");

            unmount();
            mounted = false;
            assertThat(readiness(operator, 200)).isEqualTo("UP");
            assertThat(operator.uploads(address(), NOTHING_ELSE, "a.csv", "没有表头\n一行".getBytes(UTF_8))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(stored()).isEqualTo(before + 1);
        }
    }

    /** An answer found a moment ago holds for two seconds. */
    private static String readiness(PlainBrowser browser, int expected) throws InterruptedException {
        var answer = browser.opens("/health/ready");
        for (int i = 0; i < 200 && answer.statusCode() != expected; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = browser.opens("/health/ready");
        }
        return answer.body();
    }

    private long stored() {
        return jdbc.sql("select count(*) from file.stored").query(Long.class).single();
    }

    private String address() {
        return jdbc.sql("""
                        select '/spaces/' || s.id || '/records/events/import' from registry.space s
                          join access.appointment a on a.organisation = s.operator join access.person p on p.id = a.person
                         where p.login = 'op001' order by s.id limit 1
                        """).query(String.class).single();
    }
}
