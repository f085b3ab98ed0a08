package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The developer's mode is compiled by the launcher, so nothing else would notice that it does not compile any more. */
class LiveTemplatesTests {

    private static final Path SOURCE = Path.of("src/dev/java/org/zhongchuang/ground/shell/LiveTemplates.java");

    @TempDir
    private Path folder;

    @Test
    void aTemplateIsShownAsItWasSavedLast() throws ReflectiveOperationException, IOException {
        var templates = Files.createDirectories(folder.resolve("templates"));
        var greeting = templates.resolve("greeting.jte");
        Files.writeString(greeting, "<p>Good morning</p>");
        try (var loader = compiled()) {
            var engine = engine(loader, templates);
            assertThat(shown(engine)).isEqualTo("<p>Good morning</p>");

            Files.writeString(greeting, "<p>Good evening</p>");
            Files.setLastModifiedTime(greeting, FileTime.from(Instant.ofEpochSecond(4_000_000_000L)));

            assertThat(shown(engine)).isEqualTo("<p>Good evening</p>");
        }
    }

    private URLClassLoader compiled() throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), SOURCE.toString());
        assertThat(failed).isZero();
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    private TemplateEngine engine(ClassLoader loader, Path templates) throws ReflectiveOperationException {
        var type = loader.loadClass("org.zhongchuang.ground.shell.LiveTemplates");
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        var method = type.getDeclaredMethod("templatesFromSources", Path.class, Path.class);
        method.setAccessible(true);
        return (TemplateEngine) method.invoke(constructor.newInstance(), templates, folder.resolve("compiled"));
    }

    private static String shown(TemplateEngine engine) {
        var output = new StringOutput();
        engine.render("greeting.jte", Map.of(), output);
        return output.toString();
    }
}
