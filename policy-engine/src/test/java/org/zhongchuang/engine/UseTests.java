package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack says what its programmes are for; the program knows none of them by name. */
class UseTests {

    private static final PolicyPack PACK = PackReader.read(Packs.jiaxing());

    private static List<String> problems(String file, String text, String instead) {
        var files = new TreeMap<>(Packs.jiaxing());
        assertThat(Objects.requireNonNull(files.get(file))).contains(text);
        files.computeIfPresent(file, (_, whole) -> whole.replace(text, instead));
        return Flaw.placed(PackCheck.problemsOf(PackReader.read(files)), files).stream()
                .map(Flaw::said)
                .toList();
    }

    @Test
    void theJiaxingPackSaysWhatItsProgrammesAreFor() {
        assertThat(PACK.use(Programme.Use.RECOGNITION).orElseThrow().id()).isEqualTo("space-recognition");
        assertThat(PACK.levels())
                .extracting(Programme::id)
                .containsExactly("space-recognition", "provincial-evaluation", "national-filing", "state-incubator");
        var match = PACK.programme("award-match");
        assertThat(match.restsOn(Ground.Source.HIGHER_AWARDS)).isTrue();
        assertThat(Objects.requireNonNull(match.ground()).told(Map.of("amount", "5", "level", "state", "other", "x")))
                .containsOnly(Map.entry("upstream_amount", "5"), Map.entry("upstream_level", "state"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            programmes/prize-project.yaml | use: project | use: recognition | more than one programme has the use recognition
            programmes/event-support.yaml | { registered_before: registered_before } | { early: registered_before } | tells registered_before, not early
            programmes/event-support.yaml | { registered_before: registered_before } | { registered_before: nothing_known } | nothing_known from its ground, which is no fact
            assessment.yaml | programme: assessment-grade | programme: no-such | the assessment grades by no-such, which is no programme
            assessment.yaml | score: assessment_score | score: no_such | the assessment grades by no_such, which is no fact
            """)
    void whatAPackSaysOfItsProgrammesIsChecked(String file, String text, String instead, String told) {
        assertThat(problems(file, text, instead))
                .anyMatch(problem -> problem.contains(told) && problem.startsWith(file + ":"));
    }

    @Test
    void headingsStandAsTheDocumentPrintsThem() {
        var clause = new Clause("五(二)", Text.of("构建", "Build"), Text.of("", ""), List.of());
        var part = new Part("五", Text.of("支持", "Support"), List.of(), List.of(clause));
        assertThat(part.ordinal() + part.ordinal(clause)).isEqualTo("五、(二)");
        var article = new Clause("第五条", Text.of("补贴", "Support"), Text.of("", ""), List.of());
        var chapter = new Part("第二章", Text.of("资金", "Money"), List.of(), List.of(article));
        assertThat(chapter.ordinal() + chapter.ordinal(article)).isEqualTo("第二章 第五条");
        assertThat(new Part("序", Text.of("导言", "Preamble"), List.of(), List.of()).ordinal())
                .isEmpty();
    }
}
