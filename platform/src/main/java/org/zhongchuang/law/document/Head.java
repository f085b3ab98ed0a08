package org.zhongchuang.law.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.DocumentNumber;

/** What stands before the text: the letterhead, the number, the title, whom it is addressed to. */
final class Head {

    static final Pattern TITLE =
            Pattern.compile("(意见|通知|办法|规定|细则|方案|决定|批复|公告|通告|条例|措施|规划|计划|规则|政策|标准|指南|目录)(（.{1,8}）)?$");

    private static final Pattern DAY = Pattern.compile(
            "^(\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年\\s*([\\d一二三四五六七八九十]{1,2})\\s*月\\s*([\\d一二三四五六七八九十]{1,3})\\s*日$");
    private static final Pattern LETTERHEAD = Pattern.compile(".*文\\s*件$|^(特急|加急|平急|机密|秘密|内部).*|^签发人.*|^[★☆].*");
    private static final Pattern NOTE = Pattern.compile("^[（(].*[）)]$");
    private static final int LONGEST_TITLE_LINE = 60;

    private final List<Remark> remarks;
    private final List<String> title = new ArrayList<>();
    private Optional<DocumentNumber> number = Optional.empty();
    private boolean open = true;

    Head(List<Remark> remarks) {
        this.remarks = remarks;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    Optional<DocumentNumber> number() {
        return number;
    }

    String title() {
        return String.join("", title);
    }

    /** Takes a line that belongs to the head; false when the text has begun. */
    boolean take(SourceLine line) {
        var text = line.text();
        if (takesNumber(line)) {
            return true;
        }
        if (text.endsWith("：") || text.endsWith(":")) {
            open = false;
            return true;
        }
        if (text.length() > LONGEST_TITLE_LINE || text.endsWith("。")) {
            open = false;
            return false;
        }
        if (!LETTERHEAD.matcher(text).matches() && !NOTE.matcher(text).matches()) {
            title.add(text);
        }
        return true;
    }

    private boolean takesNumber(SourceLine line) {
        var exact = NumberLine.exact(line.text());
        var found = exact.or(() -> NumberLine.likely(line.text()));
        if (found.isEmpty() || number.isPresent()) {
            return found.isPresent();
        }
        number = found;
        if (exact.isEmpty()) {
            remarks.add(Remark.at(
                    line.number(),
                    "文号“%s”可能识别有误，读作%s。请核对。".formatted(line.text(), found.get()),
                    "The number “%s” was probably misread; it is taken as %s. Please compare."
                            .formatted(line.text(), found.get())));
        }
        // What stands above the number is the letterhead, unless it is the title.
        if (title.stream().noneMatch(one -> TITLE.matcher(one).find())) {
            title.clear();
        }
        return true;
    }

    /** The title of a document that was sent with a letter. */
    void retitle(List<String> lines) {
        if (!lines.isEmpty()) {
            title.clear();
            title.addAll(lines);
        }
    }

    static Optional<LocalDate> day(String line) {
        var found = DAY.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(String written) {
        return Character.isDigit(written.charAt(0)) && written.charAt(0) < 0x80
                ? (int) written.chars()
                        .filter(one -> one >= '0' && one <= '9')
                        .mapToLong(one -> one - '0')
                        .reduce(0, (all, one) -> all * 10 + one)
                : (int) HanNumber.read(written).orElse(0);
    }
}
