package org.zhongchuang.records.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/**
 * Something that can be known of subjects of one kind.
 *
 * @param form how its value is written
 * @param open whether everybody may read it; what is not open is for officers and for the subject itself
 * @param filters whether the directory can be filtered by it
 * @param options the values of a choice
 */
public record Attribute(String id, Text label, Form form, boolean open, boolean filters, List<Option> options) {

    public Attribute {
        options = List.copyOf(options);
    }

    /** How a value is written. */
    public enum Form {
        TEXT,
        /** The number of a certificate, held for the time the fact holds. */
        CERTIFICATE,
        CHOICE,
        YES_NO,
        /** Yuan, kept in fen. */
        MONEY
    }

    /** One value of a choice. */
    public record Option(String code, Text label) {}

    Optional<String> trait(String value) {
        return !filters || value.isEmpty()
                ? Optional.empty()
                : switch (form) {
                    case CHOICE -> Optional.of(id + ":" + value);
                    case YES_NO -> value.equals("true") ? Optional.of(id + ":yes") : Optional.empty();
                    case CERTIFICATE, TEXT, MONEY -> Optional.of(id + ":yes");
                };
    }

    /** The same choice of the words that a pack has. */
    Attribute with(Map<String, Text> words) {
        var others = words.entrySet().stream().map(one -> new Option(one.getKey(), one.getValue()));
        return new Attribute(id, label, form, open, filters, others.toList());
    }

    public Text optionLabel(String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(Option::label)
                .orElse(Text.of(code, code));
    }
}
