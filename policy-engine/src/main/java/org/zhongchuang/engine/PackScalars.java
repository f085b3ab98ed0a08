package org.zhongchuang.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhongchuang.engine.formula.Formula;
import org.zhongchuang.engine.formula.Source;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** How formulas and values of facts stand in the files of a pack. */
final class PackScalars {

    private PackScalars() {}

    static final class OfFormula extends StdDeserializer<Formula> {

        OfFormula() {
            super(Formula.class);
        }

        @Override
        public Formula deserialize(JsonParser parser, DeserializationContext context) {
            return Formula.parse(source(parser, context));
        }
    }

    private static Source source(JsonParser parser, DeserializationContext context) {
        var place = parser.currentTokenLocation();
        return source(
                parser.getValueAsString(""),
                String.valueOf(context.getAttribute(PackReader.FILE)),
                String.valueOf(context.getAttribute(PackReader.TEXT)),
                place.getLineNr(),
                place.getColumnNr());
    }

    /** Where the characters of a formula stand: after a quote, or below the sign of a block. */
    static Source source(String formula, String file, String text, int line, int column) {
        var lines = text.split("\\R", -1);
        var sign =
                line <= lines.length && column <= lines[line - 1].length() ? lines[line - 1].charAt(column - 1) : ' ';
        return switch (sign) {
            case '"', '\'' -> new Source(formula, file, line, column + 1);
            case '|', '>' -> {
                var next = line < lines.length ? lines[line] : "";
                yield new Source(
                        formula,
                        file,
                        line + 1,
                        next.length() - next.stripLeading().length() + 1);
            }
            default -> new Source(formula, file, line, column);
        };
    }

    static final class OfFactValue extends StdDeserializer<FactValue> {

        OfFactValue() {
            super(FactValue.class);
        }

        @Override
        public FactValue deserialize(JsonParser parser, DeserializationContext context) {
            var token = parser.currentToken();
            if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                return new FactValue.YesNo(token == JsonToken.VALUE_TRUE);
            }
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                return new FactValue.Quantity(parser.getDecimalValue());
            }
            if (token == JsonToken.VALUE_STRING) {
                return word(parser.getString());
            }
            if (token == JsonToken.START_ARRAY) {
                var rows = new ArrayList<Map<String, FactValue>>();
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    var row = new LinkedHashMap<String, FactValue>();
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        var name = parser.currentName();
                        parser.nextToken();
                        row.put(name, deserialize(parser, context));
                    }
                    rows.add(row);
                }
                return new FactValue.Rows(rows);
            }
            return context.reportInputMismatch(this, "a fact is a number, true or false, a day, a text or a list");
        }

        private static FactValue word(String text) {
            try {
                return new FactValue.Day(LocalDate.parse(text));
            } catch (DateTimeParseException _) {
                return new FactValue.Word(text);
            }
        }
    }
}
