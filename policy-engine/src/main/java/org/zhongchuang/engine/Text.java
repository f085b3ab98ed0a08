package org.zhongchuang.engine;

/**
 * One thing said in both languages.
 *
 * <p>The two stand side by side wherever words are written, in packs, in code and on pages, so that neither can be
 * forgotten.
 */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    /** Puts {@code value} where {@code {name}} stands, in both languages. */
    public Text with(String name, String value) {
        var slot = "{" + name + "}";
        return new Text(zh.replace(slot, value), en.replace(slot, value));
    }
}
