package org.zhongchuang.money.payment;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.law.policy.Policies;

/**
 * What goes to the treasury: CSV, and the message pain.001.001.09 of ISO 20022. A payment is known by its own id
 * (EndToEndId), there and in what comes back.
 */
@Component
public class PaymentFiles {

    /** What the columns of the table for the treasury are called. */
    public static final List<String> COLUMNS =
            List.of("批次号", "笔号", "付款方", "付款方区划代码", "收款人", "开户银行", "开户行联行号", "账号", "金额", "用途", "预算科目");

    /** Stands where the number of a bank and the subject of the budget belong, with which nothing here is entered. */
    public static final String NOT_KNOWN = "未登记";

    private static final String PAIN_001 = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final BankAccounts accounts;
    private final Policies policies;

    PaymentFiles(BankAccounts accounts, Policies policies) {
        this.accounts = accounts;
        this.policies = policies;
    }

    /** The batch as a table for the treasury, one payment a line. */
    public void csv(Batch batch, List<Payment> payments, CsvTable table) {
        for (var one : payments) {
            table.add(
                    CsvTable.text(batch.number()),
                    CsvTable.text(one.id().toString()),
                    CsvTable.text(payer(batch)),
                    CsvTable.text(batch.payer()),
                    CsvTable.text(one.holder()),
                    CsvTable.text(one.bank()),
                    CsvTable.text(NOT_KNOWN),
                    // A bank reads this file, no spreadsheet: the number stands as it is.
                    CsvTable.text(accounts.number(one.account().orElseThrow())),
                    CsvTable.sum(one.fen()),
                    CsvTable.text(one.number() + " 第" + one.nth() + "期"),
                    CsvTable.text(NOT_KNOWN));
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
            text(xml, "Dt", String.valueOf(LocalDate.ofInstant(batch.madeAt(), ZoneId.of("Asia/Shanghai"))));
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
        text(xml, "Ustrd", one.number() + " " + one.nth());
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
}
