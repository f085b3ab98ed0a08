package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program as a process: how it ends. */
class ProcessTests {

    private static Process run(Path data, int port) throws IOException {
        return process(data, port).start();
    }

    private static ProcessBuilder process(Path data, int port) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.zhongchuang.Zhongchuang",
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void stoppedInTheMiddleOfItsStartItLeavesNothingRunning() throws IOException, InterruptedException {
        var data = Clusters.folder();
        var process = run(data, freePort());
        Clusters.await(() -> Files.exists(data.resolve("postgres/cluster/postmaster.pid")) || !process.isAlive());

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
        Clusters.await(() -> Clusters.servers(data).isEmpty());
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void aTakenPortIsSaidInOneSentenceAndNothingIsStarted() throws IOException, InterruptedException {
        var data = Clusters.folder();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = run(data, taken.getLocalPort());

            assertThat(process.waitFor()).isEqualTo(2);
            var said = Files.readString(data.resolveSibling(data.getFileName() + ".log"), StandardCharsets.UTF_8);
            assertThat(said.strip())
                    .contains("端口 %d 已被占用".formatted(taken.getLocalPort()))
                    .contains("Port %d is taken".formatted(taken.getLocalPort()))
                    .hasLineCount(1);
            assertThat(Clusters.contents(data)).isEmpty();
        }
    }

    /** Who starts it again for ever after an exit of 1 leaves it alone after a 2. */
    @Test
    void aWrongSettingIsSaidInOneSentenceAndEndsAsBadInput() throws IOException, InterruptedException {
        var data = Clusters.folder();
        var process = process(data, freePort());
        process.environment().put("ZHONGCHUANG_OUTSIDE_ADDRESS", "zc.example.gov.cn");

        assertThat(process.start().waitFor()).isEqualTo(2);
        assertThat(Files.readString(data.resolveSibling(data.getFileName() + ".log"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("设置不对 / a setting is wrong: zhongchuang.outside.address")))
                .hasSize(1);
        Clusters.await(() -> Clusters.servers(data).isEmpty());
    }
}
