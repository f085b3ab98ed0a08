package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A document that amends another one changes the files that it names and no other. */
class AmendmentTests {

    private static Map<String, String> amending(String id, int month, String removes, Map<String, String> files) {
        var all = new HashMap<>(files);
        all.put("pack.yaml", """
                pack: %s
                document:
                  number: 测试〔2017〕%d号
                  title: { zh: "测试修改", en: "A test of amending" }
                  issuer: { zh: "测试", en: "Test" }
                  issued: 2017-%02d-01
                  effectiveFrom: 2017-%02d-15
                amends: { pack: jiaxing-2015-90, open: better, removes: [%s] }
                """.formatted(id, month, month, month, removes));
        return all;
    }

    private static Amendment amendment(Map<String, String> files) {
        return PackReader.amendment(files).orElseThrow();
    }

    @Test
    void whatItChangesTakesThePlaceAndTheRestStays() {
        var file = "programmes/award-match.yaml";
        var formula = Packs.jiaxing().getOrDefault(file, "").replace("match_ratio", "match_ratio * 2");
        var changes = amending("test-2017-3", 3, "", Map.of(file, formula));

        var after = amendment(changes).applied(Packs.jiaxing(), changes);

        assertThat(after.get(file)).isEqualTo(formula);
        assertThat(after.get("pack.yaml")).isEqualTo(Packs.jiaxing().get("pack.yaml"));
        assertThat(Amendment.in(after)).extracting(Amendment::pack).containsExactly("test-2017-3");
        assertThat(Amendment.in(after).getFirst().open()).isEqualTo(Amendment.Open.BETTER);
        var pack = PackReader.read(after);
        assertThat(pack.id()).isEqualTo("jiaxing-2015-90");
        assertThat(pack.edition()).isNotEqualTo(PackReader.read(Packs.jiaxing()).edition());
        assertThat(pack.programmes())
                .hasSameSizeAs(PackReader.read(Packs.jiaxing()).programmes());
    }

    @Test
    void ofAPartOnlyTheClausesThatItWordsAnewAreChanged() {
        var before = PackReader.read(Packs.jiaxing());
        var clause = before.clauses().getLast();
        var file = Packs.jiaxing().keySet().stream()
                .filter(path -> path.startsWith("clauses/6"))
                .findFirst()
                .orElseThrow();
        var changes = amending("test-2017-3", 3, "", Map.of(file, """
                id: 六
                title: { zh: "强化工作保障", en: "x" }
                clauses:
                  - id: %s
                    title: { zh: "改过的标题", en: "A new heading" }
                    summary: { zh: "改过", en: "changed" }
                """.formatted(clause.id())));

        var after = PackReader.read(amendment(changes).applied(Packs.jiaxing(), changes));

        assertThat(after.clause(clause.id()).orElseThrow().title().zh()).isEqualTo("改过的标题");
        assertThat(after.clauses())
                .extracting(Clause::id)
                .isEqualTo(before.clauses().stream().map(Clause::id).toList());
        assertThat(after.clauses().subList(0, before.clauses().size() - 1))
                .isEqualTo(before.clauses().subList(0, before.clauses().size() - 1));
        assertThat(after.parts().getLast().title())
                .isEqualTo(before.parts().getLast().title());
    }

    @Test
    void severalStandInTheOrderInWhichTheyCameToHold() {
        var later = amending("test-a", 5, "", Map.of());
        var earlier = amending("test-b", 3, "", Map.of());
        var after = amendment(later).applied(amendment(earlier).applied(Packs.jiaxing(), earlier), later);
        assertThat(Amendment.in(after)).extracting(Amendment::pack).containsExactly("test-b", "test-a");
    }

    @Test
    void aFileThatItRemovesIsGoneAndOneThatThereIsNotIsTold() {
        var whole = amending("test-2017-3", 3, "programmes/prize-project.yaml, cases/prize-project.yaml", Map.of());
        assertThat(amendment(whole).applied(Packs.jiaxing(), whole))
                .doesNotContainKeys("programmes/prize-project.yaml", "cases/prize-project.yaml");
        var wrong = amending("test-2017-4", 4, "programmes/no-such.yaml", Map.of());
        assertThatThrownBy(() -> amendment(wrong).applied(Packs.jiaxing(), wrong))
                .isInstanceOf(PackProblem.class)
                .hasMessageMatching("pack.yaml:8:\\d+  .*programmes/no-such.yaml.*");
    }

    @Test
    void aDocumentOfItsOwnAmendsNothing() {
        assertThat(PackReader.amendment(Packs.jiaxing())).isEmpty();
        assertThat(Amendment.in(Packs.jiaxing())).isEqualTo(List.of());
    }
}
