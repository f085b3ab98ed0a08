package org.zhongchuang.records.keeping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Preview;

/**
 * A row of a table of firms and teams as it was read, and what is to become of it.
 *
 * @param number as the spreadsheet counts
 * @param entry what would be entered; null where the row is wrong
 * @param others the entries it may be the same as, or the one that has its code
 * @param wrong what is wrong with the row as a whole
 */
public record FirmRow(
        int number,
        List<Preview.Cell> cells,
        State state,
        EnterSubject.@Nullable Entry entry,
        List<Other> others,
        @Nullable Text wrong) {

    public FirmRow {
        cells = List.copyOf(cells);
        others = List.copyOf(others);
    }

    /** What a row comes to. */
    public enum State {
        /** It is entered. */
        NEW,
        /** Its code is on the register; nothing is entered. */
        KNOWN,
        /** Something has nearly its name: somebody says whether it is the same. */
        ASKED,
        /** It cannot be entered as it is. */
        WRONG
    }

    /**
     * Something on the register, or in an earlier row, that the row may be the same as.
     *
     * @param entry the entry; empty for an earlier row
     */
    public record Other(String name, Optional<String> code, Optional<SubjectId> entry) {}
}
