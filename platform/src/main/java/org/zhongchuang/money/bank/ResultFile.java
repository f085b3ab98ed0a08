package org.zhongchuang.money.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.SheetReader;

/** A file in which a bank says what came of payments: the message pain.002.001.10 of ISO 20022, or a table. */
public final class ResultFile {

    private static final int LEAST_CELLS = 3;

    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_SHOWN = 40;

    private static final Text NO_LINE = Text.of(
            "文件里没有可以识别的行：每行依次是笔号、到账或退票、金额、原因。",
            "No line of the file can be read: each has the payment, 到账 or 退票, the sum, and the reason.");
    private static final Text NO_MESSAGE = Text.of("文件不是完整的 pain.002 报文。", "The file is no whole pain.002 message.");

    private ResultFile() {}

    /** What a bank says of one payment; its reason as far as anybody reads it. */
    public record Result(UUID payment, boolean arrived, Fen fen, String reason) {

        public Result {
            reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
        }
    }

    /** What came of reading a file. */
    public sealed interface Reading {

        record Said(List<Result> results) implements Reading {}

        /** Nothing of it is taken: where in it something is wrong, and what should stand there. */
        record Wrong(Text why) implements Reading {}
    }

    /** What stands in one column of a line. */
    private enum Cell {
        PAYMENT(1, "笔号", "payment", "送出的支付文件里的笔号", "the number of the payment in the file that was sent"),
        RESULT(2, "结果", "result", "“到账”或“退票”", "到账 (arrived) or 退票 (bounced)"),
        SUM(3, "金额", "sum", "以元为单位的金额，例如 20000.00", "a sum in yuan, such as 20000.00");

        private final int column;
        private final Text label;
        private final Text wanted;

        Cell(int column, String zh, String en, String wantedZh, String wantedEn) {
            this.column = column;
            this.label = Text.of(zh, en);
            this.wanted = Text.of(wantedZh, wantedEn);
        }

        private String in(List<String> cells) {
            return cells.size() >= column ? cells.get(column - 1) : "";
        }

        private Text wrong(int line, String said) {
            var shown = said.length() <= LONGEST_SHOWN ? said : said.substring(0, LONGEST_SHOWN) + "…";
            return Text.of(
                    "第%d行第%d列“%s”".formatted(line, column, label.zh())
                            + (said.isEmpty() ? "是空的" : "写的是“" + shown + "”")
                            + "，应为" + wanted.zh() + "。",
                    "Line %d, column %d (%s) ".formatted(line, column, label.en())
                            + (said.isEmpty() ? "is empty" : "says “" + shown + "”")
                            + "; it should be " + wanted.en() + ".");
        }
    }

    /** Reads a result file, pain.002 or a table. */
    public static Reading read(byte[] content) {
        var text = new String(content, UTF_8).replace("\uFEFF", "").strip();
        return text.startsWith("<") ? pain002(text) : table(content);
    }

    /** 笔号,结果(到账/退票),金额,原因 – in a spreadsheet or as text, with or without a title and headings above. */
    private static Reading table(byte[] content) {
        var results = new ArrayList<Result>();
        var wrong = new ArrayList<Text>();
        try {
            SheetReader.read(content, (number, row) -> {
                var cells = row.stream().map(PlainForm::seen).toList();
                var payment = cells.isEmpty() ? Optional.<UUID>empty() : Typed.id(cells.getFirst());
                if (payment.isEmpty()
                        && (results.isEmpty() ? isAbove(cells) : cells.stream().allMatch(String::isEmpty))) {
                    return true;
                }
                wrongIn(payment, cells)
                        .ifPresentOrElse(
                                cell -> wrong.add(cell.wrong(number, cell.in(cells))),
                                () -> results.add(result(payment.orElseThrow(), cells)));
                return wrong.isEmpty();
            });
        } catch (SheetReader.Unreadable _) {
            return new Reading.Wrong(NO_LINE);
        }
        return wrong.isEmpty() ? said(results, NO_LINE) : new Reading.Wrong(wrong.getFirst());
    }

    private static Reading said(List<Result> results, Text nothing) {
        return results.isEmpty() ? new Reading.Wrong(nothing) : new Reading.Said(List.copyOf(results));
    }

    /** A title, headings or nothing. */
    private static boolean isAbove(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.contains("笔号"))
                || cells.stream().filter(cell -> !cell.isEmpty()).distinct().count() < LEAST_CELLS;
    }

    /** The first cell of a line that cannot be read. */
    private static Optional<Cell> wrongIn(Optional<UUID> payment, List<String> cells) {
        if (payment.isEmpty()) {
            return Optional.of(Cell.PAYMENT);
        }
        if (!List.of("到账", "退票").contains(Cell.RESULT.in(cells))) {
            return Optional.of(Cell.RESULT);
        }
        return Typed.money(Cell.SUM.in(cells)).isEmpty() ? Optional.of(Cell.SUM) : Optional.empty();
    }

    private static Result result(UUID payment, List<String> cells) {
        return new Result(
                payment,
                Cell.RESULT.in(cells).equals("到账"),
                Typed.money(Cell.SUM.in(cells)).orElseThrow(),
                cells.size() > Cell.values().length ? cells.get(Cell.values().length) : "");
    }

    private static Reading pain002(String text) {
        var factory = XMLInputFactory.newFactory();
        // Nothing outside the message is ever read.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var results = new ArrayList<Result>();
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
            var id = "";
            var status = "";
            var sum = "";
            var reason = "";
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "OrgnlEndToEndId" -> id = xml.getElementText().strip();
                        case "TxSts" -> status = xml.getElementText().strip();
                        case "InstdAmt" -> sum = xml.getElementText().strip();
                        case "AddtlInf" -> reason = xml.getElementText().strip();
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("TxInfAndSts")) {
                    var payment = Typed.id(id.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5"));
                    var fen = Fen.read(sum);
                    if (payment.isEmpty()
                            || fen.isEmpty()
                            || !List.of("ACSC", "ACCC", "RJCT").contains(status)) {
                        return new Reading.Wrong(wrongIn(results.size() + 1, payment.isEmpty(), fen.isEmpty()));
                    }
                    results.add(new Result(payment.get(), !status.equals("RJCT"), fen.get(), reason));
                    id = "";
                    status = "";
                    sum = "";
                    reason = "";
                }
            }
        } catch (XMLStreamException _) {
            return new Reading.Wrong(NO_MESSAGE);
        }
        return said(results, NO_MESSAGE);
    }

    /** Which part of a transaction of the message cannot be read. */
    private static Text wrongIn(int transaction, boolean payment, boolean sum) {
        var part = payment ? "OrgnlEndToEndId" : sum ? "InstdAmt" : "TxSts (ACSC, ACCC, RJCT)";
        return Text.of(
                "第%d笔 TxInfAndSts 的 %s 不能识别。".formatted(transaction, part),
                "In TxInfAndSts no. %d the %s cannot be read.".formatted(transaction, part));
    }
}
