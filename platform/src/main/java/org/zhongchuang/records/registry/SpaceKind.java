package org.zhongchuang.records.registry;

import org.zhongchuang.engine.Text;

/** The four kinds of makerspace. Documents call three of them 型 and the fourth 类; so do we. */
public enum SpaceKind {
    DEMONSTRATION("示范推进型", "Demonstration"),
    INVESTMENT("投资促进型", "Investment-led"),
    SPECIALISED("专业服务型", "Specialised"),
    MAKER("创客孵化类", "Maker incubation");

    private final Text label;

    SpaceKind(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
