package org.zhongchuang.records.registry;

import org.zhongchuang.engine.Text;

/** Who builds a makerspace. */
public enum Builder {
    FIRM("企业", "Firm"),
    INVESTOR("创业投资机构", "Venture investor"),
    SOCIAL("社会组织", "Social organisation");

    private final Text label;

    Builder(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
