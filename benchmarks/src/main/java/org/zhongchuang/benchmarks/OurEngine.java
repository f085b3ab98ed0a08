package org.zhongchuang.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.population.Columns;
import org.zhongchuang.engine.population.CompiledProgramme;
import org.zhongchuang.engine.population.Settings;
import org.zhongchuang.engine.population.Simulation;

/** This engine, compiled, on so many threads. */
final class OurEngine implements Peer {

    static final LocalDate DAY = LocalDate.of(2016, 3, 1);

    private final int threads;
    private final PolicyPack pack = pack("benchmarks/src/main/resources/pack");
    private final CompiledProgramme programme = CompiledProgramme.of(pack.rules("everything"));
    private final Settings settings = Settings.of(pack.rules("everything"), DAY, false);
    private Columns columns = new Columns(0, 0, pack.rules("everything").codes());
    private Firms firms = new Firms(0, 0);

    OurEngine(int threads) {
        this.threads = threads;
    }

    static PolicyPack pack(String folder) {
        var root = Path.of(folder);
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(root)) {
            for (var path :
                    paths.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                files.put(root.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return PackReader.read(files);
    }

    @Override
    public String name() {
        return "this engine, compiled, %d thread%s".formatted(threads, threads == 1 ? "" : "s");
    }

    @Override
    public void prepare(Firms firms) {
        this.firms = firms;
        var rules = pack.rules("everything");
        var grades = new long[firms.size];
        for (int i = 0; i < firms.size; i++) {
            grades[i] = rules.codes().of(Firms.GRADES[(int) firms.grade[i]]);
        }
        var byFact = Map.ofEntries(
                Map.entry("income", firms.income),
                Map.entry("months", firms.months),
                Map.entry("after", firms.after),
                Map.entry("industry", firms.industry),
                Map.entry("staff", firms.staff),
                Map.entry("assets", firms.assets),
                Map.entry("rent", firms.rent),
                Map.entry("broadband", firms.broadband),
                Map.entry("software", firms.software),
                Map.entry("grade", grades),
                Map.entry("provincial", firms.provincial),
                Map.entry("national", firms.national));
        columns = Columns.known(
                rules.codes(),
                rules.facts().stream().map(fact -> byFact.get(fact.id())).toArray(long[][]::new));
    }

    @Override
    public long[] totals(int count) {
        return programme.totals(columns, settings, firms.county, Firms.COUNTIES, threads);
    }

    /** One firm's facts, as a page would give them. */
    Map<String, FactValue> facts(Firms firms, int i) {
        return Map.ofEntries(
                Map.entry("income", yuan(firms.income[i])),
                Map.entry("months", number(firms.months[i])),
                Map.entry("after", number(firms.after[i])),
                Map.entry("industry", new FactValue.YesNo(firms.industry[i] == 1)),
                Map.entry("staff", number(firms.staff[i])),
                Map.entry("assets", yuan(firms.assets[i])),
                Map.entry("rent", yuan(firms.rent[i])),
                Map.entry("broadband", yuan(firms.broadband[i])),
                Map.entry("software", yuan(firms.software[i])),
                Map.entry("grade", new FactValue.Word(Firms.GRADES[(int) firms.grade[i]])),
                Map.entry("provincial", yuan(firms.provincial[i])),
                Map.entry("national", yuan(firms.national[i])));
    }

    /** Milliseconds for what holds and a reform in one pass. */
    double whatIf(Firms firms, int threads) {
        var parameter = java.util.Objects.requireNonNull(pack.parameters().get("half_limit"));
        var reform = pack.with(
                "what-if",
                Map.of(
                        "half_limit",
                        parameter.with(new Parameter.Value(
                                DAY,
                                BigDecimal.valueOf(500_000),
                                Text.of("假设", "what if"),
                                Parameter.Standing.SET,
                                null))));
        var simulation = new Simulation(programme, settings, Settings.of(reform.rules("everything"), DAY, false));
        var began = System.nanoTime();
        simulation.add(columns, firms.county, threads);
        return (System.nanoTime() - began) / 1e6;
    }

    PolicyPack pack() {
        return pack;
    }

    private static FactValue yuan(long fen) {
        return new FactValue.Quantity(BigDecimal.valueOf(fen, 2));
    }

    private static FactValue number(long number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }
}
