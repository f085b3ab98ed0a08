package org.zhongchuang.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhongchuang.command.Commands.BadInput;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
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
            facts.put(fact.id(), value(fact, entry.getValue()));
        });
        return facts;
    }

    private static FactValue value(Fact fact, JsonNode node) {
        switch (fact.kind()) {
            case YES_NO -> {
                if (node.isBoolean()) {
                    return new FactValue.YesNo(node.booleanValue());
                }
                throw new BadInput(fact.id() + "：true 或 false / true or false");
            }
            case NUMBER -> {
                var text = node.isNumber()
                        ? node.decimalValue().toPlainString()
                        : node.isString() ? node.stringValue() : "";
                if (text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
                    return new FactValue.Quantity(new BigDecimal(text));
                }
                throw new BadInput(
                        fact.id() + "：数字 / a number (" + fact.unit().label().zh() + ")");
            }
        }
        throw new IllegalStateException("a fact of a kind nobody knows: " + fact);
    }
}
