package org.zhongchuang.engine;

import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.FormulaProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** Why a file of a pack cannot be read, in words of whoever writes packs: where, and what to write there. */
final class ReadingFault {

    private ReadingFault() {}

    /** Where a formula stands and what is wrong with it. */
    static Flaw flaw(FormulaProblem e) {
        return Flaw.at(e.file(), e.line(), e.column(), Text.of(e.zh(), e.en()));
    }

    /** The place in the file, and what to look for. */
    static Flaw told(String file, JacksonException fault) {
        return at(
                file,
                fault.getLocation(),
                fault instanceof StreamReadException
                        ? Text.of(
                                "YAML 写法有误，多半是括号、引号、冒号或缩进",
                                "this is no YAML; look for brackets, quotes, colons or blanks at the start of the line")
                        : Text.of("读不出来", "it cannot be read"));
    }

    /** A second document in a file. */
    static Flaw further(String file, TokenStreamLocation place) {
        return at(
                file,
                place,
                Text.of("一个文件只能有一份内容；删去 --- 及其后面的", "a file holds one document; leave out --- and what follows"));
    }

    private static Flaw at(String file, @Nullable TokenStreamLocation place, Text what) {
        return place == null
                ? Flaw.at(file, 1, 1, what)
                : Flaw.at(file, Math.max(place.getLineNr(), 1), Math.max(place.getColumnNr(), 1), what);
    }
}
