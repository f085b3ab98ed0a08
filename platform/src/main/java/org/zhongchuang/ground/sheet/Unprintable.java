package org.zhongchuang.ground.sheet;

import java.util.stream.Collectors;
import org.zhongchuang.engine.Text;

/** A paper that is not given out because a character of it would be missing in print. */
public final class Unprintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String characters;

    Unprintable(String characters) {
        super("no font draws " + characters);
        this.characters = characters;
    }

    /** Which characters, and what to do about it. */
    public Text why() {
        var named = characters
                .codePoints()
                .mapToObj(one -> "%s（U+%04X）".formatted(Character.toString(one), one))
                .collect(Collectors.joining("、"));
        return Text.of(
                "文件里有系统字体印不出的字：" + named + "。为免印错，没有出具。请核对名称；名称无误的，请告诉管理员。",
                "The paper has characters that no font of this system draws: " + named
                        + ". It was not given out rather than printed wrongly. Check the name; if it is right, tell the administrator.");
    }
}
