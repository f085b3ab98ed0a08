package org.zhongchuang.installation.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a data folder and a database are for. Decided at their first start, and never changed. */
public enum Mode {
    /** A demonstration: invented people with public passwords, a clock that can be pushed. */
    DEMO,
    /** Production: real people, real money. */
    SERVE;

    /** The word by which command line, folder and database call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /**
     * Lets nobody take what the other made.
     *
     * @param zh the folder or the database, as its owner knows it
     * @param made what made it
     */
    void mayTake(String zh, String en, Mode made) {
        if (this != made) {
            throw new CannotStart(
                    "%s是由 %s 建立的，%s 不会使用它；没有做任何改动。".formatted(zh, made.word(), word()),
                    "The %s was made by %s, so %s does not use it; nothing was changed."
                            .formatted(en, made.word(), word()));
        }
    }
}
