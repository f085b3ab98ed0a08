package org.zhongchuang.installation.keys;

import java.util.Arrays;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/** What a key is for. */
public enum Purpose {
    /** Seals what identifies people: names of objectors, contacts, bank accounts. */
    PERSONAL_DATA("personal-data", Text.of("个人信息", "personal data")),
    /** Recognises a person by a number that is not kept. One for the life of the installation. */
    RECOGNITION("recognition", Text.of("识别同一个人", "recognising a person")),
    /** Signs decisions. */
    DECISIONS("decisions", Text.of("决定签名", "signing decisions"));

    private final String code;
    private final Text label;

    Purpose(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    /** How it is written in the database and on the command line. */
    public String code() {
        return code;
    }

    public Text label() {
        return label;
    }

    /** The purpose that is written so. */
    public static Optional<Purpose> read(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
