package org.zhongchuang.procedure.filing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.NotWritable;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.records.registry.KnownFact;

/** The invoices of a claim. Their sums are facts of the case; each invoice counts once in the whole city. */
@Service
public class Costs {

    private final CaseFiles files;
    private final CaseFacts facts;
    private final CaseRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    Costs(CaseFiles files, CaseFacts facts, CaseRules rules, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.facts = facts;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One invoice as typed or as kept.
     *
     * @param code the invoice code 发票代码, which with the number tells invoices apart; empty where it has none
     */
    public record Invoice(UUID id, String kind, String seller, String code, String number, LocalDate day, Fen fen) {}

    public List<Invoice> of(CaseId caseFile) {
        return jdbc.sql(
                        "select id, kind, seller, code, number, day, fen from filing.invoice where case_file = :case order by day, number")
                .param("case", caseFile.value())
                .query((row, _) -> new Invoice(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("seller"),
                        row.getString("code"),
                        row.getString("number"),
                        row.getObject("day", LocalDate.class),
                        new Fen(row.getLong("fen"))))
                .list();
    }

    /** Adds an invoice to a draft; otherwise says all that is wrong with it. */
    @Transactional
    public List<InvoiceFault> add(Actor actor, CaseId id, Invoice invoice) {
        var file = writable(actor, id);
        var faults = faults(file, invoice);
        if (!faults.isEmpty()) {
            return faults;
        }
        var added = jdbc.sql("""
                        insert into filing.invoice (id, case_file, kind, seller, code, number, day, fen, added_at)
                        values (:id, :case, :kind, :seller, :code, :number, :day, :fen, :now) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("case", id.value())
                .param("kind", invoice.kind())
                .param("seller", invoice.seller())
                .param("code", invoice.code())
                .param("number", invoice.number())
                .param("day", invoice.day())
                .param("fen", invoice.fen().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            return List.of(InvoiceFault.USED);
        }
        sum(file);
        return List.of();
    }

    private List<InvoiceFault> faults(CaseFile file, Invoice invoice) {
        var faults = EnumSet.noneOf(InvoiceFault.class);
        if (!rules.programme(file).costs().containsKey(invoice.kind())) {
            faults.add(InvoiceFault.KIND);
        }
        if (!invoice.code().matches("([0-9]{10}|[0-9]{12})?")) {
            faults.add(InvoiceFault.CODE);
        }
        if (!invoice.number().matches("[0-9A-Z]{6,24}")) {
            faults.add(InvoiceFault.NUMBER);
        }
        if (invoice.seller().length() < 2 || invoice.seller().length() > 80) {
            faults.add(InvoiceFault.SELLER);
        }
        if (invoice.day().isAfter(LocalDate.now(clock))) {
            faults.add(InvoiceFault.DAY);
        } else if (file.year().filter(year -> year != invoice.day().getYear()).isPresent()) {
            faults.add(InvoiceFault.OTHER_YEAR);
        }
        if (!invoice.fen().isPositive()) {
            faults.add(InvoiceFault.SUM);
        }
        if (faults.isEmpty() && isUsed(file.id(), invoice)) {
            faults.add(InvoiceFault.USED);
        }
        return List.copyOf(faults);
    }

    @Transactional
    public void remove(Actor actor, CaseId id, UUID invoice) {
        var file = writable(actor, id);
        jdbc.sql("delete from filing.invoice where id = :invoice and case_file = :case")
                .param("invoice", invoice)
                .param("case", id.value())
                .update();
        sum(file);
    }

    /** Makes the invoices count from now on; one that counts elsewhere already is refused by the schema. */
    void claim(CaseId id) {
        jdbc.sql("update filing.invoice set live = true where case_file = :case")
                .param("case", id.value())
                .update();
    }

    /** Lets others claim them again. */
    public void release(CaseId id) {
        jdbc.sql("update filing.invoice set live = false where case_file = :case")
                .param("case", id.value())
                .update();
    }

    /**
     * Code and number identify an invoice; where one of two has no code, the seller stands for it. It counts once among
     * those that are claimed, and once in its own case.
     */
    private boolean isUsed(CaseId own, Invoice invoice) {
        return jdbc.sql("""
                        select exists (select 1 from filing.invoice
                                        where number = :number and (live or case_file = :own)
                                          and (code = :code and code <> ''
                                               or (code = '' or :code = '') and seller = :seller))
                        """)
                .param("number", invoice.number())
                .param("own", own.value())
                .param("code", invoice.code())
                .param("seller", invoice.seller())
                .query(Boolean.class)
                .single();
    }

    /** What the invoices of each kind come to, in yuan, is a fact of the case; no invoice is a fact too. */
    void sum(CaseFile file) {
        rules.programme(file).costs().forEach((kind, fact) -> {
            var sum = Fen.sum(of(file.id()).stream()
                    .filter(one -> one.kind().equals(kind))
                    .map(Invoice::fen));
            facts.keep(file.id(), fact, sum.toYuan().stripTrailingZeros().toPlainString(), KnownFact.Source.DECLARED);
        });
    }

    private CaseFile writable(Actor actor, CaseId id) {
        return files.lock(id)
                .filter(file -> files.isOwn(actor, file) && file.step() == Step.DRAFT)
                .orElseThrow(() -> new NotWritable("case " + id + " cannot be changed by " + actor.login() + " now"));
    }
}
