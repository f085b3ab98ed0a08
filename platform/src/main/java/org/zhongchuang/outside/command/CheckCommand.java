package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.law.policy.RolesOfPack;
import org.zhongchuang.outside.command.Commands.Line;

/** Checks a pack: everything that is wrong with it or worth a second look, each with its place. */
final class CheckCommand {

    /** The pack cannot be used as it is; what cannot be looked at at all is bad input. */
    private static final int PROBLEMS = 1;

    private CheckCommand() {}

    /** What was found, and the pack where it could be read. */
    private record Found(Optional<PolicyPack> pack, List<Flaw> flaws) {}

    static int run(Line line, PrintStream out) {
        var folder = Path.of(line.word(2, "DIR"));
        var found = look(folder);
        var problems = Flaw.grave(found.flaws());
        var code = problems.isEmpty() ? Commands.DONE : PROBLEMS;
        if (line.has("json")) {
            out.println(Json.write(asJson(found, problems)));
            return code;
        }
        found.flaws().forEach(flaw -> out.println(flaw.said()));
        var warnings = found.flaws().size() - problems.size();
        if (problems.isEmpty()) {
            found.pack().ifPresent(pack -> sound(pack, warnings, out));
        } else {
            out.printf("✕ %d 个问题、%d 个提醒 / problems and warnings%n", problems.size(), warnings);
        }
        return code;
    }

    private static Found look(Path folder) {
        var own = PackFolder.texts(folder);
        var unread = PackReader.problemsOfFiles(own);
        if (!unread.isEmpty()) {
            return new Found(Optional.empty(), unread);
        }
        try {
            var files = PackFolder.whole(folder);
            var pack = PackReader.read(files);
            var flaws = new ArrayList<>(PackCheck.problemsOf(pack));
            flaws.addAll(RolesOfPack.problemsOf(pack));
            flaws.addAll(WordsOfPack.problemsOf(pack));
            flaws.addAll(FiguresOfPack.problemsOf(pack));
            flaws.addAll(PackCheck.filesOf(own));
            flaws.addAll(PackCheck.folderOf(
                    PackReader.amendment(own).map(Amendment::pack).orElse(pack.id()),
                    name(folder.toAbsolutePath().normalize())));
            return new Found(Optional.of(pack), Flaw.placed(flaws, asWritten(files, own)));
        } catch (PackProblem e) {
            return new Found(Optional.empty(), e.problems());
        }
    }

    /** Of an amendment, the files as somebody wrote them, and not as they are made out of two. */
    private static Map<String, String> asWritten(Map<String, String> whole, Map<String, String> own) {
        var files = new TreeMap<>(whole);
        own.forEach((file, text) -> {
            if (!file.equals("pack.yaml")) {
                files.put(file, text);
            }
        });
        return files;
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

    private static Map<String, Object> asJson(Found found, List<Flaw> problems) {
        var answer = new LinkedHashMap<String, Object>();
        found.pack().ifPresent(pack -> {
            answer.put("pack", pack.id());
            answer.put("edition", pack.edition());
        });
        answer.put("problems", problems.stream().map(Flaw::said).toList());
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
