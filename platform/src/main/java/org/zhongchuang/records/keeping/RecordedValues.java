package org.zhongchuang.records.keeping;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Attribute;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Vocabulary;

/** What the record of acts writes of a finding: the attribute with the value that it had, and the one that it has. */
@Component
class RecordedValues implements Coded {

    private static final Pattern VALUE = Pattern.compile("([a-z0-9_]+)=(.*)");

    private final Policies policies;

    RecordedValues(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Optional<Text> word(String act, String code) {
        var value = VALUE.matcher(code);
        return act.equals("register.record") && value.matches()
                ? attribute(value.group(1), value.group(2)).map(one -> words(one, value.group(2)))
                : Optional.empty();
    }

    /** Several kinds of subject may have one of that name; that whose choice has the value comes first. */
    private Optional<Attribute> attribute(String id, String value) {
        var pack = policies.current();
        var named = Stream.of(SubjectKind.values())
                .flatMap(kind -> Vocabulary.of(kind, pack).stream())
                .filter(one -> one.id().equals(id))
                .toList();
        return named.stream()
                .filter(one ->
                        one.options().stream().anyMatch(option -> option.code().equals(value)))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static Text words(Attribute attribute, String value) {
        return value.isEmpty()
                ? Text.of("空", "nothing")
                : switch (attribute.form()) {
                    case CHOICE -> attribute.optionLabel(value);
                    case YES_NO -> value.equals("true") ? Text.of("是", "yes") : Text.of("否", "no");
                    case MONEY -> {
                        var yuan = new Fen(Long.parseLong(value)).yuan();
                        yield Text.of(yuan + "元", yuan + " yuan");
                    }
                    case TEXT, CERTIFICATE -> Text.of(value, value);
                };
    }
}
