package org.zhongchuang.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhongchuang.command.Commands.BadInput;
import org.zhongchuang.command.Commands.Line;
import org.zhongchuang.engine.Change;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;

/** Checking a pack, listing the facts of a programme, explaining what it says of one subject. */
final class PolicyCommands {

    private static final int REFUSED = 10;
    private static final int UNDECIDED = 11;
    private static final String FIRST_PACK = "jiaxing-2015-90";

    private PolicyCommands() {}

    static int check(Line line, PrintStream out) {
        var pack = read(Path.of(line.word(2, "DIR")));
        var problems = PackCheck.problemsOf(pack);
        if (line.has("json")) {
            out.println(Json.write(Map.of("pack", pack.id(), "edition", pack.edition(), "problems", problems)));
        } else if (problems.isEmpty()) {
            out.printf(
                    "%s ✓ %d 款 %d 项 %d 参数 %d 案例 / clauses, items, parameters, cases%n%s%n",
                    pack.id(),
                    pack.clauses().size(),
                    pack.items().size(),
                    pack.parameters().size(),
                    pack.cases().size(),
                    pack.edition());
        } else {
            problems.forEach(problem -> out.println("✕ " + problem));
        }
        return problems.isEmpty() ? Commands.DONE : Commands.BAD_INPUT;
    }

    static int facts(Line line, PrintStream out) {
        var pack = pack(line);
        var programme = programme(pack, line);
        var used = new TreeSet<String>();
        programme.criteria().forEach(criterion -> used.addAll(criterion.names()));
        var facts = pack.facts().values().stream()
                .filter(fact -> used.contains(fact.id()))
                .toList();
        if (line.has("json")) {
            out.println(Json.write(Map.of(
                    "facts",
                    facts.stream()
                            .map(fact -> Map.of(
                                    "name", fact.id(),
                                    "type", fact.kind().name().toLowerCase(java.util.Locale.ROOT),
                                    "unit", fact.unit().label().zh(),
                                    "zh", fact.label().zh(),
                                    "en", fact.label().en()))
                            .toList())));
        } else {
            facts.forEach(fact -> out.printf(
                    "%-20s %-7s %-6s %s / %s%n",
                    fact.id(),
                    fact.kind().name().toLowerCase(java.util.Locale.ROOT),
                    fact.unit().label().zh(),
                    fact.label().zh(),
                    fact.label().en()));
        }
        return Commands.DONE;
    }

    /** Demonstration values take part, each labelled in the trace: this is an explanation, not a decision. */
    static int explain(Line line, PrintStream out) {
        var pack = pack(line);
        var programme = programme(pack, line);
        var facts = Json.facts(text(line.option("facts")), pack.facts());
        var findings = pack.evaluate(programme.id(), line.day("on"), facts, true);
        if (line.has("json")) {
            out.println(Json.write(answer(findings)));
        } else {
            findings.all().forEach(finding -> out.println(sentence(finding)));
        }
        return switch (findings.outcome()) {
            case GRANTED -> Commands.DONE;
            case REFUSED -> REFUSED;
            case UNDECIDED -> UNDECIDED;
        };
    }

    private static Map<String, Object> answer(Findings findings) {
        var trace = new ArrayList<Map<String, Object>>();
        var unmet = new ArrayList<String>();
        var missing = new TreeSet<String>();
        var nearest = new LinkedHashMap<String, Object>();
        for (var finding : findings.all()) {
            var id = finding.criterion().id();
            trace.add(Map.of(
                    "criterion", id,
                    "finding", word(finding),
                    "clause", finding.criterion().clause(),
                    "zh", finding.wording().zh(),
                    "en", finding.wording().en(),
                    "demonstration", finding.demonstration()));
            switch (finding) {
                case Finding.Met _ -> {}
                case Finding.Unmet failing -> {
                    unmet.add(id);
                    nearest.put(
                            id,
                            failing.remedies().stream()
                                    .map(PolicyCommands::changes)
                                    .toList());
                }
                case Finding.NotYetKnown open -> missing.addAll(open.missing());
            }
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("outcome", findings.outcome().name().toLowerCase(java.util.Locale.ROOT));
        answer.put("programme", findings.programme());
        answer.put("edition", findings.edition());
        answer.put("on", findings.on().toString());
        answer.put("unmet", unmet);
        answer.put("missing", Set.copyOf(missing));
        answer.put("nearest", nearest);
        answer.put("trace", trace);
        return answer;
    }

    private static Map<String, String> changes(List<Change> changes) {
        var texts = new LinkedHashMap<String, String>();
        changes.forEach(change -> texts.put(
                change.fact(),
                switch (change.to()) {
                    case FactValue.Quantity(var value) -> value.toPlainString();
                    case FactValue.YesNo(var yes) -> Boolean.toString(yes);
                }));
        return texts;
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Met _ -> "met";
            case Finding.Unmet _ -> "unmet";
            case Finding.NotYetKnown _ -> "unknown";
        };
    }

    private static String sentence(Finding finding) {
        var mark = switch (finding) {
            case Finding.Met _ -> "✓";
            case Finding.Unmet unmet ->
                "✕ " + unmet.remedies().stream().map(PolicyCommands::changes).toList();
            case Finding.NotYetKnown open -> "? " + new TreeSet<>(open.missing());
        };
        return "%s（%s%s） %s"
                .formatted(
                        finding.wording().zh(),
                        finding.criterion().clause(),
                        finding.demonstration() ? "，演示参数" : "",
                        mark);
    }

    private static PolicyPack pack(Line line) {
        var name = line.options().getOrDefault("policy", FIRST_PACK);
        var folder = Path.of(name);
        return read(
                Files.isDirectory(folder)
                        ? folder
                        : Path.of(System.getProperty("zhongchuang.policies", "policies"), name));
    }

    private static Programme programme(PolicyPack pack, Line line) {
        var id = line.word(2, "PROGRAMME");
        if (!pack.programmes().containsKey(id)) {
            throw new BadInput("没有这个事项 / no such programme: %s；%s"
                    .formatted(id, pack.programmes().keySet()));
        }
        return pack.programme(id);
    }

    private static PolicyPack read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("没有这个文件夹 / no such folder: " + folder);
        }
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path :
                    paths.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (CharacterCodingException _) {
            throw new BadInput("政策包的文件须为UTF-8 / the files of a pack must be UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PackReader.read(files);
    }

    private static String text(String file) {
        try {
            return file.equals("-") ? new String(System.in.readAllBytes(), UTF_8) : Files.readString(Path.of(file));
        } catch (IOException _) {
            throw new BadInput("读不到文件 / cannot read: " + file);
        }
    }
}
