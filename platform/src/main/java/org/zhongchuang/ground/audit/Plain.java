package org.zhongchuang.ground.audit;

/**
 * Makes what came from outside fit to stand in a row: one line, nothing that a terminal or a reader could trip over.
 */
final class Plain {

    private Plain() {}

    /**
     * Control characters and marks that turn the direction of writing become visible; what is too long is cut, and
     * shows it.
     */
    static String text(String raw, int most) {
        var plain = new StringBuilder(Math.min(raw.length(), most));
        for (int i = 0; i < raw.length(); ) {
            var one = raw.codePointAt(i);
            i += Character.charCount(one);
            var shown = isHarmless(one) ? Character.toString(one) : "\\u%04X".formatted(one);
            if (plain.length() + shown.length() > most - 1
                    && (i < raw.length() || plain.length() + shown.length() > most)) {
                return plain.append('…').toString();
            }
            plain.append(shown);
        }
        return plain.toString();
    }

    private static boolean isHarmless(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
