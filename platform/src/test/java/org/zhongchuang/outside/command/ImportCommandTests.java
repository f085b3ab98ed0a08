package org.zhongchuang.outside.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.law.document.Texts;
import tools.jackson.databind.json.JsonMapper;

/** A document becomes the beginning of a pack on the command line. */
class ImportCommandTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Commands.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String document(String text) throws IOException {
        return Files.writeString(folder.resolve("document.txt"), text).toString();
    }

    @Test
    void whatWasImportedIsAcceptedByTheCheck() throws IOException {
        for (var text : List.of(Texts.jiaxing(), Texts.ARTICLES)) {
            var pack = folder.resolve("pack-" + text.length()).toString();

            assertThat(run("policy", "import", document(text), pack)).isZero();
            assertThat(run("policy", "check", pack)).as(out.toString(UTF_8)).isZero();
            assertThat(out.toString(UTF_8)).contains("pack-" + text.length() + " ✓");
        }
    }

    @Test
    void whatIsDoubtfulIsToldWithItsLine() throws IOException {
        var file = document(Texts.jiaxing().replaceFirst("嘉政办发〔2015〕90号", "嘉政办发2015]9O号"));

        assertThat(run("policy", "import", file, folder.resolve("A").toString(), "--json"))
                .isZero();

        var answer = JsonMapper.shared().readTree(out.toString(UTF_8));
        assertThat(answer.get("pack").asString()).isEqualTo("jia-zheng-ban-fa-2015-90");
        assertThat(answer.get("remarks").get(0).get("line").asInt()).isEqualTo(1);
        assertThat(answer.get("remarks").get(0).get("zh").asString()).contains("可能识别有误");
    }

    @Test
    void nothingIsWrittenOverAndWhatIsNoDocumentIsRefused() throws IOException {
        var file = document(Texts.jiaxing());

        assertThat(run("policy", "import", file, folder.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("不是空的");
        assertThat(run(
                        "policy",
                        "import",
                        document("随便写的一段话"),
                        folder.resolve("b").toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("没有认出");
        assertThat(run(
                        "policy",
                        "import",
                        folder.resolve("none").toString(),
                        folder.resolve("b").toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("读不到文件");
        assertThat(folder.resolve("b")).doesNotExist();
    }
}
