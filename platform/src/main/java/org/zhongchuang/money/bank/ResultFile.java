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
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.SheetReader;

/** A file in which a bank says what came of payments: the message pain.002.001.10 of ISO 20022, or a table. */
public final class ResultFile {

    private static final int LEAST_CELLS = 3;

    private static final int LONGEST_REASON = 400;

    private ResultFile() {}

    /** What a bank says of one payment; its reason as far as anybody reads it. */
    public record Result(UUID payment, boolean arrived, Fen fen, String reason) {

        public Result {
            reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
        }
    }

    /** Reads a result file, pain.002 or a table; empty where it is neither. */
    public static Optional<List<Result>> read(byte[] content) {
        var text = new String(content, UTF_8).replace("\uFEFF", "").strip();
        return text.startsWith("<") ? pain002(text) : table(content);
    }

    /** 笔号,结果(到账/退票),金额,原因 – in a spreadsheet or as text, with or without a title and headings above. */
    private static Optional<List<Result>> table(byte[] content) {
        var results = new ArrayList<Result>();
        var wrong = new ArrayList<Integer>();
        try {
            SheetReader.read(content, (number, row) -> {
                var cells = row.stream().map(PlainForm::seen).toList();
                var payment = cells.isEmpty() ? Optional.<UUID>empty() : Typed.id(cells.getFirst());
                if (payment.isEmpty()
                        && (results.isEmpty() ? isAbove(cells) : cells.stream().allMatch(String::isEmpty))) {
                    return true;
                }
                result(payment, cells).ifPresentOrElse(results::add, () -> wrong.add(number));
                return wrong.isEmpty();
            });
        } catch (SheetReader.Unreadable _) {
            return Optional.empty();
        }
        return results.isEmpty() || !wrong.isEmpty() ? Optional.empty() : Optional.of(results);
    }

    /** A title, headings or nothing. */
    private static boolean isAbove(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.contains("笔号"))
                || cells.stream().filter(cell -> !cell.isEmpty()).distinct().count() < LEAST_CELLS;
    }

    private static Optional<Result> result(Optional<UUID> payment, List<String> cells) {
        var said = cells.size() > 1 ? cells.get(1) : "";
        var fen = cells.size() > 2 ? Typed.money(cells.get(2)) : Optional.<Fen>empty();
        if (payment.isEmpty() || fen.isEmpty() || !List.of("到账", "退票").contains(said)) {
            return Optional.empty();
        }
        return Optional.of(
                new Result(payment.get(), said.equals("到账"), fen.get(), cells.size() > 3 ? cells.get(3) : ""));
    }

    private static Optional<List<Result>> pain002(String text) {
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
                        return Optional.empty();
                    }
                    results.add(new Result(payment.get(), !status.equals("RJCT"), fen.get(), reason));
                    id = "";
                    status = "";
                    sum = "";
                    reason = "";
                }
            }
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(results);
    }
}
