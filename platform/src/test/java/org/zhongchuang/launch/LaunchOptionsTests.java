package org.zhongchuang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
class LaunchOptionsTests {

    @Test
    void saysNothingAndGetsADemonstrationCityOnPort8080() {
        var options = LaunchOptions.parse();

        assertThat(options.command()).isEqualTo(LaunchOptions.Command.DEMO);
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.spaces()).isEqualTo(130);
    }

    @Test
    void takesEveryOption() {
        var options = LaunchOptions.parse("demo", "--port", "81", "--data", "/tmp/x", "--city", "empty", "--seed", "3");

        assertThat(options)
                .isEqualTo(new LaunchOptions(LaunchOptions.Command.DEMO, 81, Path.of("/tmp/x"), 0, 3, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demo --port", "demo --port x", "demo --port 70000", "demo --city big", "dmeo", "--seed -1"})
    void whatCannotBeFollowedIsSaidInBothLanguages(String line) {
        assertThatThrownBy(() -> LaunchOptions.parse(line.split(" ", -1))).isInstanceOf(LaunchOptions.Unclear.class);
    }
}
