package org.zhongchuang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Another node of the test city: an application of its own on the same database, files and keys. */
public final class SecondNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param first what the first node was started with
     * @param more properties that differ, as {@code name=value}
     * @param beside configuration of the test's own
     */
    public static SecondNode start(ConfigurableEnvironment first, List<String> more, Class<?>... beside) {
        var arguments = new ArrayList<String>();
        first.getPropertySources().stream()
                .filter(source -> source.getName().equals("Dynamic Test Properties"))
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .forEach(name -> arguments.add("--%s=%s".formatted(name, first.getProperty(name))));
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        more.forEach(property -> arguments.add("--" + property));
        var sources = new ArrayList<Class<?>>(Arrays.asList(beside));
        sources.addFirst(Zhongchuang.class);
        return new SecondNode(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
    }

    public int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server, "a node serves pages").getPort();
    }

    public <B> B bean(Class<B> kind) {
        return context.getBean(kind);
    }

    @Override
    public void close() {
        context.close();
    }
}
