package org.zhongchuang.records.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Spoken;
import org.zhongchuang.law.policy.Policies;

/** What is left of a name when two are compared: two that have it in common may be the same. */
@Component
public record Likeness(Policies policies) {

    /** What names of firms have in common says nothing about whose they are. */
    private static final Pattern COMMON =
            Pattern.compile("有限责任公司|股份有限公司|有限公司|分公司|公司|合伙企业|有限合伙|（.*?）|\\(.*?\\)|[\\s·•\\-—,，.。“”\"'&]");

    /** The sound of what is particular in a name, without spaces. */
    public String of(String name) {
        var particular =
                COMMON.matcher(places().matcher(name.strip()).replaceAll("")).replaceAll("");
        return Spoken.syllables(particular.isEmpty() ? name : particular).replace(" ", "");
    }

    /** The names of the city and of its province, with or without the word for what they are. */
    private Pattern places() {
        var pack = policies.current();
        return Pattern.compile(Stream.concat(
                        Optional.ofNullable(pack.names().province()).map(Text::zh).stream(),
                        Stream.of(pack.areas().getFirst().name().zh()))
                .map(place -> Pattern.quote(place.replaceFirst("[省市]$", "")) + "[省市]?")
                .collect(Collectors.joining("|")));
    }
}
