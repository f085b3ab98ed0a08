package org.zhongchuang.installation.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for. An option that it does not name is taken from the environment: {@code --port} from
 * {@code ZHONGCHUANG_PORT}, and likewise {@code MANAGEMENT_PORT}, {@code HOST}, {@code DATA}, {@code FILES},
 * {@code POLICIES} and {@code DATABASE}.
 *
 * @param host the address to listen on; this machine alone unless told otherwise, because what is spoken is plain HTTP
 * @param managementPort where operators' figures and health are served, to this machine alone; a thousand above the
 *     port unless told otherwise, any free one for 0, so that two installations on one machine keep apart
 * @param files the folder of uploaded files, which several nodes may share
 * @param database a PostgreSQL of the city's own; nothing for the one that comes with the product
 * @param policies a folder with the packs of the city, one folder for each; nothing for those that ship
 * @param shipped where the packs of the city lie among what ships, if there is no such folder
 * @param spaces how many makerspaces the demonstration city gets; 0 for an empty city
 * @param years how many years of the policy it has lived through when it opens its doors
 * @param trial start, then stop at once: used to record the class cache
 */
public record LaunchOptions(
        Mode mode,
        String host,
        int port,
        int managementPort,
        Path data,
        Path files,
        Optional<DatabaseAddress> database,
        Optional<Path> policies,
        String shipped,
        int spaces,
        int years,
        long seed,
        boolean trial) {

    /** A whole city of the size the document aims at, and one a hundred times as large. */
    private static final int DEMO_SPACES = 130;

    private static final int FULL_SPACES = 13_000;

    private static final int MANAGEMENT_APART = 1000;
    private static final Set<String> DEMO_ONLY = Set.of("--city", "--size", "--seed");
    private static final int HIGHEST_PORT = 65_535;

    /** How large a demonstration may be and how long it has lived; {@code --city} took these words before cities. */
    private static final Set<String> SIZES = Set.of("demo", "year", "full", "empty");

    private static final String KNOWN = """
            可用 / known: demo | serve, --port N, --host ADDRESS, --data DIR, --files DIR, --policies DIR,
                         --database URL, --management-port N,
                         --city NAME, --size demo|year|full|empty, --seed N (demo)""";

    /** A command line that cannot be followed, said so that its writer can mend it. */
    public static final class Unclear extends CannotStart {

        Unclear(String zhAndEn) {
            super(zhAndEn);
        }
    }

    /** Reads a command line, with the environment of this process. */
    public static LaunchOptions parse(String... arguments) {
        return parse(System.getenv(), arguments);
    }

    static LaunchOptions parse(Map<String, String> environment, String... arguments) {
        var mode = Mode.DEMO;
        // Kubernetes gives every service such a name, with an address in it.
        var port = setting(environment, "port").filter(value -> !value.startsWith("tcp:"));
        var host = setting(environment, "host");
        var management = setting(environment, "management_port").or(() -> named(environment, "MANAGEMENT_SERVER_PORT"));
        var data = setting(environment, "data");
        var files = setting(environment, "files");
        var policies = setting(environment, "policies");
        var database = setting(environment, "database").or(() -> named(environment, "SPRING_DATASOURCE_URL"));
        var city = Optional.<String>empty();
        var size = "demo";
        var seed = 2015L;
        var trial = false;
        var rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "demo" -> mode = Mode.DEMO;
                case "serve" -> mode = Mode.SERVE;
                case "--trial" -> trial = true;
                case "--port",
                        "--management-port",
                        "--host",
                        "--data",
                        "--files",
                        "--policies",
                        "--database",
                        "--seed",
                        "--size",
                        "--city" -> {
                    var value = value(argument, rest.hasNext() ? rest.next() : null);
                    switch (argument) {
                        case "--port" -> port = Optional.of(value);
                        case "--management-port" -> management = Optional.of(value);
                        case "--host" -> host = Optional.of(value);
                        case "--data" -> data = Optional.of(value);
                        case "--files" -> files = Optional.of(value);
                        case "--policies" -> policies = Optional.of(value);
                        case "--database" -> database = Optional.of(value);
                        case "--seed" -> seed = number(argument, value, 0, Integer.MAX_VALUE);
                        case "--size" -> size = value;
                        default -> {
                            if (SIZES.contains(value)) {
                                size = value;
                            } else {
                                city = Optional.of(value);
                            }
                        }
                    }
                }
                default -> throw new Unclear("未知参数 / unknown argument: " + argument + "\n" + KNOWN);
            }
        }
        if (mode == Mode.SERVE && Stream.of(arguments).anyMatch(DEMO_ONLY::contains)) {
            throw new Unclear("--city, --size, --seed: 只用于演示 / for demo only\n" + KNOWN);
        }
        if (city.isPresent() && policies.isPresent()) {
            throw new Unclear("--city NAME 和 --policies 只能用一个 / either --city NAME or --policies\n" + KNOWN);
        }
        var folder = path("--data", data.orElse("data"));
        var served = number("--port", port.orElse("8080"), 1, HIGHEST_PORT);
        return new LaunchOptions(
                mode,
                host.orElse("127.0.0.1"),
                served,
                management
                        .map(one -> number("--management-port", one, 0, HIGHEST_PORT))
                        .orElse(
                                served + MANAGEMENT_APART <= HIGHEST_PORT
                                        ? served + MANAGEMENT_APART
                                        : served - MANAGEMENT_APART),
                folder,
                files.map(one -> path("--files", one)).orElse(folder.resolve("files")),
                database.map(one -> DatabaseAddress.read(one, environment)),
                policies.map(one -> path("--policies", one)),
                city.map(ShippedCities::packsOf).orElse(ShippedCities.FIRST),
                mode == Mode.SERVE ? 0 : spaces(size),
                years(size),
                seed,
                trial);
    }

    private static Optional<String> setting(Map<String, String> environment, String option) {
        return named(environment, "ZHONGCHUANG_" + option.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A path is named from where the command was typed, even if the program was started in another folder. */
    private static Path path(String option, String value) {
        try {
            return Path.of(System.getProperty("zhongchuang.from", ""))
                    .resolve(value)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException _) {
            throw new Unclear(option
                    + ": 这个系统环境写不出这个路径，请设 LC_ALL=C.UTF-8 / this locale cannot write that path; set LC_ALL=C.UTF-8");
        }
    }

    private static int spaces(String size) {
        return switch (size) {
            case "demo", "year" -> DEMO_SPACES;
            case "full" -> FULL_SPACES;
            case "empty" -> 0;
            default -> throw new Unclear("--size demo|year|full|empty, 不是 / not: " + size);
        };
    }

    /** An empty city has no history, and begins on the day on which the first year ends. */
    private static int years(String size) {
        return size.equals("demo") || size.equals("full") ? 2 : 1;
    }

    private static String value(String option, @Nullable String value) {
        return Optional.ofNullable(value).orElseThrow(() -> new Unclear(option + " 后缺少值 / needs a value"));
    }

    private static int number(String option, String value, int least, int most) {
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, together with numbers out of range.
        }
        throw new Unclear("%s: %d–%d, 不是 / not: %s".formatted(option, least, most, value));
    }
}
