package org.zhongchuang.procedure.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.worklist.Query.Filters;

/** The filters and the order of a list of cases as they stand in its address. */
public record ListAddress(
        @Nullable String q,
        @Nullable String step,
        @Nullable String area,
        @Nullable String programme,
        @Nullable String handler,
        @Nullable String due,
        @Nullable String objections,
        @Nullable String show,
        @Nullable String sort,
        @Nullable String after) {

    private static final String PLACE = "(?s).{0,400}~ZC\\d{4}-\\d{5,9}";
    private static final String PERSON = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** From what stands in an address, by its names, from the first page on. */
    static ListAddress of(Map<String, String> asked) {
        return new ListAddress(
                asked.get("q"),
                asked.get("step"),
                asked.get("area"),
                asked.get("programme"),
                asked.get("handler"),
                asked.get("due"),
                asked.get("objections"),
                asked.get("show"),
                asked.get("sort"),
                null);
    }

    /** What a question is asked by. */
    public static ListAddress of(Query query) {
        var filters = query.filters();
        return new ListAddress(
                query.words(),
                filters.step(),
                filters.area(),
                filters.programme(),
                filters.handler(),
                filters.late() ? "late" : null,
                filters.objections() ? "open" : null,
                query.all() ? "all" : "waiting",
                query.order().equals(Order.usual(query.all()))
                        ? null
                        : query.order().word(),
                query.after());
    }

    /**
     * The question.
     *
     * @param opening what the reader's list shows where nothing is asked for
     */
    public Query query(PolicyPack pack, Query opening) {
        var all = "all".equals(show) || (opening.all() && !"waiting".equals(show));
        var order = Order.read(sort).orElseGet(() -> all == opening.all() ? opening.order() : Order.usual(all));
        return new Query(
                Objects.requireNonNullElse(q, "").strip(),
                new Filters(
                        Optional.ofNullable(step)
                                .map(one -> one.toLowerCase(Locale.ROOT))
                                .filter(one -> steps(pack).containsKey(one))
                                .orElse(null),
                        Optional.ofNullable(area)
                                .filter(code -> pack.areas().stream()
                                        .anyMatch(one -> one.code().equals(code)))
                                .orElse(null),
                        programme != null
                                        && pack.known().stream()
                                                .anyMatch(one -> one.id().equals(programme))
                                ? programme
                                : null,
                        Optional.ofNullable(handler)
                                .filter(one -> one.matches(Filters.ME + "|" + Filters.NOBODY + "|" + PERSON))
                                .orElse(null),
                        "late".equals(due),
                        "open".equals(objections)),
                order,
                all,
                place(order));
    }

    /** Where the page begins; at the start where what stands there is no row of a list in that order. */
    private String place(Order order) {
        var last = Objects.requireNonNullElse(after, "");
        if (!last.matches(PLACE)) {
            return "";
        }
        var key = last.substring(0, last.lastIndexOf('~'));
        var isDay = Typed.day(key).isPresent() || key.equals(Order.NO_DAY.toString());
        return isDay || !order.by().isDay() ? last : "";
    }

    /** The address of the list. */
    public String full() {
        return "/inbox" + asked();
    }

    /** What stands behind the address of the page: a question mark and the filters, or nothing. */
    public String asked() {
        var asked = new LinkedHashMap<String, @Nullable String>();
        asked.put("show", show);
        asked.put("q", q);
        asked.put("step", step);
        asked.put("area", area);
        asked.put("programme", programme);
        asked.put("handler", handler);
        asked.put("due", due);
        asked.put("objections", objections);
        asked.put("sort", sort);
        asked.put("after", after);
        var filled = asked.entrySet().stream()
                .filter(one -> one.getValue() != null && !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return filled.isEmpty() ? "" : "?" + filled;
    }

    /**
     * Every step at which a case that was filed can stand: as the programmes name them, in the order of their kinds.
     */
    public static Map<String, Text> steps(PolicyPack pack) {
        var named = pack.programmes().values().stream()
                .flatMap(programme -> programme.procedure().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .toList();
        var steps = new LinkedHashMap<String, Text>();
        for (var step : Step.values()) {
            if (step.kind().isPresent()) {
                named.stream()
                        .filter(one -> one.does() == step.kind().get())
                        .forEach(one -> steps.putIfAbsent(one.step(), one.label()));
            } else if (step != Step.DRAFT) {
                steps.put(step.word(), step.label());
            }
        }
        return steps;
    }
}
