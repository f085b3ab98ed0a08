package org.zhongchuang.procedure.worklist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.CaseFile;

/**
 * In which order a list of cases stands. What is equal stands by its number, so that each page begins where the one
 * before ended.
 *
 * @param down the last first
 */
public record Order(By by, boolean down) {

    /** In whose place a case without a day stands. */
    static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    /** What a list is put in order by. */
    public enum By {
        DUE("期限", "Due", "coalesce(c.due_on, date '9999-12-31')", row -> due(row.file())),
        FILED("申报日期", "Filed on", "c.filed_on", row -> String.valueOf(row.file().filedOn())),
        NUMBER("编号", "Number", "c.number", row -> row.file().caseNumber()),
        NAME("申报对象", "Subject", "c.space_name", row -> row.file().subjectName()),
        PROGRAMME("事项", "Programme", "c.programme", row -> row.file().programme()),
        APPLICANT("申报人", "Applicant", "c.operator_name", row -> row.file().applicantName()),
        AREA("区域", "Area", "c.area", row -> row.file().area()),
        TURN("轮到我的在前", "Mine to act on first", """
                case when c.holder = 'OPERATOR' then '0' || coalesce(c.due_on, date '9999-12-31')
                     when c.holder is not null then '1' || coalesce(c.due_on, date '9999-12-31')
                     else '2' || to_char(date '9999-12-31' - c.filed_on, 'FM0000000') end""", row -> turn(row.file())),
        STEP("步骤", "Step", "c.step_id", row -> row.file().stepId()),
        HANDLER(
                "承办人",
                "Handled by",
                "coalesce(p.name, '')",
                row -> row.handler().orElse(""));

        private final Text label;
        private final String column;
        private final Function<Listed, String> key;

        By(String zh, String en, String column, Function<Listed, String> key) {
            this.label = Text.of(zh, en);
            this.column = column;
            this.key = key;
        }

        public Text label() {
            return label;
        }

        /** The word for it in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is an order by which an applicant looks at what is theirs, and nobody else. */
        public boolean isOfApplicant() {
            return this == TURN;
        }

        boolean isDay() {
            return this == DUE || this == FILED;
        }
    }

    /** As a list stands where nobody asks for an order: all cases newest first, what waits due first. */
    public static Order usual(boolean all) {
        return all ? new Order(By.FILED, true) : new Order(By.DUE, false);
    }

    /** What stands in an address: a word, with a minus before it for the last first; empty where it is none. */
    static Optional<Order> read(@Nullable String word) {
        var asked = Objects.requireNonNullElse(word, "");
        var down = asked.startsWith("-");
        return Stream.of(By.values())
                .filter(by -> by.word().equals(down ? asked.substring(1) : asked))
                .findFirst()
                .map(by -> new Order(by, down));
    }

    /** What the order is called. */
    public Text label() {
        if (by.isOfApplicant()) {
            return by.label;
        }
        var way = by.isDay()
                ? down ? Text.of("晚的在前", "latest first") : Text.of("早的在前", "earliest first")
                : down ? Text.of("倒序", "backwards") : Text.of("顺序", "in order");
        return Text.of(by.label.zh() + "，" + way.zh(), by.label.en() + ", " + way.en());
    }

    /** The word for it in an address. */
    public String word() {
        return (down ? "-" : "") + by.word();
    }

    /** The order that the heading of a column leads to: by this column, or turned round where it is so already. */
    public Order towards(By column) {
        return new Order(column, by == column && !down);
    }

    String sql() {
        var way = down ? " desc" : "";
        return by == By.NUMBER ? "c.number" + way : by.column + way + ", c.number" + way;
    }

    /** What comes after the row with the key {@code :key} and the number {@code :last}. */
    String after() {
        return "(%s, c.number) %s (%s, :last)"
                .formatted(by.column, down ? "<" : ">", by.isDay() ? "cast(:key as date)" : ":key");
    }

    /** Where a row stands: its key and its number. */
    String place(Listed row) {
        return by.key.apply(row) + "~" + row.file().caseNumber();
    }

    /**
     * What waits for the applicant by its day, then what an office has by its day, then what has ended, the newest
     * first.
     */
    private static String turn(CaseFile file) {
        if (file.holder() != null) {
            return (file.holder() == Role.OPERATOR ? "0" : "1") + due(file);
        }
        var filed = Objects.requireNonNullElse(file.filedOn(), NO_DAY);
        return "2%07d".formatted(ChronoUnit.DAYS.between(filed, NO_DAY));
    }

    private static String due(CaseFile file) {
        return String.valueOf(Objects.requireNonNullElse(file.dueOn(), NO_DAY));
    }
}
