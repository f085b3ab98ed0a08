package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.Together;
import org.zhongchuang.outside.command.Commands.Line;
import org.zhongchuang.procedure.amendment.ChecksOfPack;

/**
 * Checks a pack, or the packs of a folder one by one and side by side: everything that is wrong with it or worth a
 * second look, each with its place.
 */
final class CheckCommand {

    /** The pack cannot be used as it is; what cannot be looked at at all is bad input. */
    private static final int PROBLEMS = 1;

    private CheckCommand() {}

    /** What was found, and the pack where it could be read. */
    private record Found(Optional<PolicyPack> pack, List<Flaw> flaws) {}

    static int run(Line line, PrintStream out) {
        var folder = Path.of(line.word(2, "DIR"));
        var packs = PackFolder.inside(folder);
        if (packs.isEmpty()) {
            var found = look(folder);
            if (line.has("json")) {
                out.println(Json.write(asJson(found)));
            } else {
                tell(found, out);
            }
            return code(Flaw.grave(found.flaws()).isEmpty());
        }
        var all = new TreeMap<String, Found>();
        packs.forEach(one -> all.put(name(one), look(one)));
        var together = together(packs, all);
        if (line.has("json")) {
            var answer = new LinkedHashMap<String, Object>();
            all.forEach((name, found) -> answer.put(name, asJson(found)));
            out.println(Json.write(Map.of("packs", answer, "together", together)));
        } else {
            all.forEach((name, found) -> {
                out.printf("— %s%n", name);
                tell(found, out);
            });
            together.forEach(out::println);
        }
        return code(together.isEmpty()
                && all.values().stream().allMatch(one -> Flaw.grave(one.flaws()).isEmpty()));
    }

    private static int code(boolean sound) {
        return sound ? Commands.DONE : PROBLEMS;
    }

    private static void tell(Found found, PrintStream out) {
        found.flaws().forEach(flaw -> out.println(flaw.said()));
        var problems = Flaw.grave(found.flaws()).size();
        var warnings = found.flaws().size() - problems;
        if (problems == 0) {
            found.pack().ifPresent(pack -> sound(pack, warnings, out));
        } else {
            out.printf("✕ %d 个问题、%d 个提醒 / problems and warnings%n", problems, warnings);
        }
    }

    /** Why the packs of one folder cannot work side by side; those that amend another are looked at with that one. */
    private static List<String> together(List<Path> packs, Map<String, Found> all) {
        var documents = packs.stream()
                .filter(one -> PackFolder.amendment(one).isEmpty())
                .flatMap(one -> Objects.requireNonNull(all.get(name(one))).pack().stream())
                .toList();
        var problems = new ArrayList<>(Together.problemsOf(documents));
        if (documents.stream().allMatch(one -> one.areas().isEmpty())) {
            problems.add(Text.of(
                    "没有一个政策包写明地区（pack.yaml 的 areas）。", "No pack of the folder names areas (areas in pack.yaml)."));
        }
        return problems.stream()
                .map(one -> "✕ %s / %s".formatted(one.zh(), one.en()))
                .toList();
    }

    private static Found look(Path folder) {
        var own = PackFolder.meant(folder);
        var unread = PackReader.problemsOfFiles(own);
        if (!unread.isEmpty()) {
            return new Found(Optional.empty(), unread);
        }
        try {
            var files = PackFolder.whole(folder);
            var pack = PackReader.read(files);
            var flaws = new ArrayList<>(ChecksOfPack.all(pack, own, files));
            flaws.addAll(Flaw.placed(
                    PackCheck.folderOf(
                            PackReader.amendment(own).map(Amendment::pack).orElse(pack.id()),
                            name(folder.toAbsolutePath().normalize())),
                    own));
            return new Found(Optional.of(pack), flaws);
        } catch (PackProblem e) {
            return new Found(Optional.empty(), e.problems());
        }
    }

    private static String name(Path folder) {
        var name = folder.getFileName();
        return name == null ? "" : name.toString();
    }

    private static void sound(PolicyPack pack, int warnings, PrintStream out) {
        out.printf(
                "%s ✓ %d 款 %d 项 %d 参数 %d 事项 %d 案例 / clauses, items, parameters, programmes, cases%s%n%s%n",
                pack.id(),
                pack.clauses().size(),
                pack.items().size(),
                pack.parameters().size(),
                pack.programmes().size(),
                pack.cases().size(),
                warnings == 0 ? "" : "；%d 个提醒 / warnings".formatted(warnings),
                pack.edition());
    }

    private static Map<String, Object> asJson(Found found) {
        var answer = new LinkedHashMap<String, Object>();
        found.pack().ifPresent(pack -> {
            answer.put("pack", pack.id());
            answer.put("edition", pack.edition());
        });
        answer.put(
                "problems", Flaw.grave(found.flaws()).stream().map(Flaw::said).toList());
        answer.put(
                "warnings",
                found.flaws().stream().filter(Flaw::warning).map(Flaw::said).toList());
        answer.put("found", found.flaws().stream().map(CheckCommand::asJson).toList());
        return answer;
    }

    private static Map<String, Object> asJson(Flaw flaw) {
        var one = new LinkedHashMap<String, Object>();
        one.put("file", flaw.where().file());
        one.put("line", flaw.line());
        one.put("column", flaw.column());
        one.put("severity", flaw.warning() ? "warning" : "problem");
        one.put("zh", flaw.what().zh());
        one.put("en", flaw.what().en());
        return one;
    }
}
