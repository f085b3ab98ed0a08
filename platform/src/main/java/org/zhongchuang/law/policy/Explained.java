package org.zhongchuang.law.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhongchuang.engine.Change;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Judging;
import org.zhongchuang.engine.formula.Trace;

/** Findings for machines: money in yuan as text, every node's value, every parameter and list with its basis. */
public final class Explained {

    private Explained() {}

    /** The findings as maps and lists. */
    public static Map<String, Object> of(Findings findings) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("outcome", word(findings.outcome()));
        answer.put("programme", findings.programme());
        answer.put("edition", findings.edition());
        answer.put("on", findings.on().toString());
        findings.amount().ifPresent(amount -> answer.put("amount", amount.yuan()));
        findings.results().forEach((term, value) -> answer.put(term, value.plain()));
        answer.put("unmet", findings.unmet());
        answer.put("missing", findings.missing());
        answer.put("nearest", nearest(findings));
        answer.put("trace", trace(findings));
        answer.put(
                "working", findings.working().stream().map(Explained::working).toList());
        return answer;
    }

    private static String word(Findings.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> nearest(Findings findings) {
        var nearest = new LinkedHashMap<String, Object>();
        findings.all().forEach(finding -> {
            if (finding instanceof Finding.Unmet failing) {
                nearest.put(
                        failing.criterion().id(),
                        failing.remedies().stream().map(Explained::changes).toList());
            }
        });
        return nearest;
    }

    /** Changes by fact, as plain text. */
    public static Map<String, String> changes(List<Change> changes) {
        var texts = new LinkedHashMap<String, String>();
        changes.forEach(change -> texts.put(change.fact(), change.to().plain()));
        return texts;
    }

    private static List<Map<String, Object>> trace(Findings findings) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var finding : findings.all()) {
            var line = new LinkedHashMap<String, Object>();
            line.put("criterion", finding.criterion().id());
            line.put(
                    "finding",
                    switch (finding) {
                        case Finding.Met _ -> "met";
                        case Finding.Unmet _ -> "unmet";
                        case Finding.NotYetKnown _ -> "unknown";
                    });
            line.put("clause", finding.criterion().clause());
            line.put("zh", finding.wording().zh());
            line.put("en", finding.wording().en());
            line.put("demonstration", finding.demonstration());
            line.put("parameters", finding.used().stream().map(Explained::used).toList());
            lists(line, finding.lists());
            line.put("node", node(finding.trace(), finding.judging()));
            lines.add(line);
        }
        return lines;
    }

    private static Map<String, Object> working(Judging.Working working) {
        var line = new LinkedHashMap<String, Object>();
        line.put("term", working.term());
        line.put("zh", working.label().zh());
        line.put("en", working.label().en());
        line.put("formula", working.formula());
        working.value().ifPresent(value -> line.put("value", value.plain()));
        line.put("demonstration", working.demonstration());
        line.put("parameters", working.used().stream().map(Explained::used).toList());
        lists(line, working.lists());
        return line;
    }

    private static Map<String, Object> used(Judging.Used used) {
        var line = new LinkedHashMap<String, Object>();
        line.put("parameter", used.parameter().id());
        line.put("value", used.value().is().toPlainString());
        line.put("unit", used.parameter().unit().zh());
        line.put("on", used.on().toString());
        line.put("from", used.value().from().toString());
        line.put("standing", used.value().standing().name().toLowerCase(Locale.ROOT));
        line.put("basis", used.value().basis().zh());
        line.put("clause", used.parameter().clause());
        return line;
    }

    /** Only where there are any: files that were signed before there were lists are compared with this. */
    private static void lists(Map<String, Object> line, List<Judging.Listed> lists) {
        if (!lists.isEmpty()) {
            line.put("lists", lists.stream().map(Explained::listed).toList());
        }
    }

    private static Map<String, Object> listed(Judging.Listed listed) {
        var line = new LinkedHashMap<String, Object>();
        line.put("list", listed.list().id());
        line.put("codes", listed.value().codes());
        line.put("on", listed.on().toString());
        line.put("from", listed.value().from().toString());
        line.put("standing", listed.value().standing().name().toLowerCase(Locale.ROOT));
        line.put("basis", listed.value().basis().zh());
        line.put("clause", listed.list().clause());
        return line;
    }

    private static Map<String, Object> node(Trace trace, Judging judging) {
        var node = new LinkedHashMap<String, Object>();
        node.put("is", trace.node().span().text());
        node.put("value", trace.isKnown() ? judging.valueOf(trace).plain() : "unknown");
        if (!trace.parts().isEmpty()) {
            node.put(
                    "of",
                    trace.parts().stream().map(part -> node(part, judging)).toList());
        }
        return node;
    }
}
