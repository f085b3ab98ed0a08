package org.zhongchuang.ground.search;

import java.util.Optional;
import org.zhongchuang.engine.Text;

/**
 * One thing that was found.
 *
 * @param exact whether it is the very thing that was asked for, by its number or its whole name
 */
public record Hit(Text title, Text note, String address, boolean exact) {

    /** A thing with a name of its own, which is the same in both languages. */
    public static Hit named(Words words, String name, Optional<String> code, Text note, String address) {
        return new Hit(
                Text.of(name, name),
                note,
                address,
                words.are(name) || code.filter(words::are).isPresent());
    }
}
