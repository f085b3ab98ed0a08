package org.zhongchuang.engine.formula;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.formula.Subject.Rows;

/** A small world in which a formula can be tried: some facts are known, some are not, one parameter changes. */
final class Bench {

    static final LocalDate DAY = LocalDate.of(2016, 6, 1);

    private static final Map<String, Type> FACTS = new LinkedHashMap<>();
    private static final Map<String, Type> PARAMETERS = new LinkedHashMap<>();
    private static final List<String> SECTORS = List.of("industry", "C39", "C4", "C40");
    private static final Map<String, List<String>> LISTS = Map.of("sectors", SECTORS, "unlisted", List.of("C39"));
    private static final Map<String, Long> KNOWN = new HashMap<>();

    static {
        FACTS.put("a", new Type.Quantity(Dimension.PLAIN, 0));
        FACTS.put("x", new Type.Quantity(Dimension.PLAIN, 0));
        FACTS.put("z", new Type.Condition());
        FACTS.put("yes", new Type.Condition());
        FACTS.put("money", Type.quantity(Unit.YUAN, 2));
        FACTS.put("area", Type.quantity(Unit.SQUARE_METRES, 2));
        FACTS.put("people", Type.quantity(Unit.PEOPLE, 0));
        FACTS.put("each", Type.quantity(Unit.YUAN_PER_PERSON, 2));
        FACTS.put("turnover", Type.quantity(Unit.TEN_THOUSAND_YUAN, 6));
        FACTS.put("land", Type.quantity(Unit.MU, 4));
        FACTS.put("per_mu", Type.quantity(Unit.TEN_THOUSAND_YUAN_PER_MU, 6));
        FACTS.put("rent", Type.quantity(Unit.YUAN_PER_SQUARE_METRE_AND_MONTH, 2));
        FACTS.put("stay", Type.quantity(Unit.MONTHS, 0));
        FACTS.put("density", Type.quantity(Unit.PEOPLE_PER_SQUARE_METRE, 6));
        FACTS.put("room", Type.quantity(Unit.SQUARE_METRES_PER_PERSON, 2));
        FACTS.put("machines", Type.quantity(Unit.MACHINES, 0));
        FACTS.put("patents", Type.quantity(Unit.PATENTS, 0));
        FACTS.put("per_patent", Type.quantity(Unit.YUAN_PER_PATENT, 2));
        FACTS.put("share", Type.quantity(Unit.PERCENT, 2));
        FACTS.put("from", new Type.Calendar());
        FACTS.put("term", Type.quantity(Unit.YEARS, 0));
        FACTS.put("huge", Type.quantity(Unit.YUAN, 2));
        FACTS.put("kind", new Type.Words(java.util.Set.of("industry", "other")));
        FACTS.put("name", new Type.Words(java.util.Set.of()));
        FACTS.put("code", new Type.Words(java.util.Set.of()));
        FACTS.put("unknown", new Type.Words(java.util.Set.of()));
        FACTS.put("面积", Type.quantity(Unit.SQUARE_METRES, 2));
        var fields = new LinkedHashMap<String, Type>();
        fields.put("paid", Type.quantity(Unit.YUAN, 2));
        fields.put("on", new Type.Calendar());
        fields.put("good", new Type.Condition());
        fields.put("trade", new Type.Words(java.util.Set.of()));
        fields.put("no", new Type.Quantity(Dimension.PLAIN, 0));
        FACTS.put("bills", new Type.Records(fields));
        var parts = new LinkedHashMap<String, Type>();
        parts.put("bill", new Type.Quantity(Dimension.PLAIN, 0));
        parts.put("worth", Type.quantity(Unit.YUAN, 2));
        FACTS.put("parts", new Type.Records(parts));
        FACTS.put("unsent", new Type.Records(fields));
        PARAMETERS.put("rate", Type.quantity(Unit.PERCENT, 2));
        PARAMETERS.put("unset", Type.quantity(Unit.YUAN, 2));
        KNOWN.put("a", 3L);
        KNOWN.put("yes", 1L);
        KNOWN.put("money", 10_000_01L);
        KNOWN.put("area", 500_00L);
        KNOWN.put("people", 4L);
        KNOWN.put("each", 1000_00L);
        KNOWN.put("turnover", 30_500_000L);
        KNOWN.put("land", 1_5000L);
        KNOWN.put("per_mu", 20_000_000L);
        KNOWN.put("rent", 25_50L);
        KNOWN.put("stay", 6L);
        KNOWN.put("density", 8_000L);
        KNOWN.put("room", 125_00L);
        KNOWN.put("machines", 2L);
        KNOWN.put("patents", 3L);
        KNOWN.put("per_patent", 5000_00L);
        KNOWN.put("share", 25_00L);
        KNOWN.put("from", LocalDate.of(2016, 2, 29).toEpochDay());
        KNOWN.put("term", 3L);
        KNOWN.put("huge", Long.MAX_VALUE - 1);
        KNOWN.put("面积", 80_50L);
    }

