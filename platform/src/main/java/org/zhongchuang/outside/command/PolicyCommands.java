package org.zhongchuang.outside.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.law.policy.Explained;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;

/** Listing the facts of a programme, explaining what it says of one subject. */
final class PolicyCommands {

    private static final int REFUSED = 10;
    private static final int UNDECIDED = 11;

    private PolicyCommands() {}

    static int facts(Line line, PrintStream out) {
        var pack = pack(line);
        var facts = pack.factsOf(programme(pack, line).id());
        if (line.has("json")) {
            out.println(Json.write(Map.of(
                    "facts", facts.stream().map(PolicyCommands::described).toList())));
        } else {
            facts.forEach(fact -> out.printf(
                    "%-20s %-8s %-6s %-3s %s / %s%s%n",
                    fact.id(),
                    typeOf(fact),
                    fact.unit().zh(),
                    fact.optional() ? "可选" : "必填",
                    fact.label().zh(),
                    fact.label().en(),
                    fact.options().isEmpty()
                            ? ""
                            : "  "
                                    + fact.options().stream()
                                            .map(Fact.Option::code)
                                            .toList()));
        }
        return Commands.DONE;
    }

    private static Map<String, Object> described(Fact fact) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", fact.id());
        described.put("type", typeOf(fact));
        described.put("unit", fact.unit().zh());
        described.put("zh", fact.label().zh());
        described.put("en", fact.label().en());
        described.put("required", !fact.optional());
        if (!fact.options().isEmpty()) {
            described.put(
                    "options", fact.options().stream().map(Fact.Option::code).toList());
        }
        if (!fact.fields().isEmpty()) {
            described.put(
                    "fields",
                    fact.fields().stream().map(PolicyCommands::described).toList());
        }
        return described;
    }

    private static String typeOf(Fact fact) {
        return fact.kind() == Fact.Kind.NUMBER && fact.unit().zh().equals("元")
                ? "money"
                : fact.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Demonstration values take part, each labelled in the trace: this is an explanation, not a decision. */
    static int explain(Line line, PrintStream out) {
        var pack = pack(line);
        var programme = programme(pack, line);
        var facts = Json.facts(text(line.option("facts")), pack.facts());
        var findings = pack.evaluate(programme.id(), line.day("on"), facts, true);
        if (line.has("json")) {
            out.println(Json.write(Explained.of(findings)));
        } else {
            print(findings, out);
        }
        return switch (findings.outcome()) {
            case GRANTED -> Commands.DONE;
            case REFUSED -> REFUSED;
            case UNDECIDED -> UNDECIDED;
        };
    }

    private static void print(Findings findings, PrintStream out) {
        out.println(
                switch (findings.outcome()) {
                    case GRANTED -> "✓ 可以享受 / granted";
                    case REFUSED -> "✕ 不符合 / refused";
                    case UNDECIDED -> "? 尚不能确定 / undecided: " + findings.missing();
                });
        findings.amount().ifPresent(amount -> out.println("  金额 / amount: " + amount.yuan() + " 元"));
        findings.all().forEach(finding -> out.println(sentence(finding)));
        findings.working()
                .forEach(line -> out.println("  " + line.label().zh() + " = "
                        + line.value()
                                .map(value -> Shown.of(
                                                value, line.trace().node().type())
                                        .zh())
                                .orElse("?")
                        + "    ← " + line.formula()));
    }

    private static String sentence(Finding finding) {
        var mark = switch (finding) {
            case Finding.Met _ -> "✓";
            case Finding.Unmet unmet ->
                "✕ " + unmet.remedies().stream().map(Explained::changes).toList();
            case Finding.NotYetKnown open -> "? " + new TreeSet<>(open.missing());
        };
        return "%s（%s%s） %s"
                .formatted(
                        finding.wording().zh(),
                        finding.criterion().clause(),
                        finding.demonstration() ? "，演示参数" : "",
                        mark);
    }

    static PolicyPack pack(Line line) {
        var shipped = Path.of(System.getProperty("zhongchuang.policies", "policies"));
        var name = line.options().get("policy");
        var folder = name == null
                ? PackFolder.leading(shipped)
                : Files.isDirectory(Path.of(name)) ? Path.of(name) : shipped.resolve(name);
        return PackReader.read(PackFolder.on(folder, line.has("on") ? Optional.of(line.day("on")) : Optional.empty()));
    }

    static Programme programme(PolicyPack pack, Line line) {
        var id = line.word(2, "PROGRAMME");
        if (!pack.programmes().containsKey(id)) {
            throw new BadInput("没有这个事项 / no such programme: %s；%s"
                    .formatted(id, pack.programmes().keySet()));
        }
        return pack.programme(id);
    }

    static String text(String file) {
        try {
            return file.equals("-") ? new String(System.in.readAllBytes(), UTF_8) : Files.readString(Path.of(file));
        } catch (CharacterCodingException _) {
            throw new BadInput("文件须为UTF-8 / the file must be UTF-8: " + file);
        } catch (IOException _) {
            throw new BadInput("读不到文件 / cannot read: " + file);
        }
    }
}
