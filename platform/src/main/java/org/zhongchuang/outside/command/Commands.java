package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.BadSqlGrammarException;
import org.zhongchuang.engine.FactProblem;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.installation.launch.CannotStart;
import org.zhongchuang.records.registry.Identifier;

/**
 * The commands that need no server.
 *
 * <p>Exit codes: 0 done or granted, 10 refused, 11 undecided, 2 bad input. With {@code --json} the answer is one JSON
 * object.
 */
public final class Commands {

    static final int DONE = 0;
    static final int BAD_INPUT = 2;

    private static final List<Command> COMMANDS = List.of(
            new Command("policy check DIR [--json]", (line, out, _) -> CheckCommand.run(line, out)),
            new Command("policy new DIR [--json]", (line, out, _) -> NewPackCommand.run(line, out)),
            new Command("policy import FILE FOLDER [--json]", (line, out, _) -> ImportCommand.run(line, out)),
            new Command(
                    "policy facts PROGRAMME [--policy PACK] [--json]",
                    (line, out, _) -> PolicyCommands.facts(line, out)),
            new Command(
                    "policy explain PROGRAMME [--policy PACK] --on DATE --facts FILE|- [--json]",
                    (line, out, _) -> PolicyCommands.explain(line, out)),
            new Command(
                    "policy simulate PROGRAMME [--policy PACK] [--on DATE] --population FILE.csv|FILE.parquet --set PARAMETER=VALUE … [--by COLUMN] [--json]",
                    SimulateCommand::run),
            new Command("calendar due --after DATE --days N [--inclusive] [--json]", (line, out, _) -> due(line, out)),
            new Command("code check CODE… [--json]", (line, out, _) -> codes(line, out)),
            new Command(
                    "backup --data DIR --to FILE [--files DIR] [--encrypt | --passphrase-file FILE] [--json]",
                    BackupCommand::keep),
            new Command("restore FILE --data DIR [--passphrase-file FILE] [--json]", BackupCommand::restore),
            new Command("verify backup FILE [--passphrase-file FILE] [--json]", BackupCommand::verify),
            new Command(
                    "verify files [--data DIR | --database URL] [--files DIR] [--json]",
                    (line, out, _) -> FilesCommand.verify(line, out)),
            new Command(
                    "keys [list | rotate PURPOSE | reseal | retire PURPOSE ID] [--data DIR] [--database URL] [--json]",
                    (line, out, _) -> KeysCommand.run(line, out)),
            new Command(
                    "verify ledger [--data DIR | --database URL] [--heads FILE] [--json]",
                    (line, out, _) -> LedgerCommand.verify(line, out)),
            new Command(
                    "verify audit [--data DIR | --database URL] [--heads FILE] [--json]",
                    (line, out, _) -> AuditCommand.verify(line, out)),
            new Command("verify FILE.json [--json]", (line, out, _) -> VerifyCommand.run(line, out)));

    private static final String USAGE = COMMANDS.stream().map(Command::usage).collect(Collectors.joining("\n"));

    private Commands() {}

    /** What carries a command out. */
    private interface Work {

        int run(Line line, PrintStream out, PrintStream err);
    }

    /**
     * One command.
     *
     * @param usage the words that call it, in small letters, then what it needs and the options that it knows
     */
    private record Command(String usage, Work work) {

        private static final Pattern WORDS = Pattern.compile("^[a-z]+(?: [a-z]+)?(?= |$)");
        private static final Pattern OPTION = Pattern.compile("--([a-z-]+)");

        String words() {
            return WORDS.matcher(usage)
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElseThrow();
        }

        boolean isCalledBy(Line line) {
            return (String.join(" ", line.words(2)) + " ").startsWith(words() + " ");
        }

        /** A mistyped option is told of, and not passed over. */
        Line checked(Line line) {
            var known = OPTION.matcher(usage)
                    .results()
                    .map(option -> option.group(1))
                    .collect(Collectors.toSet());
            var unknown = line.options().keySet().stream()
                    .filter(option -> !known.contains(option))
                    .findFirst();
            if (unknown.isPresent()) {
                throw new BadInput("未知选项 / unknown option: --" + unknown.get() + "\n" + usage);
            }
            return line;
        }
    }

    /** Whether that word begins one of these commands. */
    public static boolean knows(String word) {
        return COMMANDS.stream().anyMatch(command -> (command.words() + " ").startsWith(word + " "));
    }

