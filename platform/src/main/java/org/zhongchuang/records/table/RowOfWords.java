package org.zhongchuang.records.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Totals;

/** Rows between and below the data that people write for each other: units, numbers of columns, totals, who made it. */
enum RowOfWords {
    /** No such row: it holds data. */
    NONE(null),
    UNITS(null),
    UNITS_OF_TEN_THOUSANDS(null),
    HEADINGS_AGAIN(null),
    TOTAL(Text.of("合计行，没有读取。", "A row of totals; it was not read.")),
    SIGNATURES(Text.of("填表说明，没有读取。", "A note below the table; it was not read."));

    private static final Pattern UNIT =
            Pattern.compile("\\(?(单位:?)?(元|万元|千元|个|人|人次|家|项|件|次|㎡|m2|平方米|平米|小时|%|年月日|年/月/日|yyyy.*|文本|数字|日期)\\)?");
    private static final Pattern TEN_THOUSANDS = Pattern.compile("\\(?(单位:?)?万元\\)?");
    private static final Pattern SIGNED = Pattern.compile("(填表|制表|审核|复核|填报|单位负责人|负责人|联系人|经办|注|备注|说明|填写说明)[^:]{0,8}:.*");

    private static final int MOST_WORDS_OF_A_NOTE = 4;
    private static final int LONGEST_TOTAL = 8;
    private static final String BEGINNINGS_OF_NOTES = "填制审复单负联经注备说";

    private final @Nullable Text said;

    RowOfWords(@Nullable Text said) {
        this.said = said;
    }

    /** What its sender is told; nothing where nobody would miss it. */
    Optional<Text> said() {
        return Optional.ofNullable(said);
    }

    /**
     * What a row is.
     *
     * @param first whether it stands directly below the headings
     */
    static RowOfWords of(List<String> cells, List<String> headings, boolean first) {
        if (first) {
            var words = words(cells);
            if (words.stream().allMatch(word -> UNIT.matcher(word).matches())) {
                return words.stream()
                                .anyMatch(word -> TEN_THOUSANDS.matcher(word).matches())
                        ? UNITS_OF_TEN_THOUSANDS
                        : UNITS;
            }
            if (areNumbersOfColumns(words)) {
                return UNITS;
            }
        }
        if (isAgain(cells, headings)) {
            return HEADINGS_AGAIN;
        }
        var written = cells.stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
        if (written.length() > LONGEST_TOTAL
                && BEGINNINGS_OF_NOTES.indexOf(written.strip().charAt(0)) < 0) {
            return NONE;
        }
        var word = PlainForm.ofName(written);
        if (Totals.begin(written)) {
            return TOTAL;
        }
        return SIGNED.matcher(word).matches() && words(cells).size() <= MOST_WORDS_OF_A_NOTE ? SIGNATURES : NONE;
    }

    private static List<String> words(List<String> cells) {
        return cells.stream()
                .map(PlainForm::ofName)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean areNumbersOfColumns(List<String> words) {
        return words.size() > 2
                && IntStream.range(0, words.size())
                        .allMatch(at -> words.get(at).replaceAll("[()]", "").equals(String.valueOf(at + 1)));
    }

    /** Where a long table was printed, its headings stand on each page. */
    private static boolean isAgain(List<String> cells, List<String> headings) {
        return !headings.isEmpty()
                && headings.stream().anyMatch(name -> !name.isEmpty())
                && IntStream.range(0, headings.size())
                        .allMatch(
                                at -> headings.get(at).equals(at < cells.size() ? PlainForm.seen(cells.get(at)) : ""));
    }
}
