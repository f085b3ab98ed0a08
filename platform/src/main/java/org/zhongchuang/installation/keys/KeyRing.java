package org.zhongchuang.installation.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of one purpose: the first is in use, the others are there for what was made with them. */
public record KeyRing(List<Key> keys) {

    public KeyRing {
        if (keys.isEmpty()) {
            throw new KeysDoNotFit("没有给出密钥。", "No key is given.");
        }
        keys = List.copyOf(keys);
    }

    /** Keys as they stand in a file or in the environment: one per line, or separated by commas. */
    public static KeyRing read(String text) {
        return new KeyRing(Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .map(Key::read)
                .toList());
    }

    /** The one in use. */
    public Key current() {
        return keys.getFirst();
    }

    /** The one that was there first. */
    public Key oldest() {
        return keys.getLast();
    }

    public Optional<Key> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
