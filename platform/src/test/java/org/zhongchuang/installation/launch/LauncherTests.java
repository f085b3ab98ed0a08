package org.zhongchuang.installation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command {@code zhongchuang} as it stands in a release, with a program of the tests in the place of the product.
 */
class LauncherTests {

    private static final Path SCRIPT = Path.of("../zhongchuang");
    private static final Path UNIT = Path.of("../deploy/systemd/zhongchuang.service");

    @TempDir
    private Path folder;

    private Path release = Path.of("");

    /** In a folder whose name has blanks and Chinese characters. */
    @BeforeEach
    void unpack() throws IOException {
        release = Files.createDirectories(folder.resolve("发布 1"));
        Files.copy(SCRIPT, release.resolve("zhongchuang"));
        executable(release.resolve("zhongchuang"));
        Files.createDirectories(release.resolve("app"));
    }

    @Test
    void outOfMemoryItEndsAtOnceAndIsStartedAgain() throws IOException, InterruptedException {
        var run = run(Glutton.class, List.of("serve"));

        assertThat(run.said()).contains("内存不足，重新启动", "out of memory, starting again", Glutton.AGAIN);
        assertThat(run.code()).isEqualTo(Glutton.WELL);
        // Where it gives up after many times, systemd goes on: of all codes only 2 is not worth another start.
        assertThat(Files.readAllLines(UNIT)).contains("Restart=always", "RestartPreventExitStatus=2");
    }

    @Test
    void inAPosixLocaleAFolderWithAChineseNameIsFound() throws IOException, InterruptedException {
        var data = Files.createDirectories(folder.resolve("数据 1"));
        Files.writeString(data.resolve("mode"), "demo\n");

        var run = run(
                org.zhongchuang.Zhongchuang.class,
                List.of("serve", "--port", Integer.toString(freePort()), "--data", data.toString()));

        assertThat(run.said()).contains(data.toString(), "was made by demo, so serve does not use it");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void withoutTheLauncherThatLocaleIsNamedInOneSentence() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(java(), "-cp", classes(), "org.zhongchuang.Zhongchuang", "serve", "--data", "数据");
        var run = run(process);

        // Nor can that locale write the Chinese half of the sentence.
        assertThat(run.said())
                .contains("this locale cannot write that path; set LC_ALL=C.UTF-8")
                .hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "build"})
    void aReleaseHasNoCommandThatNeedsTheSources(String command) throws IOException, InterruptedException {
        var run = run(new ProcessBuilder(release.resolve("zhongchuang").toString(), command));

        assertThat(run.said()).contains("a release has no sources: " + command).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "", "g", "12x", "1g2", "-Xss1m"})
    void anAmountOfMemoryThatIsNoneIsNamed(String memory) throws IOException, InterruptedException {
        var process = new ProcessBuilder(release.resolve("zhongchuang").toString(), "serve");
        process.environment().put("ZHONGCHUANG_MEMORY", memory);
        var run = run(process);

        assertThat(run.said())
                .contains("ZHONGCHUANG_MEMORY is a size, such as 512m or 2g: " + memory)
                .hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }

    private record Ended(int code, String said) {}

    /** Runs the launcher with a Java that starts that program instead of the product, with the same flags. */
    private Ended run(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        var home = folder.resolve("jre");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
        Files.writeString(home.resolve("bin/java"), """
                #!/bin/bash
                flags=()
                while [ "$1" != -jar ]; do flags+=("$1"); shift; done
                shift 2
                exec %s "${flags[@]}" -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "$CLASSES" '%s' "$@"
                """.formatted(java(), program.getName()));
        executable(home.resolve("bin/java"));
        var line = new ArrayList<>(List.of(release.resolve("zhongchuang").toString()));
        line.addAll(arguments);
        var process = new ProcessBuilder(line).directory(folder.toFile());
        process.environment().put("JAVA_HOME", home.toString());
        process.environment().put("CLASSES", classes());
        process.environment().put("ZHONGCHUANG_MEMORY", "32m");
        return run(process);
    }

    private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().keySet().removeIf(name -> name.startsWith("LANG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of the tests, for a program that is started in another folder. */
    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(one -> Path.of(one).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Takes all the memory there is when it runs for the first time, and ends well the second time. */
    static final class Glutton {

        private static final int WELL = 7;
        private static final String AGAIN = "the second run";

        private Glutton() {}

        public static void main(String[] arguments) throws IOException {
            var before = Path.of("eaten");
            if (Files.exists(before)) {
                System.out.println(AGAIN);
                System.exit(WELL);
            }
            Files.createFile(before);
            var eaten = new ArrayList<byte[]>();
            while (eaten.size() < Integer.MAX_VALUE) {
                eaten.add(new byte[1 << 20]);
            }
        }
    }
}
