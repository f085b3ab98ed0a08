package org.zhongchuang.engine.formula;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers and signs as people write them in documents, and what a formula has instead. */
final class WrittenSigns {

    private static final Map<Character, String> PLAIN = Map.ofEntries(
            entry('（', "("),
            entry('）', ")"),
            entry('［', "["),
            entry('］', "]"),
            entry('，', ","),
            entry('、', ","),
            entry('．', "."),
            entry('＞', ">"),
            entry('＜', "<"),
            entry('＝', "="),
            entry('＋', "+"),
            entry('－', "-"),
            entry('−', "-"),
            entry('＊', "*"),
            entry('×', "*"),
            entry('！', "!"),
            entry('＠', "@"),
            entry('％', "%"),
            entry('“', "\""),
            entry('”', "\""),
            entry('≥', ">="),
            entry('≤', "<="),
            entry('≠', "!="));
    private static final Map<Character, Integer> LARGE = Map.of('百', 2, '千', 3, '万', 4, '亿', 8);
    /** Three digits right behind a comma: thousands, or further values that somebody wrote without a blank. */
    private static final Pattern THOUSANDS = Pattern.compile("(,[0-9]{3})+(?![0-9])(\\.[0-9]+)?");

    private static final Pattern WORD = Pattern.compile("[百千万亿]+");
    private static final Pattern WIDE_NUMBER = Pattern.compile("[０-９][０-９．，0-9.,]*[％%]?");

    private WrittenSigns() {}

    static Said hint(char sign) {
        var plain = PLAIN.get(sign);
        return plain == null
                ? Said.NOTHING
                : new Said("（写 " + plain + "，不写 " + sign + "）", " (write " + plain + " instead of " + sign + ")");
    }

    /** Refuses what stands behind the digits of a number and would make it another one. */
    static void demandPlain(String number, Cursor cursor, int start) {
        var thousands = number.matches("[0-9]{1,3}") ? cursor.takeMatch(THOUSANDS) : "";
        if (!thousands.isEmpty()) {
            throw new FormulaProblem(
                    cursor.since(start),
                    "写 %s，不写 %s；如是几个数，逗号后面空一格",
                    "write %s instead of %s; where these are several numbers, put a blank behind each comma",
                    (number + thousands).replace(",", ""),
                    number + thousands);
        }
        var word = cursor.takeMatch(WORD);
        if (!word.isEmpty()) {
            var zeros = word.chars().map(sign -> LARGE.get((char) sign)).sum();
            throw new FormulaProblem(
                    cursor.since(start),
                    "写 %s，不写 %s",
                    "write %s instead of %s",
                    new BigDecimal(number)
                            .movePointRight(zeros)
                            .stripTrailingZeros()
                            .toPlainString(),
                    number + word);
        }
    }

    /** Refuses digits of full width. */
    static void demandNarrow(Cursor cursor, int start) {
        var wide = cursor.takeMatch(WIDE_NUMBER);
        if (!wide.isEmpty()) {
            throw new FormulaProblem(
                    cursor.since(start),
                    "写 %s，不写 %s",
                    "write %s instead of %s",
                    Normalizer.normalize(wide, Normalizer.Form.NFKC).replace(",", ""),
                    wide);
        }
    }
}
