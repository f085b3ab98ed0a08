package org.zhongchuang.benchmarks;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A DMN decision in KIE, the same FEEL expression inside. */
final class KieDmn implements Peer {

    private final DMNRuntime runtime;
    private final DMNModel model;
    private Firms firms = new Firms(0, 0);

    KieDmn() {
        var inputs = new StringBuilder();
        var needs = new StringBuilder();
        for (var name : Cel.NAMES) {
            inputs.append("<inputData id=\"i_%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"number\"/></inputData>"
                    .formatted(name, name, name));
            needs.append(
                    "<informationRequirement><requiredInput href=\"#i_%s\"/></informationRequirement>".formatted(name));
        }
        var expression = Feel.EXPRESSION.replace("&", "&amp;").replace("<", "&lt;");
        var xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="measure" namespace="measure">
                %s<decision id="balance" name="balance"><variable name="balance" typeRef="number"/>%s<literalExpression><text>%s</text></literalExpression></decision>
                </definitions>""".formatted(inputs, needs, expression);
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml))))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().getFirst();
    }

    @Override
    public String name() {
        return "KIE DMN";
    }

    @Override
    public int most() {
        return 5_000;
    }

    @Override
    public void prepare(Firms firms) {
        this.firms = firms;
    }

    @Override
    public long[] totals(int count) {
        var totals = new long[Firms.COUNTIES];
        for (int i = 0; i < count; i++) {
            var context = runtime.newContext();
            Cel.facts(firms, i).forEach((name, value) -> context.set(name, BigDecimal.valueOf((long) value)));
            var result = runtime.evaluateAll(model, context).getDecisionResultByName("balance");
            totals[firms.county[i]] += ((BigDecimal) result.getResult()).longValueExact();
        }
        return totals;
    }
}