    private static final Map<String, String> TEXTS = Map.of("kind", "industry", "name", "甲", "code", "C3921");

    /** Two parts of the first bill and one of the third. */
    private static final Rows PARTS = new Rows(
            3, new long[][] {{1, 1, 3}, {20_00, 100_00, 3_00}}, new boolean[][] {{true, true, true}, {true, true, true}
            });

    final Codes codes = new Codes();
    final Scope scope = new Scope(FACTS, PARAMETERS, LISTS, codes);
    final Typing typing = new Typing(scope);

    static Trace read(String formula) {
        var bench = new Bench();
        return bench.walk(bench.typing.value(Formula.parse(formula)));
    }

    Trace walk(Node node) {
        return walkOver().read(node);
    }

    Walk walkOver() {
        var subject = subject();
        return new Walk(subject, lookups(), DAY.toEpochDay(), true);
    }

    Lookups lookups() {
        return new Lookups(
                timelines(scope), scope.listsUsed().stream().map(Bench::listing).toArray(Listing[]::new), codes);
    }

    Subject subject() {
        var ids = scope.factsUsed();
        var value = new long[ids.size()];
        var known = new boolean[ids.size()];
        var rows = new Rows[ids.size()];
        for (int slot = 0; slot < value.length; slot++) {
            var id = ids.get(slot);
            rows[slot] = id.equals("bills") ? bills() : id.equals("parts") ? PARTS : Rows.NONE;
            known[slot] = KNOWN.containsKey(id) || id.equals("bills") || id.equals("parts") || TEXTS.containsKey(id);
            value[slot] = TEXTS.containsKey(id) ? codes.of(TEXTS.get(id)) : KNOWN.getOrDefault(id, 0L);
        }
        return new Subject(value, known, rows);
    }

    /** Three bills: 100.00 in 2015, 200.50 in 2016, and one of 2016 whose amount is not known. */
    private Rows bills() {
        return new Rows(
                3,
                new long[][] {
                    {100_00, 200_50, 0},
                    {
                        LocalDate.of(2015, 5, 1).toEpochDay(),
                        LocalDate.of(2016, 5, 1).toEpochDay(),
                        LocalDate.of(2016, 5, 2).toEpochDay()
                    },
                    {1, 1, 0},
                    {codes.of("C39"), codes.of("C4011"), codes.of("")},
                    {1, 2, 3}
                },
                new boolean[][] {
                    {true, true, false}, {true, true, true}, {true, true, true}, {true, true, true}, {true, true, true}
                });
    }

    /** The rate is 20% from 2010 and 30% from 2016; the other parameter has no value. */
    private static Timeline[] timelines(Scope scope) {
        return scope.parametersUsed().stream()
                .map(id -> id.equals("rate")
                        ? new Timeline(
                                new long[] {
                                    LocalDate.of(2010, 1, 1).toEpochDay(),
                                    LocalDate.of(2016, 1, 1).toEpochDay()
                                },
                                new long[] {20_00, 30_00},
                                new boolean[] {false, false})
                        : new Timeline(new long[0], new long[0], new boolean[0]))
                .toArray(Timeline[]::new);
    }

    /** From 2010 only {@code industry}, from 2016 codes of industries too; the other list has none. */
    private static Listing listing(String id) {
        return id.equals("sectors")
                ? new Listing(
                        new Timeline(
                                new long[] {
                                    LocalDate.of(2010, 1, 1).toEpochDay(),
                                    LocalDate.of(2016, 1, 1).toEpochDay()
                                },
                                new long[] {0, 1},
                                new boolean[] {false, false}),
                        List.of(CodeSet.of(List.of("industry")), CodeSet.of(SECTORS)))
                : new Listing(new Timeline(new long[0], new long[0], new boolean[0]), List.of());
    }

    static List<String> names() {
        return List.copyOf(FACTS.keySet());
    }
}
