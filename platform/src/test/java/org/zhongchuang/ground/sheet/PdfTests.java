package org.zhongchuang.ground.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.ground.kernel.PlainForm;

/** Names on papers: every character is printed, or the paper is not given out. */
class PdfTests {

    private static final String PAGE =
            "<html><head><style>body { font-family: 'Noto', 'Hana'; }</style></head><body><p>{name}</p></body></html>";

    private static ByteArrayOutputStream printed(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        Pdf.write(PAGE, Map.of("name", name), out);
        return out;
    }

    /** What a reader copies: a radical that has the shape of a character stands for it. */
    private static String textOf(String name) throws IOException {
        try (var paper = Loader.loadPDF(printed(name).toByteArray())) {
            return PlainForm.narrow(new PDFTextStripper().getText(paper).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "演示·䶮𠮷𬭎喆镕㙍创新工场",
                "演示·\uD842\uDF9F\uD868\uDFFA（\uD84C\uDE85）",
                "阿卜杜拉·买买提 & <b>",
            })
    void everyCharacterOfANameIsPrinted(String name) throws IOException {
        assertThat(textOf(name)).isEqualTo(PlainForm.narrow(name));
    }

    @Test
    void theSecondFontIsPutIntoAPaperOnlyWhereItIsNeeded() throws IOException {
        assertThat(printed("演示·普通").size()).isLessThan(40_000);
        try (var paper = Loader.loadPDF(printed("演示·普通").toByteArray())) {
            assertThat(paper.getPage(0).getResources().getFontNames()).hasSize(1);
        }
        try (var paper = Loader.loadPDF(printed("演示·𠮷").toByteArray())) {
            assertThat(paper.getPage(0).getResources().getFontNames()).hasSize(2);
        }
    }

    @Test
    void aCharacterOfAnOldEncodingIsPrintedAsTheOneItStandsForAndWhatHasNoShapeIsLeftOut() throws IOException {
        assertThat(textOf("演示·\uF979\u200B城\uDB40\uDD00")).isEqualTo("演示·凉城");
    }

    @Test
    void aPaperWithACharacterThatNoFontDrawsIsNotGivenOut() {
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Pdf.write(PAGE, Map.of("name", "演示·🦄工场"), out))
                .isInstanceOfSatisfying(
                        Unprintable.class, paper -> assertThat(paper.why().zh()).contains("🦄", "U+1F984"));
        assertThat(out.size()).isZero();
    }
}
