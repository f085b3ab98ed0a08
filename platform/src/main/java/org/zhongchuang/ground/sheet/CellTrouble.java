package org.zhongchuang.ground.sheet;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhongchuang.engine.Text;

/** What a spreadsheet shows in a cell instead of a value: nobody wrote it, so nobody may take it for one. */
public final class CellTrouble {

    /** Stands in a cell whose formula was never worked out by the program that saved the file. */
    static final String NOT_COMPUTED = "#=";

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private static final Set<String> YES_OR_NO = Set.of("TRUE", "FALSE");

    /** How any of them begins. */
    private static final String BEGINNINGS = "#TF-0123456789";

    private static final Pattern CUT = Pattern.compile("-?[0-9](\\.[0-9]+)?E\\+[0-9]{2}");

    private CellTrouble() {}

    /** Why a text is no value that somebody wrote, and what to do about it; empty for every other text. */
    public static Optional<Text> in(String text) {
        if (text.isEmpty() || BEGINNINGS.indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        if (ERRORS.contains(text)) {
            return Optional.of(Text.of(
                    "单元格里是公式的错误值" + text + "，请改正公式或直接填写。",
                    "The cell holds the error " + text + " of a formula; correct the formula or write the value."));
        }
        if (text.equals(NOT_COMPUTED)) {
            return Optional.of(
                    Text.of(
                            "单元格里的公式还没有算出结果，请用Excel或WPS打开、保存后再传。",
                            "The formula in this cell has no result yet; open the file in Excel or WPS, save it and send it again."));
        }
        if (YES_OR_NO.contains(text)) {
            return Optional.of(Text.of(
                    "单元格里是逻辑值" + text + "，请改为要填写的内容。",
                    "The cell holds " + text + ", which is no entry; write the value."));
        }
        if (text.indexOf('+') > 0 && CUT.matcher(text).matches()) {
            return Optional.of(Text.of(
                    "这一格是数字格式，超过15位的数字已被Excel改掉（显示为" + text + "）。请把该列设为“文本”格式后重新填写完整号码。",
                    "The cell is a number, and Excel keeps only 15 digits of it (it shows " + text
                            + "). Format the column as text and write the whole number again."));
        }
        return Optional.empty();
    }
}
