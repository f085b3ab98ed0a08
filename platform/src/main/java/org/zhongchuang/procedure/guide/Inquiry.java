package org.zhongchuang.procedure.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactProblem;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Missing;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.Answers;

/**
 * Questions about some programmes, the answers given so far, and what comes of them. Nothing of it is kept: it lives in
 * the address of the page.
 *
 * @param typed what was typed, by fact
 * @param mistakes what is wrong with it, by fact
 * @param sections the questions, each once, under the first programme that asks it
 * @param results what comes of each programme, the best first
 * @param next the questions whose answers can still change a result, those that matter to most programmes first
 */
public record Inquiry(
        Map<String, String> typed,
        Map<String, Text> mistakes,
        List<Section> sections,
        List<Result> results,
        List<Fact> next) {

    /** The questions of one programme that none before it asked. */
    public record Section(Programme programme, List<Fact> facts) {}

    /**
     * One programme judged by what is known.
     *
     * @param findings empty where an answer could not be read or the numbers are beyond what can be computed, which
     *     {@code problem} tells
     */
    public record Result(Programme programme, Optional<Findings> findings, Optional<Text> problem) {

        public Optional<Findings.Outcome> outcome() {
            return findings.map(Findings::outcome);
        }
    }

    /** Reads the answers and judges each programme by those that can be understood. */
    public static Inquiry of(
            PolicyPack pack,
            List<Programme> programmes,
            Map<String, String> query,
            LocalDate on,
            boolean demonstration) {
        var typed = new LinkedHashMap<String, String>();
        var mistakes = new LinkedHashMap<String, Text>();
        var known = new LinkedHashMap<String, String>();
        query.forEach((id, text) -> {
            var fact = pack.facts().get(id);
            if (fact != null && !text.isBlank()) {
                typed.put(id, text);
                var answer = Answers.read(fact, text);
                answer.value().ifPresent(value -> known.put(id, value));
                answer.mistake().ifPresent(mistake -> mistakes.put(id, mistake));
            }
        });
        var values = Answers.values(pack.facts(), known);
        var results = new ArrayList<Result>();
        for (var programme : programmes) {
            results.add(judge(pack, programme, values, on, demonstration));
        }
        var next = next(pack, results, typed.keySet());
        results.replaceAll(result -> unread(pack, result.programme(), mistakes.keySet())
                .map(problem -> new Result(result.programme(), Optional.empty(), Optional.of(problem)))
                .orElse(result));
        results.sort(Comparator.comparing(
                result -> result.outcome().map(Enum::ordinal).orElse(9)));
        return new Inquiry(typed, mistakes, sections(pack, programmes), results, next);
    }

    private static Result judge(
            PolicyPack pack, Programme programme, Map<String, FactValue> values, LocalDate on, boolean demonstration) {
        try {
            return new Result(
                    programme, Optional.of(pack.evaluate(programme.id(), on, values, demonstration)), Optional.empty());
        } catch (FactProblem e) {
            return new Result(programme, Optional.empty(), Optional.of(e.what()));
        }
    }

    /** No result stands beside an answer that it rests on and that could not be read. */
    private static Optional<Text> unread(PolicyPack pack, Programme programme, Set<String> mistakes) {
        return pack.factsOf(programme.id()).stream()
                .filter(fact -> mistakes.contains(fact.id()))
                .map(Fact::label)
                .reduce((one, other) -> Text.of(one.zh() + "、" + other.zh(), one.en() + ", " + other.en()))
                .map(which -> Text.of(
                        "“" + which.zh() + "”填得看不懂，改正后才有结果。",
                        "“" + which.en() + "” could not be read; there is a result once it is corrected."));
    }

    private static List<Fact> next(PolicyPack pack, List<Result> results, Set<String> typed) {
        var wanted = new HashMap<String, Integer>();
        for (var result : results) {
            result.findings()
                    .filter(findings -> findings.outcome() == Findings.Outcome.UNDECIDED)
                    .ifPresent(findings -> pack.missing(findings.missing()).stream()
                            .filter(one -> one.isOfApplicant() && !typed.contains(one.question()))
                            .map(Missing::question)
                            .distinct()
                            .forEach(question -> wanted.merge(question, 1, Integer::sum)));
        }
        return pack.facts().values().stream()
                .filter(fact -> wanted.containsKey(fact.id()))
                .sorted(Comparator.comparingInt(fact -> -wanted.getOrDefault(fact.id(), 0)))
                .toList();
    }

    private static List<Section> sections(PolicyPack pack, List<Programme> programmes) {
        var asked = new LinkedHashSet<String>();
        var sections = new ArrayList<Section>();
        for (var programme : programmes) {
            var facts = pack.factsOf(programme.id()).stream()
                    .filter(fact -> asked.add(fact.id()))
                    .toList();
            if (!facts.isEmpty()) {
                sections.add(new Section(programme, facts));
            }
        }
        return sections;
    }

    public String value(String fact) {
        return typed.getOrDefault(fact, "");
    }
}
