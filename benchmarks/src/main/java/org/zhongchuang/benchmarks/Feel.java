package org.zhongchuang.benchmarks;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** FEEL in Camunda's engine: decimals, fen as numbers, one expression. */
final class Feel implements Peer {

    static final String EXPRESSION = """
            min(7500000, min(6000000, floor(rent * 50 / 100)) + min(800000, floor(broadband * 80 / 100)) + min(2000000, floor(software * 30 / 100)))
            + provincial + national + (if grade = 0 then 20000000 else if grade = 1 then 5000000 else if grade = 2 then 1000000 else 0)
            - (if not(income <= 30000000 and (if industry = 1 then staff <= 100 and assets <= 3000000000 else staff <= 80 and assets <= 1000000000))
               then floor((income * 25 + 50) / 100)
               else if income <= 20000000 then floor((income * 10 + 50) / 100)
               else floor((income * (20 * (months - after) + 10 * after) + 50 * months) / (100 * months)))
            """;

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final ParsedExpression parsed = engine.parseExpression(EXPRESSION).parsedExpression();
    private Firms firms = new Firms(0, 0);

    @Override
    public String name() {
        return "Camunda FEEL";
    }

    @Override
    public int most() {
        return 10_000;
    }

    @Override
    public void prepare(Firms firms) {
        this.firms = firms;
    }

    @Override
    public long[] totals(int count) {
        var totals = new long[Firms.COUNTIES];
        for (int i = 0; i < count; i++) {
            Map<String, Object> facts = Cel.facts(firms, i);
            var result = engine.evaluate(parsed, facts);
            if (!result.isSuccess()) {
                throw new IllegalStateException(String.valueOf(result.failure()));
            }
            totals[firms.county[i]] += new BigDecimal(String.valueOf(result.result())).longValueExact();
        }
        return totals;
    }
}
