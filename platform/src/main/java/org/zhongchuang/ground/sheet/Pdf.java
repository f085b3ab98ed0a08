package org.zhongchuang.ground.sheet;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;

/** Prints a page of well-formed HTML; its style names the font {@code Noto}, which knows Chinese. */
public final class Pdf {

    private Pdf() {}

    /** Prints a page after putting escaped values in the place of {@code {name}}. */
    public static void write(String page, Map<String, String> values, OutputStream out) throws IOException {
        var filled = page;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", HtmlUtils.htmlEscape(value.getValue(), "UTF-8"));
        }
        new PdfRendererBuilder()
                .useFont(
                        () -> Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/NotoSansSC_400Regular.ttf")),
                        "Noto")
                .withHtmlContent(filled, null)
                .toStream(out)
                .run();
    }
}
