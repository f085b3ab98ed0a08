package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.population.CompiledProgramme;
import org.zhongchuang.engine.population.Settings;
import org.zhongchuang.engine.population.Simulation;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;

/** What other values of parameters would cost a population, and who would win and lose. */
final class SimulateCommand {

    private SimulateCommand() {}

    static int run(Line line, PrintStream out, PrintStream err) {
        var pack = PolicyCommands.pack(line);
        var programme = PolicyCommands.programme(pack, line);
        var on = line.options().containsKey("on")
                ? line.day("on")
                : pack.document().effectiveFrom();
        var set = set(line);
        var reform = pack.with("what-if", reformed(pack, set, on));
        var compiled = CompiledProgramme.of(pack.rules(programme.id()));
        var simulation = new Simulation(
                compiled,
                Settings.of(pack.rules(programme.id()), on, true),
                Settings.of(reform.rules(programme.id()), on, true));
        var threads = Math.min(8, Runtime.getRuntime().availableProcessors());
        var file = new PopulationFile(
                pack.rules(programme.id()),
                Optional.ofNullable(line.options().get("by")),
                (columns, group) -> simulation.add(columns, group, threads),
                rows -> err.print("\r▸ " + rows));
        var began = System.nanoTime();
        var subjects = file.read(Path.of(line.option("population")));
        err.printf("\r▸ %,d (%.1f s)%n", subjects, (System.nanoTime() - began) / 1e9);
        var names = List.copyOf(file.groups().keySet());
        if (line.has("json")) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("programme", programme.id());
            answer.put("edition", pack.edition());
            answer.put("on", on.toString());
            answer.put("set", set);
            answer.putAll(figures(simulation.total()));
            var groups = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < simulation.lines().size(); i++) {
                var one = new LinkedHashMap<String, Object>();
                one.put("group", names.get(i));
                one.putAll(figures(simulation.lines().get(i)));
                groups.add(one);
            }
            answer.put("groups", groups);
            out.println(Json.write(answer));
        } else {
            out.printf(
                    "%-16s %12s %20s %20s %20s %10s %10s %10s%n",
                    "",
                    "户 / subjects",
                    "现行 / before",
                    "调整后 / after",
                    "差额 / difference",
                    "增加 / more",
                    "减少 / less",
                    "待定 / open");
            for (int i = 0; i < simulation.lines().size(); i++) {
                print(out, names.get(i), simulation.lines().get(i));
            }
            print(out, "合计 / total", simulation.total());
        }
        return Commands.DONE;
    }

    private static Map<String, String> set(Line line) {
        var set = new LinkedHashMap<String, String>();
        for (var one : line.all("set")) {
            var sign = one.indexOf('=');
            if (sign <= 0) {
                throw new BadInput("--set 写成 参数=数值 / write --set PARAMETER=VALUE: " + one);
            }
            set.put(one.substring(0, sign).strip(), one.substring(sign + 1).strip());
        }
        return set;
    }

    private static Map<String, Parameter> reformed(PolicyPack pack, Map<String, String> set, java.time.LocalDate on) {
        var reformed = new LinkedHashMap<String, Parameter>();
        set.forEach((id, value) -> {
            var parameter = pack.parameters().get(id);
            if (parameter == null) {
                throw new BadInput("没有这个参数 / no such parameter: %s；%s"
                        .formatted(id, pack.parameters().keySet()));
            }
            if (!value.matches("[0-9]{1,15}([.][0-9]{1,6})?")) {
                throw new BadInput(
                        "%s：数字 / a number (%s)".formatted(id, parameter.unit().zh()));
            }
            reformed.put(
                    id,
                    parameter.with(new Parameter.Value(
                            on,
                            new BigDecimal(value),
                            Text.of("假设", "what if"),
                            Parameter.Standing.DEMONSTRATION,
                            null)));
        });
        return reformed;
    }

    private static Map<String, Object> figures(Simulation.Line line) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("subjects", line.subjects());
        figures.put("granted", line.granted());
        figures.put("before", new Fen(line.before()).yuan());
        figures.put("after", new Fen(line.after()).yuan());
        figures.put("difference", new Fen(line.difference()).yuan());
        figures.put("winners", line.winners());
        figures.put("losers", line.losers());
        figures.put("gained", line.gained());
        figures.put("lost", line.lost());
        figures.put("undecided", line.undecided());
        return figures;
    }

    private static void print(PrintStream out, String name, Simulation.Line line) {
        out.printf(
                "%-16s %12d %20s %20s %20s %10d %10d %10d%n",
                name,
                line.subjects(),
                new Fen(line.before()).yuan(),
                new Fen(line.after()).yuan(),
                new Fen(line.difference()).yuan(),
                line.winners(),
                line.losers(),
                line.undecided());
    }
}