    /** Runs a command and returns its exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            var line = Line.parse(arguments);
            line.word(0, "COMMAND");
            var command = COMMANDS.stream()
                    .filter(one -> one.isCalledBy(line))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("未知命令 / unknown command\n" + USAGE));
            return command.work().run(command.checked(line), out, err);
        } catch (BadInput | CannotStart | FactProblem | PackProblem e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (BadSqlGrammarException _) {
            err.println(
                    "数据库还是旧版本的：请先用这个版本启动一次（demo 或 serve），再运行本命令。/ The database is of an older version: start this version on it once (demo or serve), then try again.");
            return BAD_INPUT;
        }
    }

    private static int due(Line line, PrintStream out) {
        var after = line.day("after");
        var days = line.number("days");
        if (days < 1 && line.has("inclusive")) {
            throw new BadInput("当天算第一天时，--days 至少为 1 / where the day itself counts, --days is at least 1");
        }
        var calendar = WorkingDays.official();
        var due = line.has("inclusive") ? calendar.through(after, days) : calendar.after(after, days);
        if (line.has("json")) {
            out.println(Json.write(Map.of("due", due.day().toString(), "provisional", due.provisional())));
        } else {
            out.println(due.day() + (due.provisional() ? " （暂定：" + unknown(calendar, after) + "）" : ""));
        }
        return DONE;
    }

    private static String unknown(WorkingDays calendar, LocalDate after) {
        return after.getYear() < calendar.firstYear()
                ? "%1$d年以前的日历未收录 / provisional: the calendar before %1$d is not on file".formatted(calendar.firstYear())
                : "当年日历未公布 / provisional: calendar not announced";
    }

    private static int codes(Line line, PrintStream out) {
        var codes = line.wordsFrom(2);
        if (codes.isEmpty()) {
            throw new BadInput("请给出至少一个代码 / give at least one code");
        }
        var read = codes.stream().map(Identifier::read).toList();
        if (line.has("json")) {
            out.println(Json.write(
                    Map.of("codes", read.stream().map(Commands::answer).toList())));
        } else {
            read.forEach(one -> out.println("%s %s %s%s"
                    .formatted(
                            one.shown(),
                            one.valid() ? "有效 / valid" : "无效 / invalid",
                            one.kind().label().zh(),
                            one.flaw()
                                    .or(() -> one.warnings().stream().findFirst())
                                    .map(why -> "（" + why.zh() + " / " + why.en() + "）")
                                    .orElse(""))));
        }
        return read.stream().allMatch(Identifier::valid) ? DONE : BAD_INPUT;
    }

    private static Map<String, Object> answer(Identifier one) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("code", one.shown());
        answer.put("valid", one.valid());
        answer.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
        one.flaw().ifPresent(flaw -> answer.put("flaw", Map.of("zh", flaw.zh(), "en", flaw.en())));
        answer.put(
                "warnings",
                one.warnings().stream()
                        .map(warning -> Map.of("zh", warning.zh(), "en", warning.en()))
                        .toList());
        return answer;
    }

    /** A command line that cannot be followed, said so that its writer can mend it. */
    static final class BadInput extends RuntimeException {

        BadInput(String message) {
            super(message);
        }
    }

    /** The words and the options of a command line. */
    record Line(List<String> words, Map<String, String> options) {

        private static final Set<String> FLAGS = Set.of("json", "inclusive", "encrypt");

        static Line parse(List<String> arguments) {
            var words = new ArrayList<String>();
            var options = new HashMap<String, String>();
            for (int i = 0; i < arguments.size(); i++) {
                var argument = arguments.get(i);
                if (!argument.startsWith("--")) {
                    words.add(argument);
                } else if (FLAGS.contains(argument.substring(2))) {
                    options.put(argument.substring(2), "");
                } else if (i + 1 < arguments.size()) {
                    options.merge(argument.substring(2), arguments.get(++i), (first, next) -> first + "\n" + next);
                } else {
                    throw new BadInput(argument + " 后缺少值 / needs a value");
                }
            }
            return new Line(words, options);
        }

        List<String> words(int most) {
            return words.subList(0, Math.min(most, words.size()));
        }

        List<String> wordsFrom(int first) {
            return words.subList(Math.min(first, words.size()), words.size());
        }

        String word(int at, String what) {
            if (at >= words.size()) {
                throw new BadInput("缺少 / missing: " + what + "\n" + USAGE);
            }
            return words.get(at);
        }

        /** Every value of an option that was given more than once, or none. */
        List<String> all(String option) {
            var values = options.get(option);
            return values == null ? List.of() : List.of(values.split("\n"));
        }

        boolean has(String option) {
            return options.containsKey(option);
        }

        String option(String name) {
            var value = options.get(name);
            if (value == null) {
                throw new BadInput("缺少 / missing: --" + name);
            }
            return value;
        }

        LocalDate day(String name) {
            try {
                return LocalDate.parse(option(name));
            } catch (DateTimeException _) {
                throw new BadInput("--" + name + "：日期写成 2016-06-01 / write a date as 2016-06-01");
            }
        }

        int number(String name) {
            if (!option(name).matches("\\d{1,4}")) {
                throw new BadInput("--" + name + "：0–9999 的整数 / a whole number from 0 to 9999");
            }
            return Integer.parseInt(option(name));
        }
    }
}
