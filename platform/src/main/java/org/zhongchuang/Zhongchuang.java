package org.zhongchuang;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;
import org.zhongchuang.command.Commands;
import org.zhongchuang.launch.BundledPostgres;
import org.zhongchuang.launch.LaunchOptions;
import org.zhongchuang.launch.Secrets;

/** The platform: a city's innovation policy as a working service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic
public class Zhongchuang {

    private static final int BAD_INPUT = 2;

    public static void main(String[] arguments) {
        if (arguments.length > 0 && Commands.knows(arguments[0])) {
            System.exit(Commands.run(List.of(arguments), System.out, System.err));
        }
        try {
            start(LaunchOptions.parse(arguments));
        } catch (LaunchOptions.Unclear e) {
            System.err.println(e.getMessage());
            System.exit(BAD_INPUT);
        }
    }

    private static void start(LaunchOptions options) {
        if (isTaken(options.port())) {
            System.err.printf(
                    "端口 %d 已被占用，请用 --port 换一个。/ Port %d is taken; choose another with --port.%n",
                    options.port(), options.port());
            System.exit(BAD_INPUT);
        }
        var secrets = new Secrets(options.data());
        say("启动数据库 / starting PostgreSQL in %s".formatted(options.data()));
        var database = BundledPostgres.start(options.data(), secrets);
        var application = new SpringApplication(Zhongchuang.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.ofEntries(
                Map.entry("server.port", options.port()),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("zhongchuang.data", options.data().toString()),
                Map.entry("zhongchuang.personal-data-key", secrets.personalDataKey()),
                Map.entry("zhongchuang.decision-key", secrets.decisionKey()),
                Map.entry("zhongchuang.demonstration.enabled", options.command() == LaunchOptions.Command.DEMO),
                Map.entry("zhongchuang.demonstration.spaces", options.spaces()),
                Map.entry("zhongchuang.demonstration.seed", options.seed())));
        say("启动应用 / starting the application");
        try {
            var context = application.run();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, database), "stop"));
            say("就绪 / ready: http://localhost:%d/".formatted(options.port()));
            if (options.command() == LaunchOptions.Command.DEMO) {
                say(
                        "演示账号（密码 demo）/ demonstration accounts (password demo): op001 op002 c330402-1 city1 decider1 expert01 auditor");
                say("登录页可一键登录 / one click at http://localhost:%d/sign-in".formatted(options.port()));
            }
            if (options.trial()) {
                System.exit(0);
            }
        } catch (RuntimeException e) {
            database.stop();
            throw e;
        }
    }

    /** The application lets go of the database before the database stops. */
    private static void stop(ConfigurableApplicationContext context, BundledPostgres database) {
        context.close();
        database.stop();
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("0.0.0.0"))) {
            return !socket.isBound();
        } catch (IOException _) {
            return true;
        }
    }

    private static void say(String what) {
        System.out.println("▸ " + what);
    }
}
