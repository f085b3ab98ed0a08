package org.zhongchuang.law.wording;

import java.util.List;
import java.util.stream.Stream;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.law.document.ReadDocument;
import org.zhongchuang.law.document.Remark;
import org.zhongchuang.law.wording.TextRecognition.Line;
import org.zhongchuang.law.wording.TextRecognition.Match;
import org.zhongchuang.law.wording.TextRecognition.OtherDocument;
import org.zhongchuang.law.wording.TextRecognition.Recognised;

/** Whether a text is the document of a pack: by its number, and by its clauses where the number was misread. */
final class TextIdentity {

    private TextIdentity() {}

    static TextRecognition recognise(PolicyPack pack, String text) {
        if (text.isBlank()) {
            return no("还没有内容。请粘贴全文，或选择文件。", "There is nothing yet. Paste the document or choose a file.");
        }
        var read = ReadDocument.of(text);
        if (!read.hasStructure()) {
            return no(
                    "没有认出“一、”“（一）”“第一条”“1.”这样的层次。请确认粘贴的是文件全文，而不是摘要或网页片段。",
                    "No structure such as 一、, （一）, 第一条 or 1. was found. Make sure this is the whole document and not a summary.");
        }
        return of(pack, read, TextComparison.of(pack, read));
    }

    private static TextRecognition of(PolicyPack pack, ReadDocument read, List<Line> lines) {
        var wanted = pack.document().number();
        var alike = isAlike(pack, lines);
        if (read.number().isEmpty()) {
            return new OtherDocument(
                    read,
                    alike
                            ? Text.of(
                                    "没有找到文号" + wanted + "。内容像是" + wanted + "，请连同文号一起粘贴。",
                                    "The number " + wanted
                                            + " was not found, but the text seems to be its; paste it together with its number.")
                            : Text.of(
                                    "没有找到文号" + wanted + "。请连同文号一起粘贴。",
                                    "The number " + wanted + " was not found. Paste it together with the text."));
        }
        var number = read.number().get();
        if (DocumentNumber.isSame(number.toString(), wanted)) {
            return new Recognised(read, remarks(pack, read, Stream.empty()), lines);
        }
        var near = DocumentNumber.of(wanted).filter(number::isNearly).isPresent();
        if (near && alike) {
            var misread = new Remark(
                    1,
                    Text.of(
                                    "文号读作{found}，与{wanted}只差一字，内容相符，可能识别有误。请核对。",
                                    "The number reads {found}, one character away from {wanted}, and the text fits: it was probably misread. Please compare.")
                            .with("found", number.toString())
                            .with("wanted", wanted));
            return new Recognised(read, remarks(pack, read, Stream.of(misread)), lines);
        }
        return new OtherDocument(
                read,
                (near
                                ? Text.of(
                                        "这是{found}，不是{wanted}：文号只差一字，但内容不符。",
                                        "This is {found}, not {wanted}: the numbers are one character apart, but the text does not fit.")
                                : Text.of("这是{found}，不是{wanted}。", "This is {found}, not {wanted}."))
                        .with("found", number.toString())
                        .with("wanted", wanted));
    }

    /** More than half of the clauses of the pack have their heading in the text. */
    private static boolean isAlike(PolicyPack pack, List<Line> lines) {
        var found = lines.stream()
                .filter(line -> line.match() == Match.MATCHED || line.match() == Match.OTHER_FIGURES)
                .filter(line ->
                        pack.clauses().stream().anyMatch(clause -> clause.id().equals(line.id())))
                .count();
        return found > 0 && 2 * found > pack.clauses().size();
    }

    private static List<Remark> remarks(PolicyPack pack, ReadDocument read, Stream<Remark> first) {
        var document = pack.document();
        var title = read.title().isEmpty()
                        || plain(read.title()).equals(plain(document.title().zh()))
                ? Stream.<Remark>empty()
                : Stream.of(differs(
                        "标题", "The title", read.title(), document.title().zh()));
        var issuer = read
                .issuer()
                .filter(one -> !plain(one).equals(plain(document.issuer().zh())))
                .map(one -> differs("发文机关", "The issuer", one, document.issuer().zh()))
                .stream();
        var issued = document.issued();
        var day = read
                .day()
                .filter(one -> issued != null && !one.equals(issued))
                .map(one -> differs("成文日期", "The day", one.toString(), String.valueOf(issued)))
                .stream();
        return Stream.of(first, title, issuer, day, read.remarks().stream())
                .flatMap(one -> one)
                .toList();
    }

    private static Remark differs(String zh, String en, String here, String there) {
        return new Remark(
                1,
                Text.of(
                        "%s不同：文本中是“%s”，政策包中是“%s”。".formatted(zh, here, there),
                        "%s differs: “%s” in the text, “%s” in the pack.".formatted(en, here, there)));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s《》〈〉“”\"（）()]", "");
    }

    private static TextRecognition no(String zh, String en) {
        return new TextRecognition.NotRecognised(Text.of(zh, en));
    }
}
