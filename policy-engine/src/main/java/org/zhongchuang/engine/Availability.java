package org.zhongchuang.engine;

/** What this product does for an item of the document, as its programmes and targets show. */
public enum Availability {
    /** Somebody can file for it. */
    FILED("可以办", "apply here"),
    /** It is a number that is counted from the registers. */
    COUNTED("可以查", "counted here"),
    /** Its rules can be tried; filing is elsewhere or not built. */
    TRIED("可以算", "work it out"),
    /** It can be read, and what it speaks of can be looked up. */
    READ("可以看", "look it up"),
    PLANNED("建设中", "planned");

    private final Text label;

    Availability(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    static Availability of(PolicyPack pack, Item item) {
        var programmes = pack.programmes().values().stream()
                .filter(one -> one.clauses().contains(item.id()) && !one.internal())
                .toList();
        if (programmes.stream().anyMatch(one -> one.procedure().isPresent())) {
            return FILED;
        }
        if (pack.targets().stream().anyMatch(one -> one.clause().equals(item.id()))) {
            return COUNTED;
        }
        if (!programmes.isEmpty()) {
            return TRIED;
        }
        return item.state() == Item.State.USABLE ? READ : PLANNED;
    }
}
