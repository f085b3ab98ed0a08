package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Remedies;
import org.zhongchuang.engine.formula.Subject;
import org.zhongchuang.engine.formula.Trace;
import org.zhongchuang.engine.formula.Walk;

/**
 * One subject judged by one programme on one day, with every node's value.
 *
 * <p>What only people need (sentences, nearest changes, the working line by line) is made when it is asked for.
 */
public final class Judging {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9_]+)}");

    private final Rules rules;
    private final Subject subject;
    private final Codes codes;
    private final long day;
    private final boolean demonstration;
    private final Walk walk;
    private final List<Trace> terms;
    private final List<Trace> criteria;
    private final @Nullable Trace amount;

    Judging(Rules rules, Subject subject, Codes codes, long day, boolean demonstration) {
        this.rules = rules;
        this.subject = subject;
        this.codes = codes;
        this.day = day;
        this.demonstration = demonstration;
        this.walk = new Walk(subject, rules.lookups(codes), day, demonstration);
        this.terms = rules.terms().stream().map(walk::define).toList();
        this.criteria = rules.criteria().stream().map(walk::read).toList();
        this.amount = rules.amount() == null ? null : walk.read(rules.amount());
        if (criteria.stream().noneMatch(trace -> trace.is(0))) {
            criteria.forEach(this::demandSize);
        }
        if (amount != null && (rules.programme().owed() || isMet())) {
            demandSize(amount);
        }
    }

    private void demandSize(Trace trace) {
        if (trace.state() == Trace.State.TOO_LARGE) {
            throw new FactProblem(
                    rules.programme().id(),
                    "填写的数字过大，或记录太多，算不出精确的结果；请核对金额和数量，是不是多写了几位",
                    "the numbers are too large, or the records too many, for an exact result; look whether one has some digits"
                            + " too many");
        }
    }

    List<Trace> criteria() {
        return criteria;
    }

    private boolean isMet() {
        return criteria.stream().allMatch(trace -> trace.is(1));
    }

    /** The amount: zero where refused unless owed either way, empty while something is missing or nothing is paid. */
    Optional<Fen> amount(Findings.Outcome outcome) {
        if (amount == null) {
            return Optional.empty();
        }
        if (!rules.programme().owed() && outcome == Findings.Outcome.REFUSED) {
            return Optional.of(Fen.ZERO);
        }
        return amount.isKnown() && (rules.programme().owed() || outcome == Findings.Outcome.GRANTED)
                ? Optional.of(new Fen(amount.value()))
                : Optional.empty();
    }

    /** What is missing for the amount. */
    java.util.Set<String> missingForAmount() {
        return amount == null ? java.util.Set.of() : amount.missing();
    }

    /** Puts the parameters' values of the day into a sentence. */
    Text worded(Text sentence) {
        return Text.of(worded(sentence.zh(), "（主管部门尚未设定）"), worded(sentence.en(), "(not yet set)"));
    }

    private String worded(String sentence, String unset) {
        return SLOT.matcher(sentence).replaceAll((MatchResult slot) -> {
            var id = slot.group(1);
            return rules.parameters().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .flatMap(one -> one.on(LocalDate.ofEpochDay(day)))
                    .filter(value -> demonstration || value.standing() != Parameter.Standing.DEMONSTRATION)
                    .map(value -> Shown.number(value.is()))
                    .orElse(unset);
        });
    }

    /** Whether a value that no authority has set took part in it, through terms too. */
    boolean isDemonstration(Node node) {
        var ids = rules.parametersIn(node);
        var lists = rules.listsIn(node);
        var open = rules.lists().stream()
                .filter(one -> lists.contains(one.id()))
                .flatMap(one -> one.on(LocalDate.ofEpochDay(day)).stream())
                .anyMatch(value -> value.standing() == Parameter.Standing.DEMONSTRATION);
        return open
                || rules.parameters().stream()
                        .filter(one -> ids.contains(one.id()))
                        .anyMatch(one -> one.values().stream()
                                .anyMatch(value -> value.standing() == Parameter.Standing.DEMONSTRATION
                                        && one.on(LocalDate.ofEpochDay(day)).equals(Optional.of(value))));
    }

    /** The nearest changes that would make the condition hold, the fewest first. */
    List<List<Change>> remedies(Node condition) {
        return new Remedies(walk, subject, rules.terms(), this::again)
                .of(condition).stream()
                        .map(changes -> changes.entrySet().stream()
                                .map(change -> change(change.getKey(), change.getValue()))
                                .toList())
                        .filter(changes -> changes.stream().allMatch(this::isPossible))
                        .toList();
    }

    private Trace again(Node node, Subject changed) {
        var anew = new Walk(changed, rules.lookups(codes), day, demonstration);
        rules.terms().forEach(anew::define);
        return anew.read(node);
    }

    private Change change(int slot, long value) {
        var fact = rules.facts().get(slot);
        return new Change(fact.id(), Encoding.decode(fact.type(), value, codes));
    }

    /** A change of a fact as what is required of it, beside what it is. */
    Requirement required(Change change) {
        var slot = 0;
        while (!rules.facts().get(slot).id().equals(change.fact())) {
            slot++;
        }
        var fact = rules.facts().get(slot);
        var now = subject.known()[slot] && fact.kind() != Fact.Kind.RECORDS
                ? Optional.of(Encoding.decode(fact.type(), subject.value()[slot], codes))
                : Optional.<FactValue>empty();
        return new Requirement(fact, change.to(), now);
    }

    private boolean isPossible(Change change) {
        var fact = rules.facts().stream()
                .filter(one -> one.id().equals(change.fact()))
                .findFirst()
                .orElseThrow();
        try {
            Encoding.encode(fact, change.to(), codes);
            return true;
        } catch (FactProblem _) {
            return false;
        }
    }

    /** The results worth showing with the answer, by term; only those that are known. */
    Map<String, FactValue> results() {
        var results = new LinkedHashMap<String, FactValue>();
        for (int slot = 0; slot < rules.terms().size(); slot++) {
            var id = rules.programme().terms().get(slot).id();
            var trace = terms.get(slot);
            if (rules.programme().results().contains(id) && trace.isKnown()) {
                results.put(id, Encoding.decode(trace.node().type(), trace.value(), codes));
            }
        }
        return results;
    }

    /** The working, one line for each term. */
    List<Working> working() {
        var lines = new ArrayList<Working>();
        for (int slot = 0; slot < terms.size(); slot++) {
            var term = rules.programme().terms().get(slot);
            var trace = terms.get(slot);
            lines.add(new Working(
                    term.id(),
                    term.label(),
                    term.written(),
                    trace.isKnown()
                            ? Optional.of(Encoding.decode(trace.node().type(), trace.value(), codes))
                            : Optional.empty(),
                    trace,
                    used(trace),
                    lists(trace),
                    isDemonstration(trace.node())));
        }
        return lines;
    }

    /** The parameters that were looked up for a node, each with the value that was found. */
    List<Used> used(Trace trace) {
        var used = new ArrayList<Used>();
        collect(trace, used);
        return used.stream().distinct().toList();
    }

    private void collect(Trace trace, List<Used> used) {
        if (trace.node() instanceof Node.Setting setting && trace.isKnown()) {
            var on = setting.at() == null ? day : trace.parts().getFirst().value();
            var parameter = rules.parameters().get(setting.slot());
            parameter
                    .on(LocalDate.ofEpochDay(on))
                    .ifPresent(value -> used.add(new Used(parameter, value, LocalDate.ofEpochDay(on))));
        }
        trace.parts().forEach(part -> collect(part, used));
    }

    /** The lists that were asked for a node, each with the codes that were found. */
    List<Listed> lists(Trace trace) {
        return ListsAsked.of(trace, LocalDate.ofEpochDay(day)).stream()
                .flatMap(asked -> {
                    var list = rules.lists().get(asked.list().slot());
                    return list.on(asked.on(), demonstration).stream()
                            .map(value -> new Listed(list, value, asked.on()));
                })
                .distinct()
                .toList();
    }

    /** A value as people read it. */
    public FactValue valueOf(Trace trace) {
        return Encoding.decode(trace.node().type(), trace.value(), codes);
    }

    /**
     * A parameter that took part.
     *
     * @param on the day for which it was looked up
     */
    public record Used(Parameter parameter, Parameter.Value value, LocalDate on) {}

    /**
     * A list that took part.
     *
     * @param on the day for which it was looked up
     */
    public record Listed(CodeList list, CodeList.Value value, LocalDate on) {}

    /**
     * One line of the working.
     *
     * @param formula as written
     * @param value empty while it is not known
     */
    public record Working(
            String term,
            Text label,
            String formula,
            Optional<FactValue> value,
            Trace trace,
            List<Used> used,
            List<Listed> lists,
            boolean demonstration) {}
}
