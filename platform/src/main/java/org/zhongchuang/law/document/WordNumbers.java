package org.zhongchuang.law.document;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;

/** The numbers that Word itself writes before paragraphs; they stand in no text and are counted here as Word does. */
final class WordNumbers {

    private static final int LEVELS = 9;

    private final XWPFDocument document;
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    WordNumbers(XWPFDocument document) {
        this.document = document;
    }

    /** What Word shows before that paragraph; paragraphs are asked in their order. */
    String before(XWPFParagraph paragraph) {
        return numbering(paragraph)
                .map(numbers -> shown(
                        numbers.getNumId().getVal(),
                        numbers.getIlvl() == null
                                ? 0
                                : numbers.getIlvl().getVal().intValue()))
                .orElse("");
    }

    private Optional<CTNumPr> numbering(XWPFParagraph paragraph) {
        var own = paragraph.getCTP().getPPr();
        if (own != null && own.getNumPr() != null) {
            return Optional.of(own.getNumPr()).filter(one -> one.getNumId() != null);
        }
        if (paragraph.getStyleID() == null || document.getStyles() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(document.getStyles().getStyle(paragraph.getStyleID()))
                .map(style -> style.getCTStyle().getPPr())
                .map(properties -> properties.getNumPr())
                .filter(one -> one.getNumId() != null);
    }

    private String shown(BigInteger id, int level) {
        var numbering = document.getNumbering();
        var list = numbering == null ? null : numbering.getAbstractNumID(id);
        if (list == null || level >= LEVELS) {
            return "";
        }
        var levels = numbering.getAbstractNum(list).getCTAbstractNum().getLvlList();
        if (level >= levels.size() || levels.get(level).getLvlText() == null) {
            return "";
        }
        var counted = counters.computeIfAbsent(list, _ -> new int[LEVELS]);
        counted[level] = counted[level] == 0 ? start(levels.get(level)) : counted[level] + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            counted[below] = 0;
        }
        if (format(levels.get(level)).equals("bullet")) {
            return "";
        }
        var text = Objects.requireNonNullElse(levels.get(level).getLvlText().getVal(), "");
        for (int one = 0; one <= level; one++) {
            text = text.replace("%" + (one + 1), written(format(levels.get(one)), Math.max(counted[one], 1)));
        }
        return text.isBlank() ? "" : text + " ";
    }

    private static int start(CTLvl level) {
        return level.getStart() == null ? 1 : level.getStart().getVal().intValue();
    }

    private static String format(CTLvl level) {
        return level.getNumFmt() == null
                ? "decimal"
                : level.getNumFmt().getVal().toString();
    }

    private static String written(String format, int number) {
        var name = format.toLowerCase(Locale.ROOT);
        if (name.contains("counting") || name.startsWith("ideograph") || name.equals("chineselegalsimplified")) {
            return HanNumber.written(number % 1_000);
        }
        if (name.startsWith("decimalenclosedcircle") && number <= 20) {
            return String.valueOf((char) ('①' + number - 1));
        }
        return String.valueOf(number);
    }
}
