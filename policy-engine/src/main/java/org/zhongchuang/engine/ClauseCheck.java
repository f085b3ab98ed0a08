package org.zhongchuang.engine;

import java.util.Optional;
import java.util.stream.Stream;

/** Asks that what a pack says rests on a clause that the document has. */
final class ClauseCheck {

    private final PolicyPack pack;
    private final Flaws flaws;

    ClauseCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    void demand(Where where, String clause) {
        if (!has(clause)) {
            var other = otherWidth(clause);
            flaws.add(
                    where,
                    other.isEmpty() ? "文件没有条款 %s" : "文件没有条款 %s；有 %s，括号全角半角不同",
                    other.isEmpty()
                            ? "it rests on clause %s, which the document does not have"
                            : "it rests on clause %s, which the document does not have; it has %s, with brackets of the other width",
                    clause,
                    other.orElse(""));
        }
    }

    private boolean has(String clause) {
        return pack.item(clause).isPresent() || pack.clause(clause).isPresent();
    }

    /** Brackets of another width are the mistake that nobody sees. */
    private Optional<String> otherWidth(String clause) {
        return Stream.of(
                        clause.replace('（', '(').replace('）', ')'),
                        clause.replace('(', '（').replace(')', '）'))
                .filter(this::has)
                .findFirst();
    }
}
