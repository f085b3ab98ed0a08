package org.zhongchuang.procedure.inbox.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.shell.LookOver;

/**
 * One of the forms on the page of a case, as it is shown: what stands in it and what was wrong with it. A page has
 * several, and what was sent with one is neither shown nor told in another.
 *
 * @param name what the form says about itself when it is sent
 * @param typed what was typed into it, if it is shown again
 * @param mistakes what was wrong with its fields
 * @param isRefused whether it is the one that was just refused
 */
public record CaseForm(String name, Map<String, String> typed, Map<String, Text> mistakes, boolean isRefused) {

    /** The field in which a form says which one it is. */
    static final String FIELD = "form";

    /** What it does: the last part of its name. */
    public String act() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** What somebody put into it, for it to go along to the next step. */
    public Map<String, String> sent() {
        return LookOver.sent(typed);
    }

    /** What stands in the fields whose names begin so, by the rest of the name. */
    public Map<String, String> filled(String prefix) {
        return sent().entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        one -> one.getKey().substring(prefix.length()),
                        one -> one.getValue().strip(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    public String value(String field) {
        return value(field, "");
    }

    /** What was typed into the field, or what it begins with. */
    public String value(String field, String first) {
        return typed.getOrDefault(field, first);
    }

    public boolean has(String field, String chosen) {
        return value(field).equals(chosen);
    }

    public @Nullable Text mistake(String field) {
        return mistakes.get(field);
    }

    /** Whether something stands in one of the fields whose names begin so. */
    public boolean isBegun(String prefix) {
        return typed.entrySet().stream()
                .anyMatch(one ->
                        one.getKey().startsWith(prefix) && !one.getValue().isBlank());
    }
}
