package org.zhongchuang.money.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.law.policy.Policies;

/**
 * What goes to the treasury and comes back: CSV, and the messages pain.001.001.09 and pain.002.001.10 of ISO 20022. A
 * payment is known by its own id (EndToEndId) in both directions.
 */
@Component
public class PaymentFiles {

    /** What the columns of the table for the treasury are called. */
    public static final List<String> COLUMNS = List.of("批次号", "笔号", "付款方", "收款人", "开户银行", "开户行联行号", "账号", "金额", "用途");

    /** What stands where the number of a bank belongs: no account is entered with one yet. */
    public static final String BANK_NUMBER = "未登记";

    private static final int LEAST_CELLS = 3;

    private static final String PAIN_001 = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final BankAccounts accounts;
    private final Policies policies;

    PaymentFiles(BankAccounts accounts, Policies policies) {
        this.accounts = accounts;
        this.policies = policies;
    }

    /** What a bank says of one payment. */
    public record Result(UUID payment, boolean arrived, Fen fen, String reason) {}

    /** The batch as a table for the treasury, one payment a line. */
    public void csv(Batch batch, List<Payment> payments, CsvTable table) {
        for (var one : payments) {
            table.add(
                    CsvTable.text(batch.number()),
                    CsvTable.text(one.id().toString()),
                    CsvTable.text(payer(batch)),
                    CsvTable.text(one.holder()),
                    CsvTable.text(one.bank()),
                    CsvTable.text(BANK_NUMBER),
                    // A bank reads this file, no spreadsheet: the number stands as it is.
                    CsvTable.text(accounts.number(one.account().orElseThrow())),
                    CsvTable.sum(one.fen()),
                    CsvTable.text(one.number() + " 第" + one.instalment() + "期"));
        }
    }

    /** The batch as pain.001.001.09. */
    public byte[] pain001(Batch batch, List<Payment> payments) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(PAIN_001);
            xml.writeStartElement(PAIN_001, "Document");
            xml.writeDefaultNamespace(PAIN_001);
            xml.writeStartElement("CstmrCdtTrfInitn");
            xml.writeStartElement("GrpHdr");
            text(xml, "MsgId", batch.number());
            text(xml, "CreDtTm", batch.madeAt().toString());
            text(xml, "NbOfTxs", String.valueOf(payments.size()));
            text(xml, "CtrlSum", batch.fen().yuan());
            name(xml, "InitgPty", payer(batch));
            xml.writeEndElement();
            xml.writeStartElement("PmtInf");
            text(xml, "PmtInfId", batch.number());
            text(xml, "PmtMtd", "TRF");
            text(xml, "NbOfTxs", String.valueOf(payments.size()));
            text(xml, "CtrlSum", batch.fen().yuan());
            xml.writeStartElement("ReqdExctnDt");
            text(
                    xml,
                    "Dt",
                    batch.madeAt()
                            .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                            .toLocalDate()
                            .toString());
            xml.writeEndElement();
            name(xml, "Dbtr", payer(batch));
            account(xml, "DbtrAcct", "TREASURY-" + batch.payer());
            agent(xml, "DbtrAgt", "国库集中支付（未接入）");
            for (var one : payments) {
                transfer(xml, one);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a payment file can be written", e);
        }
        return out.toByteArray();
    }

    private String payer(Batch batch) {
        return policies.current().area(batch.payer()).name().zh() + "财政";
    }

    private void transfer(XMLStreamWriter xml, Payment one) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        text(xml, "EndToEndId", one.id().toString().replace("-", ""));
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "CNY");
        xml.writeCharacters(one.fen().yuan());
        xml.writeEndElement();
        xml.writeEndElement();
        agent(xml, "CdtrAgt", one.bank());
        name(xml, "Cdtr", one.holder());
        account(xml, "CdtrAcct", accounts.number(one.account().orElseThrow()));
        xml.writeStartElement("RmtInf");
        text(xml, "Ustrd", one.number() + " " + one.instalment());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void name(XMLStreamWriter xml, String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        text(xml, "Nm", name);
        xml.writeEndElement();
    }

    private static void account(XMLStreamWriter xml, String element, String number) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        xml.writeStartElement("Othr");
        text(xml, "Id", number);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void agent(XMLStreamWriter xml, String element, String bank) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("FinInstnId");
        text(xml, "Nm", bank);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    String hash(Batch batch, List<Payment> payments) {
        return Sha256.hex(pain001(batch, payments));
    }

    /** Reads a result file, pain.002 or a table; empty where it is neither. */
    public Optional<List<Result>> read(byte[] content) {
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
                if (event == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "OrgnlEndToEndId" -> id = xml.getElementText().strip();
                        case "TxSts" -> status = xml.getElementText().strip();
                        case "InstdAmt" -> sum = xml.getElementText().strip();
                        case "AddtlInf" -> reason = xml.getElementText().strip();
                        default -> {}
                    }
                } else if (event == javax.xml.stream.XMLStreamConstants.END_ELEMENT
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
