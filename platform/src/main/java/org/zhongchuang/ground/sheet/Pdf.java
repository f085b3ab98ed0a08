package org.zhongchuang.ground.sheet;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Prints a page of well-formed HTML. Its style names the fonts {@code 'Noto', 'Hana'}: the first knows Chinese, the
 * second the rare characters that the first lacks.
 */
public final class Pdf {

    private static final Pattern TAG = Pattern.compile("<style>.*?</style>|<[^>]*>", Pattern.DOTALL);

    private Pdf() {}

    /**
     * Prints a page after putting escaped values in the place of {@code {name}}.
     *
     * @throws Unprintable if a character has no shape in any font; nothing is written then
     */
    public static void write(String page, Map<String, String> values, OutputStream out) throws IOException {
        var filled = page;
        for (var value : values.entrySet()) {
            filled = filled.replace(
                    "{" + value.getKey() + "}", HtmlUtils.htmlEscape(Fonts.drawable(value.getValue()), "UTF-8"));
        }
        var fonts = fontsOf(HtmlUtils.htmlUnescape(TAG.matcher(filled).replaceAll("")));
        var builder = new PdfRendererBuilder();
        fonts.forEach(font -> builder.useFont(font::open, font.family()));
        builder.withHtmlContent(filled, null).toStream(out).run();
    }

    private static Set<Fonts> fontsOf(String text) {
        var fonts = EnumSet.of(Fonts.NOTO);
        var missing = new StringBuilder();
        text.codePoints()
                .distinct()
                .forEach(character ->
                        Fonts.of(character).ifPresentOrElse(fonts::add, () -> missing.appendCodePoint(character)));
        if (!missing.isEmpty()) {
            throw new Unprintable(missing.toString());
        }
        return fonts;
    }
}
