package org.zhongchuang.installation.keys;

import org.zhongchuang.installation.launch.CannotStart;

/** The keys that were given are not those of this city. The message says in both languages what to do. */
public final class KeysDoNotFit extends CannotStart {

    public KeysDoNotFit(String zh, String en) {
        super(zh, en);
    }
}
