package org.zhongchuang.records.table;

import java.util.ArrayList;
import java.util.List;
import org.zhongchuang.engine.Text;

/**
 * One thing that is written down in rows of a kind.
 *
 * @param field where it is kept
 * @param required whether a row needs it
 * @param options the values it may have; any where empty
 */
public record Column(Field field, Text label, boolean required, List<Option> options) {

    public Column {
        options = List.copyOf(options);
    }

    /** Where a value is kept, and with that its form. */
    public enum Field {
        /** The tenant: a team or firm of this space. */
        SUBJECT,
        /** The tenant's code, if it is a firm. */
        CODE,
        /** When the firm was registered. */
        FOUNDED,
        DAY,
        UNTIL,
        PARTY,
        TITLE,
        UNIT,
        CLASS,
        REFERENCE,
        AMOUNT,
        QUANTITY,
        NUMBER;

        /** Whether it is kept as it was written, full-width signs included. */
        public boolean isWord() {
            return switch (this) {
                case SUBJECT, PARTY, TITLE, REFERENCE -> true;
                default -> false;
            };
        }

        /** Whether it is a number of something, which stands at the right of its column. */
        public boolean isCounted() {
            return this == AMOUNT || this == QUANTITY || this == NUMBER;
        }

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One value of a choice. */
    public record Option(String code, Text label) {}

    static Column of(Field field, String zh, String en, boolean required, String... options) {
        var all = new ArrayList<Option>();
        for (var line : options) {
            var parts = line.split(":", 3);
            all.add(new Option(parts[0], Text.of(parts[1], parts[2])));
        }
        return new Column(field, Text.of(zh, en), required, all);
    }

    public Text optionLabel(String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(Option::label)
                .orElse(Text.of(code, code));
    }
}
