package org.zhongchuang.benchmarks;

import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;

/** CEL, Google's expression language: whole numbers in fen, one expression. */
final class Cel implements Peer {

    static final String[] NAMES = {
        "income",
        "months",
        "after",
        "industry",
        "staff",
        "assets",
        "rent",
        "broadband",
        "software",
        "grade",
        "provincial",
        "national"
    };
    private static final String EXPRESSION = """
            (%s) + provincial + national + (grade == 0 ? 20000000 : grade == 1 ? 5000000 : grade == 2 ? 1000000 : 0)
            - (!(income <= 30000000 && (industry == 1 ? staff <= 100 && assets <= 3000000000 : staff <= 80 && assets <= 1000000000))
               ? (income * 25 + 50) / 100
               : income <= 20000000 ? (income * 10 + 50) / 100
               : (income * (20 * (months - after) + 10 * after) + 50 * months) / (100 * months))
            """.formatted(least(
            "7500000",
            least("6000000", "rent * 50 / 100") + " + " + least("800000", "broadband * 80 / 100") + " + "
                    + least("2000000", "software * 30 / 100")));

    private final CelRuntime.Program program;
    private Firms firms = new Firms(0, 0);

    Cel() throws Exception {
        var builder = CelFactory.standardCelBuilder();
        for (var name : NAMES) {
            builder.addVar(name, SimpleType.INT);
        }
        var cel = builder.build();
        program = cel.createProgram(cel.compile(EXPRESSION).getAst());
    }

    private static String least(String one, String other) {
        return "(%s < %s ? %s : %s)".formatted(one, "(" + other + ")", one, "(" + other + ")");
    }

    @Override
    public String name() {
        return "cel-java";
    }

    @Override
    public int most() {
        return 50_000;
    }

    @Override
    public void prepare(Firms firms) {
        this.firms = firms;
    }

    @Override
    public long[] totals(int count) throws Exception {
        var totals = new long[Firms.COUNTIES];
        for (int i = 0; i < count; i++) {
            totals[firms.county[i]] += (long) program.eval(facts(firms, i));
        }
        return totals;
    }

    static HashMap<String, Object> facts(Firms firms, int i) {
        var facts = new HashMap<String, Object>();
        var columns = new long[][] {
            firms.income,
            firms.months,
            firms.after,
            firms.industry,
            firms.staff,
            firms.assets,
            firms.rent,
            firms.broadband,
            firms.software,
            firms.grade,
            firms.provincial,
            firms.national
        };
        for (int k = 0; k < NAMES.length; k++) {
            facts.put(NAMES[k], columns[k][i]);
        }
        return facts;
    }
}
