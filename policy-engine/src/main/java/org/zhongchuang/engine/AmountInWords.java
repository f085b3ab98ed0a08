package org.zhongchuang.engine;

/**
 * An amount in the capital numerals of documents 人民币大写金额, which nobody alters with one stroke.
 *
 * <p>After the rules for bills and settlement vouchers 正确填写票据和结算凭证的基本规定: 整 after 元 and 角, 零 for a gap.
 */
final class AmountInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final int[] TENS = {1, 10, 100, 1_000};
    private static final String[] SECTIONS = {"", "万", "亿", "万亿"};

    private AmountInWords() {}

    /** The words of an amount, from 0 to just below 10^18 fen. */
    static String of(Fen sum) {
        var fen = sum.value();
        if (fen < 0 || fen >= 1_000_000_000_000_000_000L) {
            throw new IllegalArgumentException("no words for " + sum);
        }
        if (fen == 0) {
            return "零元整";
        }
        var yuan = fen / 100;
        var jiao = (int) (fen / 10 % 10);
        var last = (int) (fen % 10);
        var words = new StringBuilder();
        if (yuan > 0) {
            words.append(whole(yuan)).append('元');
        }
        if (jiao > 0) {
            words.append(digit(jiao)).append('角');
        } else if (last > 0 && yuan > 0) {
            words.append('零');
        }
        return last > 0
                ? words.append(digit(last)).append('分').toString()
                : words.append('整').toString();
    }

    /** Sections of four digits, the highest first; a gap inside or between sections is one 零. */
    private static String whole(long yuan) {
        var words = new StringBuilder();
        var gap = false;
        for (int section = 3; section >= 0; section--) {
            var part = (int) (yuan / power(section) % 10_000);
            if (part == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if ((gap || part < 1_000) && !words.isEmpty()) {
                words.append('零');
            }
            gap = false;
            words.append(section(part)).append(SECTIONS[section]);
            if (section == 3 && yuan / power(2) % 10_000 > 0) {
                words.setLength(words.length() - 1);
            }
        }
        return words.toString();
    }

    private static String section(int part) {
        var words = new StringBuilder();
        var gap = false;
        for (int place = 3; place >= 0; place--) {
            var digit = part / TENS[place] % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
            } else {
                if (gap) {
                    words.append('零');
                }
                gap = false;
                words.append(digit(digit)).append(PLACES[place]);
            }
        }
        return words.toString();
    }

    private static long power(int section) {
        var power = 1L;
        for (int i = 0; i < section; i++) {
            power *= 10_000;
        }
        return power;
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }
}
