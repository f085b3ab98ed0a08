package org.zhongchuang.law.edition;

import java.util.List;
import org.zhongchuang.engine.Text;

/**
 * Something of a document that another edition says otherwise.
 *
 * @param id of a clause or an item as printed, or the id of a programme, parameter or list
 * @param what what it is called
 * @param points what of it changed; none where it is new or gone as a whole
 */
public record Change(Kind kind, String id, Text what, How how, List<Point> points) {

    public Change {
        points = List.copyOf(points);
    }

    /**
     * One thing that changed, as it was and as it is; empty where there was or is none.
     *
     * @param formerly what it was called before, where that is not the same; empty otherwise
     * @param isFormula whether it is a rule as it is worked out, for those who work with rules, and not a text to read
     */
    public record Point(Text label, Text formerly, Text before, Text after, boolean isFormula) {}

    /** What can change. */
    public enum Kind {
        CLAUSE("条款", "Clause"),
        PROGRAMME("事项", "Programme"),
        PARAMETER("参数", "Parameter"),
        LIST("清单", "List"),
        TARGET("目标", "Target");

        private final Text label;

        Kind(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** Whether it is a row of values, each of which holds from a day on. */
        boolean isByDay() {
            return this == PARAMETER || this == LIST;
        }
    }

    /** How it changed. */
    public enum How {
        ADDED("新增", "new"),
        CHANGED("修改", "changed"),
        REMOVED("取消", "gone");

        private final Text label;

        How(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
