package org.zhongchuang.records.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.RecordKind;

/**
 * An upload of many rows: read first, kept when its sender says so, undone as a whole.
 *
 * @param rows how many rows it has, headings left out
 * @param good how many of them can be kept
 * @param done how many have been dealt with
 * @param kept how many were kept; the others were there already or their unit was taken
 * @param findings what is to be said of the table and of its rows, the first ones
 * @param question what must be answered before it can be kept: {@code UNIT}, {@code COLUMNS}, or nothing
 */
public record Batch(
        UUID id,
        SubjectId space,
        RecordKind kind,
        String name,
        State state,
        int rows,
        int good,
        int done,
        int kept,
        List<Finding> findings,
        String question,
        Instant sentAt) {

    public Batch {
        findings = List.copyOf(findings);
    }

    /** How far it has come. */
    public enum State {
        READ("待确认", "To be confirmed"),
        RUNNING("导入中", "Running"),
        DONE("已导入", "Done"),
        FAILED("未导入", "Failed"),
        UNDONE("已撤销", "Undone"),
        DROPPED("已放弃", "Dropped");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    public int wrong() {
        return rows - good;
    }
}
