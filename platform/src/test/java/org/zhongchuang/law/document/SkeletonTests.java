package org.zhongchuang.law.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;

/** The beginning of a pack that a document becomes. */
class SkeletonTests {

    private static PolicyPack pack(String text) {
        var files = new HashMap<>(
                Skeleton.of(ReadDocument.of(text), Optional.empty()).files());
        files.remove("CHANGES.md");
        return PackReader.read(files);
    }

    @Test
    void aDocumentOfPartsBecomesAPackThatTheCheckAccepts() {
        var pack = pack(Texts.jiaxing());

        assertThat(PackCheck.problemsOf(pack)).allMatch(Flaw::warning);
        assertThat(pack.id()).isEqualTo("jia-zheng-ban-fa-2015-90");
        assertThat(pack.document().number()).isEqualTo("嘉政办发〔2015〕90号");
        assertThat(pack.document().issued()).isEqualTo("2015-12-01");
        assertThat(pack.document().bases())
                .extracting(one -> one.number())
                .containsExactly("国办发〔2015〕9号", "浙政办发〔2015〕79号");
        assertThat(pack.parts()).extracting(one -> one.id()).containsExactly("序", "一", "二", "三", "四", "五", "六");
        assertThat(pack.clauses())
                .extracting(Clause::id)
                .contains("一(一)", "三(四)", "五(七)")
                .hasSize(25);
    }

    @Test
    void aDocumentOfArticlesBecomesAPackThatTheCheckAccepts() {
        var pack = pack(Texts.ARTICLES);

        assertThat(PackCheck.problemsOf(pack)).allMatch(Flaw::warning);
        assertThat(pack.document().effectiveFrom()).isEqualTo(LocalDate.of(2020, 4, 1));
        assertThat(pack.parts()).extracting(one -> one.id()).containsExactly("序", "第一章", "第二章", "附件1", "附件2");
        assertThat(pack.clauses())
                .extracting(Clause::id)
                .containsExactly("第一条", "第二条", "第三条", "第四条", "第五条", "附件1·一", "附件1·二");
        assertThat(pack.clauses().get(2).items()).extracting(one -> one.id()).containsExactly("第三条-1", "第三条-2");
    }

    @Test
    void articlesAndClausesWithoutPartsStandInOneForTheWholeText() {
        for (var text : List.of(
                "测政发〔2020〕1号\n测试市办法\n第一条 为了测试。\n第二条 自2020年1月1日起施行。\n测试市政府\n2020年1月1日",
                "测政发〔2020〕1号\n测试市措施\n（一）做这件事。\n（二）做那件事。\n测试市政府\n2020年1月1日",
                "测政发〔2020〕1号\n测试市措施\n1.做这件事。\n2.做那件事。\n测试市政府\n2020年1月1日")) {
            assertThat(PackCheck.problemsOf(pack(text))).as(text).allMatch(Flaw::warning);
            assertThat(pack(text).parts()).extracting(one -> one.id()).containsExactly("全文");
            assertThat(pack(text).clauses()).hasSize(2);
        }
    }

    @Test
    void whatOnlyPeopleKnowIsAskedByTheCheck() {
        assertThatThrownBy(() -> pack("一、目标\n（一）做\"这件\"事\\。"))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("pack.yaml");
    }

    @Test
    void theFolderIsPackedUnderItsName() throws IOException {
        var skeleton = Skeleton.of(ReadDocument.of(Texts.jiaxing()), Optional.of("my-pack"));
        var found = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(skeleton.zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }

        assertThat(found).hasSameSizeAs(skeleton.files()).containsKeys("my-pack/pack.yaml", "my-pack/clauses/00.yaml");
        assertThat(found.get("my-pack/pack.yaml")).contains("pack: my-pack", "areas: []");
        assertThat(skeleton.zip()).isEqualTo(skeleton.zip());
    }
}
