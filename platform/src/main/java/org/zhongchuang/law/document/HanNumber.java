package org.zhongchuang.law.document;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Whole numbers in Chinese figures, such as 二十二, 一百零五, 二〇一五 and 三百万. */
final class HanNumber {

    /** The characters that numbers of clauses are written in. */
    static final String DIGITS = "一二三四五六七八九十百千零〇○两";

    private static final String ONES = "零一二三四五六七八九";

    private HanNumber() {}

    static OptionalLong read(String written) {
        var plain = written.replace('〇', '零').replace('○', '零').replace('两', '二');
        if (plain.isEmpty() || plain.length() > 15) {
            return OptionalLong.empty();
        }
        return plain.chars().allMatch(one -> ONES.indexOf(one) >= 0) ? digits(plain) : counted(plain);
    }

    /** The digits after a point, each by itself and those that are nothing too; empty where one of them is no digit. */
    static Optional<String> decimals(String written) {
        var plain = written.replace('〇', '零').replace('○', '零').replace('两', '二');
        return plain.chars().allMatch(one -> ONES.indexOf(one) >= 0)
                ? Optional.of(plain.chars()
                        .mapToObj(one -> Integer.toString(ONES.indexOf(one)))
                        .collect(Collectors.joining()))
                : Optional.empty();
    }

    /** Digit after digit, as years are written. */
    private static OptionalLong digits(String plain) {
        var value = 0L;
        for (int i = 0; i < plain.length(); i++) {
            value = value * 10 + ONES.indexOf(plain.charAt(i));
        }
        return OptionalLong.of(value);
    }

    private static OptionalLong counted(String plain) {
        var all = 0L;
        var section = 0L;
        var digit = -1L;
        for (int i = 0; i < plain.length(); i++) {
            var one = plain.charAt(i);
            var unit = unit(one);
            if (ONES.indexOf(one) >= 0) {
                digit = ONES.indexOf(one);
            } else if (unit == 0) {
                return OptionalLong.empty();
            } else if (unit >= 10_000) {
                section += Math.max(digit, 0);
                all = unit == 10_000 ? all + section * unit : (all + section) * unit;
                section = 0;
                digit = -1;
            } else {
                section += (digit <= 0 ? 1 : digit) * unit;
                digit = -1;
            }
        }
        return OptionalLong.of(all + section + Math.max(digit, 0));
    }

    private static long unit(char one) {
        return switch (one) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }

    /** How a number from 1 to 999 is written before a clause. */
    static String written(int number) {
        var hundreds = number / 100;
        var tens = number / 10 % 10;
        var ones = number % 10;
        var written = new StringBuilder();
        if (hundreds > 0) {
            written.append(ONES.charAt(hundreds)).append('百');
            written.append(tens == 0 && ones > 0 ? "零" : "");
        }
        if (tens > 0) {
            written.append(tens == 1 && hundreds == 0 ? "" : ONES.substring(tens, tens + 1))
                    .append('十');
        }
        return written.append(ones == 0 ? "" : ONES.substring(ones, ones + 1)).toString();
    }
}
