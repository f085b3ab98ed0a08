package org.zhongchuang;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.zhongchuang.installation.launch.CannotStart;
import org.zhongchuang.installation.launch.Database;
import org.zhongchuang.installation.launch.DatabaseWatch;
import org.zhongchuang.installation.launch.Foundation;
import org.zhongchuang.installation.launch.LaunchOptions;
import org.zhongchuang.installation.launch.Mode;

/** One run of the application: started in order, stopped in the opposite order, whatever ends it and whenever. */
final class Running {

    static final int BAD_INPUT = 2;

    private static final int FAILED = 1;

    private static final String LOOPBACK = "127.0.0.1";

    /** How long the pages that are being served may take to end, and a start that is broken off, in seconds. */
    private static final long LAST_PAGES = 30;

    private static final long BROKEN_OFF = 3;

    private final LaunchOptions options;
    private final Foundation foundation;
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile boolean stopping;

    Running(LaunchOptions options) {
        this.options = options;
        this.foundation = new Foundation(options, Running::say);
    }

    /** Starts everything and returns when pages are served; does not return if that fails. */
    void start() {
        // Before anything is started: a stop in the middle of the start must find all of it.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> fail(failure));
        refuseTaken(options.port(), options.host(), "--port");
        if (options.managementPort() != 0) {
            refuseTaken(options.managementPort(), LOOPBACK, "--management-port");
        }
        var database = foundation.lay();
        say("启动应用 / starting the application");
        try {
            application(database).run();
        } catch (RuntimeException failure) {
            // Not left to the thread's end: there the framework takes what it has logged for said, and ends with 1.
            fail(failure);
            return;
        }
        say("就绪 / ready: http://localhost:%d/ %s".formatted(options.port(), reach()));
        if (options.mode() == Mode.DEMO) {
            say("演示账号（密码 demo）/ demonstration accounts (password demo): op001 op002 city1 decider1 expert01 auditor");
            say("登录页可一键登录 / one click at http://localhost:%d/sign-in".formatted(options.port()));
        }
        if (options.trial()) {
            System.exit(0);
        }
    }

    private SpringApplication application(Database database) {
        var application = new SpringApplication(Zhongchuang.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "zhongchuang.personal-data-key", foundation.secrets().personalDataKey(),
                "zhongchuang.recognition-key", foundation.secrets().recognitionKey(),
                "zhongchuang.decision-key", foundation.secrets().decisionKey()));
        // What the command line has settled is not settled once more by a variable of the environment.
        var settled = Map.<String, Object>ofEntries(
                Map.entry("server.port", options.port()),
                Map.entry("server.address", options.host()),
                Map.entry("management.server.port", options.managementPort()),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.application().name()),
                Map.entry("spring.datasource.password", database.application().password()),
                Map.entry("spring.flyway.user", database.owner().name()),
                Map.entry("spring.flyway.password", database.owner().password()),
                Map.entry("zhongchuang.data", options.data().toString()),
                Map.entry("zhongchuang.files", options.files().toString()),
                Map.entry("zhongchuang.shipped", options.shipped()),
                Map.entry("zhongchuang.demonstration.enabled", options.mode() == Mode.DEMO),
                Map.entry("zhongchuang.demonstration.told", options.policies().isEmpty()),
                Map.entry("zhongchuang.demonstration.spaces", options.spaces()),
                Map.entry("zhongchuang.demonstration.years", options.years()),
                Map.entry("zhongchuang.demonstration.seed", options.seed()));
        application.addInitializers(made -> {
            context = made;
            options.policies()
                    .ifPresent(folder -> made.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "policies", Map.of("zhongchuang.policies", folder.toString()))));
            made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command line", settled));
            foundation
                    .watch()
                    .ifPresent(watch -> made.getBeanFactory().registerSingleton(DatabaseWatch.class.getName(), watch));
        });
        return application;
    }

    /** The application lets go of the database before the database stops. */
    private void stop() {
        stopping = true;
        var running = context;
        if (running != null) {
            var closing = Thread.ofPlatform().daemon().name("close").start(running::close);
            try {
                closing.join(TimeUnit.SECONDS.toMillis(running.isActive() ? LAST_PAGES : BROKEN_OFF));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        foundation.close();
    }

    /** Says in one sentence what the reader can mend, shows the trace of anything else, and ends the process. */
    private void fail(Throwable failure) {
        if (stopping) {
            // What breaks because it is being stopped is no news; the process ends when all of it has stopped.
            return;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart sentence) {
                System.err.println(sentence.getMessage());
                System.exit(BAD_INPUT);
            }
            if (cause instanceof ConfigurationPropertiesBindException) {
                System.err.println("设置不对 / a setting is wrong: "
                        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
                System.exit(BAD_INPUT);
            }
            if (cause instanceof PortInUseException inUse) {
                var option = inUse.getPort() == options.port() ? "--port" : "--management-port";
                System.err.println(taken(inUse.getPort(), option).getMessage());
                System.exit(BAD_INPUT);
            }
        }
        failure.printStackTrace();
        System.exit(FAILED);
    }

    private static void refuseTaken(int port, String host, String option) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            if (!socket.isBound()) {
                throw taken(port, option);
            }
        } catch (UnknownHostException _) {
            throw new CannotStart(
                    "--host 不是本机的地址：%s。".formatted(host), "--host is no address of this machine: %s.".formatted(host));
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("assign")) {
                throw new CannotStart(
                        "--host 不是本机的地址：%s。".formatted(host),
                        "--host is no address of this machine: %s.".formatted(host));
            }
            throw taken(port, option);
        }
    }

    private static CannotStart taken(int port, String option) {
        return new CannotStart(
                "端口 %d 已被占用，请用 %s 换一个。".formatted(port, option),
                "Port %d is taken; choose another with %s.".formatted(port, option));
    }

    private String reach() {
        return switch (options.host()) {
            case "127.0.0.1", "localhost", "::1" ->
                "（只有本机能访问；其他机器经反向代理，或用 --host 0.0.0.0 / this machine only; others through a proxy, or with --host 0.0.0.0)";
            default ->
                "（监听 %s，明文 HTTP，外面应有 TLS 代理 / listening on %s in plain HTTP: put a TLS proxy in front)"
                        .formatted(options.host(), options.host());
        };
    }

    private static void say(String what) {
        System.out.println("▸ " + what);
    }
}
