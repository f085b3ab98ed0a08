package org.zhongchuang.outside.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.outside.command.Commands.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers for machines, and facts from them. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads an object of facts; numbers may be written as numbers or as text. Says which fact is unknown or of the
     * wrong form.
     */
    static Map<String, FactValue> facts(String text, Map<String, Fact> vocabulary) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new BadInput("不是 JSON / not JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadInput("事实写成一个 JSON 对象 / write the facts as one JSON object, such as {\"desks\": 30}");
        }
        var facts = new LinkedHashMap<String, FactValue>();
        node.properties().forEach(entry -> {
            var fact = vocabulary.get(entry.getKey());
            if (fact == null) {
                throw new BadInput("没有这个事实 / no such fact: " + entry.getKey());
            }
            if (!entry.getValue().isNull()) {
                facts.put(fact.id(), value(fact, entry.getValue()));
            }
        });
        return facts;
    }

    private static FactValue value(Fact fact, JsonNode node) {
        return switch (fact.kind()) {
            case YES_NO -> {
                if (node.isBoolean()) {
                    yield new FactValue.YesNo(node.booleanValue());
                }
                throw new BadInput(fact.id() + "：true 或 false / true or false");
            }
            case NUMBER -> number(fact, node);
            case DAY -> {
                try {
                    yield new FactValue.Day(LocalDate.parse(node.isString() ? node.stringValue() : ""));
                } catch (DateTimeException _) {
                    throw new BadInput(fact.id() + "：日期写成 2016-06-01 / write a date as 2016-06-01");
                }
            }
            case CHOICE, TEXT -> {
                if (node.isString()) {
                    yield new FactValue.Word(node.stringValue());
                }
                throw new BadInput(fact.id() + "：文字 / a text");
            }
            case RECORDS -> records(fact, node);
        };
    }

    private static FactValue number(Fact fact, JsonNode node) {
        var text = node.isNumber() ? node.decimalValue().toPlainString() : node.isString() ? node.stringValue() : "";
        if (text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            return new FactValue.Quantity(new BigDecimal(text));
        }
        throw new BadInput(fact.id() + "：数字 / a number"
                + (fact.unit().zh().isEmpty() ? "" : " (" + fact.unit().zh() + ")"));
    }

    private static FactValue records(Fact fact, JsonNode node) {
        if (!node.isArray()) {
            throw new BadInput(fact.id() + "：一组记录 / a list of records");
        }
        var rows = new ArrayList<Map<String, FactValue>>();
        var number = 0;
        for (var one : node) {
            number++;
            if (!one.isObject()) {
                throw new BadInput(fact.id() + " " + number + "：一个对象 / an object");
            }
            var row = new LinkedHashMap<String, FactValue>();
            for (var entry : one.properties()) {
                var field = fact.fields().stream()
                        .filter(candidate -> candidate.id().equals(entry.getKey()))
                        .findFirst()
                        .orElseThrow(() -> new BadInput("没有这个字段 / no such field: " + fact.id() + "." + entry.getKey()));
                row.put(field.id(), value(field, entry.getValue()));
            }
            rows.add(row);
        }
        return new FactValue.Rows(rows);
    }
}
