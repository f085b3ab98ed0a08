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
import org.zhongchuang.procedure.casework.Step;

/** The filters of a list of cases as they stand in its address. */
public record ListAddress(
        @Nullable String q,
        @Nullable String step,
        @Nullable String area,
        @Nullable String due,
        @Nullable String show,
        @Nullable String after) {

    /** From what stands in an address, by its names, from the first page on. */
    static ListAddress of(Map<String, String> asked) {
        return new ListAddress(
                asked.get("q"), asked.get("step"), asked.get("area"), asked.get("due"), asked.get("show"), null);
    }

    /** What a question is asked by, from the first page on. */
    public static ListAddress of(Query query) {
        return new ListAddress(
                query.words(),
                query.step(),
                query.area(),
                query.late() ? "late" : null,
                query.all() ? "all" : null,
                null);
    }

    /** The question; who has nothing to do with cases but to watch them asks for all. */
    public Query query(PolicyPack pack, boolean watching) {
        var last = Objects.requireNonNullElse(after, "");
        return new Query(
                Objects.requireNonNullElse(q, "").strip(),
                Optional.ofNullable(step)
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .filter(one -> steps(pack).containsKey(one))
                        .orElse(null),
                Optional.ofNullable(area)
                        .filter(code ->
                                pack.areas().stream().anyMatch(one -> one.code().equals(code)))
                        .orElse(null),
                "late".equals(due),
                "all".equals(show) || watching,
                last.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}") ? last : "");
    }

    /** The address of the list. */
    public String full() {
        var asked = new LinkedHashMap<String, @Nullable String>();
        asked.put("show", show);
        asked.put("q", q);
        asked.put("step", step);
        asked.put("area", area);
        asked.put("due", due);
        var filled = asked.entrySet().stream()
                .filter(one -> one.getValue() != null && !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return filled.isEmpty() ? "/inbox" : "/inbox?" + filled;
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
