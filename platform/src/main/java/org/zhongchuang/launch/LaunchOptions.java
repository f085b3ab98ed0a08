package org.zhongchuang.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param spaces how many makerspaces the demonstration city gets; 0 for an empty city
 * @param trial start, then stop at once: used to record the class cache
 */
public record LaunchOptions(Command command, int port, Path data, int spaces, long seed, boolean trial) {

    /** A whole city of the size the document aims at, and one a hundred times as large. */
    private static final int DEMO_SPACES = 130;

    private static final int FULL_SPACES = 13_000;

    /** What the program can be asked to do. */
    public enum Command {
        DEMO,
        SERVE
    }

    /** A command line that cannot be followed, said so that its writer can mend it. */
    public static final class Unclear extends RuntimeException {

        Unclear(String message) {
            super(message);
        }
    }

    public static LaunchOptions parse(String... arguments) {
        var command = Command.DEMO;
        var port = 8080;
        var data = Path.of("data");
        var spaces = DEMO_SPACES;
        var seed = 2015L;
        var trial = false;
        var rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "demo" -> command = Command.DEMO;
                case "serve" -> {
                    command = Command.SERVE;
                    spaces = 0;
                }
                case "--port" ->
                    port = number(argument, value(argument, rest.hasNext() ? rest.next() : null), 1, 65_535);
                case "--data" -> data = Path.of(value(argument, rest.hasNext() ? rest.next() : null));
                case "--seed" ->
                    seed = number(argument, value(argument, rest.hasNext() ? rest.next() : null), 0, Integer.MAX_VALUE);
                case "--city" -> spaces = city(value(argument, rest.hasNext() ? rest.next() : null));
                case "--trial" -> trial = true;
                default ->
                    throw new Unclear("未知参数 / unknown argument: " + argument
                            + "\n可用 / known: demo | serve, --port N, --data DIR, --city demo|full|empty, --seed N");
            }
        }
        return new LaunchOptions(command, port, data.toAbsolutePath().normalize(), spaces, seed, trial);
    }

    private static int city(String size) {
        return switch (size) {
            case "demo" -> DEMO_SPACES;
            case "full" -> FULL_SPACES;
            case "empty" -> 0;
            default -> throw new Unclear("--city demo|full|empty, 不是 / not: " + size);
        };
    }

    private static String value(String option, @org.jspecify.annotations.Nullable String value) {
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
