package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.installation.launch.Disk.Why;

/** What is said when a file or a folder cannot be used. */
class DiskTests {

    @TempDir
    private Path folder;

    @Test
    void whatTheDiskRefusesIsSaidInWords() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var inside = file.resolve("inside");
        var nowhere = folder.resolve("nowhere/inside");

        assertThat(why(() -> Files.createDirectory(file)))
                .isEqualTo(new Why(file + " 已存在", file + " is there already"));
        assertThat(why(() -> Files.writeString(inside, "")))
                .isEqualTo(new Why(inside + " 的上级不是目录", "what " + inside + " would lie in is no folder"));
        assertThat(why(() -> Files.readString(nowhere))).isEqualTo(new Why("没有 " + nowhere, "there is no " + nowhere));
    }

    @Test
    void whatIsNoMatterOfAFileKeepsItsOwnWords() {
        assertThat(Disk.reason(new IOException("broken pipe"))).isEqualTo(new Why("broken pipe", "broken pipe"));
    }

    private interface Act {
        void run() throws IOException;
    }

    private static Why why(Act act) {
        return Disk.reason(catchThrowableOfType(IOException.class, act::run));
    }
}
