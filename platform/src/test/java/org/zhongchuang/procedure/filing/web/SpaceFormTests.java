package org.zhongchuang.procedure.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhongchuang.PackTexts;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SpaceKind;

/** What a form about a makerspace asks of its kind. */
class SpaceFormTests {

    private static final Pattern KINDS = Pattern.compile("(?m)^  kinds:\\n(    .*\\n)+");

    private final Map<String, Text> mistakes = new HashMap<>();

    /** The pack that ships, with these kinds of makerspace instead of its own. */
    private static PolicyPack having(String kinds) {
        var texts = PackTexts.jiaxing();
        texts.computeIfPresent("pack.yaml", (_, text) -> KINDS.matcher(text).replaceFirst(kinds));
        return PackReader.read(texts);
    }

    private Optional<Space.Profile> read(PolicyPack pack, String kind) {
        mistakes.clear();
        return SpaceForm.read(
                Map.of(
                        "name", "演示·长亭创业园",
                        "openedOn", "2015-01-01",
                        "kind", kind,
                        "builder", "FIRM",
                        "carrier", "OTHER",
                        "area", "330402",
                        "address", "测试路一号"),
                pack,
                LocalDate.of(2016, 6, 1),
                mistakes);
    }

    @Test
    void whereThereIsOneKindOnlyNobodyIsAsked() {
        var pack = having("  kinds:\n    base: { zh: 基地, en: Base }\n");

        assertThat(read(pack, "")).map(Space.Profile::kind).contains(new SpaceKind("BASE", Text.of("基地", "Base")));
    }

    @Test
    void whereThereAreSeveralOneOfThemIsChosen() {
        var pack = having("  kinds:\n    base: { zh: 基地, en: Base }\n    yard_2: { zh: 院子, en: Yard }\n");

        assertThat(read(pack, "YARD_2")).map(one -> one.kind().label().zh()).contains("院子");
        assertThat(read(pack, "")).isEmpty();
        assertThat(mistakes).containsOnlyKeys("kind");
        assertThat(read(pack, "MAKER")).isEmpty();
    }

    @Test
    void aPackThatSaysNothingHasTheFourUsualKinds() {
        assertThat(read(having(""), "MAKER")).map(one -> one.kind().label()).contains(Text.of("创客型", "Maker"));
    }
}
