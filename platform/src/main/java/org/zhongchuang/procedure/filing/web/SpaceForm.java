package org.zhongchuang.procedure.filing.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SpaceKind;

/** What was typed about a space, with what is wrong. */
public record SpaceForm(Map<String, String> typed, Map<String, Text> mistakes) {

    private static final Text ONE_IS_CHOSEN = Text.of("请选择一项。", "Choose one.");

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What this form is known by, however often it is sent. */
    public String request() {
        return typed.getOrDefault("request", UUID.randomUUID().toString());
    }

    public @Nullable Text mistake(String field) {
        return mistakes.get(field);
    }

    /** The profile that was typed, or nothing with what is wrong put into {@code mistakes}, by field. */
    static Optional<Space.Profile> read(
            Map<String, String> typed, PolicyPack pack, LocalDate today, Map<String, Text> mistakes) {
        var name = typed.getOrDefault("name", "").strip();
        if (name.length() < 2 || name.length() > 80) {
            mistakes.put("name", Text.of("请填写名称，2到80个字。", "Give a name of 2 to 80 characters."));
        }
        var address = typed.getOrDefault("address", "").strip();
        if (address.length() < 4 || address.length() > 200) {
            mistakes.put("address", Text.of("请填写详细地址。", "Give the full address."));
        }
        var area = typed.getOrDefault("area", "");
        if (pack.areas().stream().noneMatch(one -> one.code().equals(area) && one.parent() != null)) {
            mistakes.put("area", Text.of("请选择所在县（市、区）。", "Choose the county."));
        }
        var kind = kind(typed, pack);
        if (kind.isEmpty()) {
            mistakes.put("kind", ONE_IS_CHOSEN);
        }
        var builder = choice(Builder.class, typed, "builder", mistakes);
        var carrier = Carrier.in(pack).stream()
                .filter(one -> one.name().equals(typed.get("carrier")))
                .findFirst();
        if (carrier.isEmpty()) {
            mistakes.put("carrier", ONE_IS_CHOSEN);
        }
        var opened = Typed.day(typed.getOrDefault("openedOn", ""));
        if (opened.filter(day -> !day.isAfter(today)).isEmpty()) {
            mistakes.put("openedOn", Text.of("请填写对外运营的日期，不晚于今天。", "Give the day it opened, not later than today."));
        }
        var introduction = typed.getOrDefault("introduction", "").strip();
        if (introduction.length() > 2000) {
            mistakes.put("introduction", Text.of("简介不超过2000字。", "At most 2,000 characters."));
        }
        return mistakes.isEmpty()
                ? Optional.of(new Space.Profile(
                        name,
                        kind.orElseThrow(),
                        builder.orElseThrow(),
                        carrier.orElseThrow(),
                        area,
                        address,
                        opened.orElseThrow(),
                        introduction))
                : Optional.empty();
    }

    /** What was chosen; where the city has one kind only, nobody is asked. */
    private static Optional<SpaceKind> kind(Map<String, String> typed, PolicyPack pack) {
        var all = SpaceKind.in(pack);
        return all.size() == 1
                ? Optional.of(all.getFirst())
                : all.stream()
                        .filter(one -> one.name().equals(typed.get("kind")))
                        .findFirst();
    }

    private static <E extends Enum<E>> Optional<E> choice(
            Class<E> type, Map<String, String> typed, String field, Map<String, Text> mistakes) {
        var found = java.util.Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed.get(field)))
                .findFirst();
        if (found.isEmpty()) {
            mistakes.put(field, ONE_IS_CHOSEN);
        }
        return found;
    }
}
