package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.formula.Formula;
import org.zhongchuang.engine.formula.FormulaProblem;
import org.zhongchuang.engine.formula.Listing;
import org.zhongchuang.engine.formula.Lookups;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Timeline;
import org.zhongchuang.engine.formula.Typing;
import org.zhongchuang.engine.formula.Unit;

/**
 * A programme made ready to judge: every formula typed, every name a slot.
 *
 * @param facts the facts it needs, by slot
 * @param parameters the parameters it needs, by slot
 * @param timelines their values, by slot
 * @param lists the lists it needs, by slot
 * @param listings their codes, by slot
 * @param terms the terms, by slot
 * @param amount the amount in fen, null where the programme pays nothing
 * @param always the conditions it promises, null for a promise of another kind
 * @param rows the conditions of the rows of each term's table, by term
 */
public record Rules(
        Programme programme,
        List<Fact> facts,
        List<Parameter> parameters,
        List<Timeline> timelines,
        List<CodeList> lists,
        List<Listing> listings,
        List<Node> terms,
        List<Node> criteria,
        @Nullable Node amount,
        List<@Nullable Node> always,
        Map<String, List<Node>> rows,
        Codes codes) {

    /** Types the programme. Adds what is wrong to {@code problems} and goes on, so that all of it is told at once. */
    static Rules of(Programme programme, Vocabulary words, List<Flaw> problems) {
        var codes = new Codes();
        var scope = words.scope(codes);
        var typing = new Typing(scope);
        var terms = new ArrayList<Node>();
        var rows = new HashMap<String, List<Node>>();
        var criteria = new ArrayList<Node>();
        var always = new ArrayList<@Nullable Node>();
        Node amount = null;
        try {
            for (var term : programme.terms()) {
                if (term.table() != null) {
                    rows.put(
                            term.id(),
                            term.table().rows().stream()
                                    .map(row -> typing.condition(row.when()))
                                    .toList());
                }
                var node = typing.value(term.formula());
                terms.add(node);
                scope.define(term.id(), node.type());
            }
            for (var promise : programme.promises()) {
                always.add(promise.always() == null ? null : typing.condition(promise.always()));
            }
            amount = programme.amount() == null ? null : amount(programme, typing);
        } catch (FormulaProblem e) {
            problems.add(ReadingFault.flaw(e));
        }
        for (var criterion : programme.criteria()) {
            try {
                criteria.add(typing.condition(criterion.rule()));
            } catch (FormulaProblem e) {
                problems.add(ReadingFault.flaw(e));
            }
        }
        var used = scope.parametersUsed().stream().map(words.parameters()::get).toList();
        var lists = scope.listsUsed().stream().map(words.lists()::get).toList();
        return new Rules(
                programme,
                scope.factsUsed().stream().map(words.facts()::get).toList(),
                used,
                timelines(used),
                lists,
                lists.stream().map(CodeList::listing).toList(),
                List.copyOf(terms),
                List.copyOf(criteria),
                amount,
                java.util.Collections.unmodifiableList(always),
                rows,
                codes);
    }

    private static Node amount(Programme programme, Typing typing) {
        var term = programme.terms().stream()
                .filter(one -> one.id().equals(programme.amount()))
                .findFirst()
                .orElseThrow();
        return typing.amount(new Formula.Name(term.id(), term.formula().span()), Unit.YUAN);
    }

    private static List<Timeline> timelines(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::timeline).toList();
    }

    /** The same rules with other values of the parameters. */
    Rules with(Map<String, Parameter> values) {
        var used = parameters.stream().map(one -> values.get(one.id())).toList();
        return new Rules(
                programme, facts, used, timelines(used), lists, listings, terms, criteria, amount, always, rows, codes);
    }

    /** What its formulas look up, for a subject whose texts have those codes. */
    Lookups lookups(Codes texts) {
        return new Lookups(timelines.toArray(Timeline[]::new), listings.toArray(Listing[]::new), texts);
    }

    /** The ids of the parameters that the node speaks of, through terms too. */
    Set<String> parametersIn(Node node) {
        return named(node, one -> one instanceof Node.Setting setting ? setting.id() : null);
    }

    /** The ids of the lists that the node speaks of, through terms too. */
    Set<String> listsIn(Node node) {
        return named(node, one -> one instanceof Node.Listed listed ? listed.id() : null);
    }

    /** The ids of the facts that the node speaks of, through terms too. */
    Set<String> factsIn(Node node) {
        return named(node, one -> one instanceof Node.Fact fact ? fact.id() : null);
    }

    private Set<String> named(Node node, Function<Node, @Nullable String> name) {
        var ids = new TreeSet<String>();
        collect(node, name, ids);
        return ids;
    }

    private void collect(Node node, Function<Node, @Nullable String> name, Set<String> ids) {
        var id = name.apply(node);
        if (id != null) {
            ids.add(id);
        }
        if (node instanceof Node.Term term) {
            collect(terms.get(term.slot()), name, ids);
        }
        node.parts().forEach(part -> collect(part, name, ids));
    }

    /** How many nodes there are: what judging one subject costs, records aside. */
    public int size() {
        return java.util.stream.Stream.concat(terms.stream(), criteria.stream())
                .mapToInt(Node::size)
                .sum();
    }

    Judging judge(Map<String, FactValue> known, LocalDate on, boolean demonstration) {
        var ownCodes = facts.stream()
                        .anyMatch(fact ->
                                fact.kind() == Fact.Kind.TEXT || !fact.fields().isEmpty())
                ? codes.copy()
                : codes;
        return new Judging(this, Encoding.subject(facts, known, ownCodes), ownCodes, on.toEpochDay(), demonstration);
    }
}
