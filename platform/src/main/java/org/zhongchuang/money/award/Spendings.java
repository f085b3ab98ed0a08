package org.zhongchuang.money.award;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.Granting.Reason;

/** What award money was spent on: for running the makerspace and nothing else, voucher by voucher. */
@Service
public class Spendings {

    private final Awards awards;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Spendings(Awards awards, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.awards = awards;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What running a makerspace takes. */
    public enum Item {
        RENT("房租", "Rent"),
        BROADBAND("宽带接入", "Broadband"),
        SOFTWARE("公共软件", "Shared software"),
        TOOLS("开发工具", "Development tools"),
        EQUIPMENT("设备", "Equipment"),
        EVENTS("活动", "Events"),
        STAFF("专职人员", "Staff"),
        UTILITIES("水电物业", "Utilities");

        private final Text label;

        Item(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** One voucher and its sum. */
    public record Spending(UUID id, Item item, LocalDate day, String voucher, Fen fen, String note) {}

    public List<Spending> of(AwardId award) {
        return jdbc.sql(
                        "select id, item, day, voucher, fen, note from award.spending where award = :award and voided_at is null order by day, id")
                .param("award", award.value())
                .query((row, _) -> new Spending(
                        row.getObject("id", UUID.class),
                        Item.valueOf(row.getString("item")),
                        row.getObject("day", LocalDate.class),
                        row.getString("voucher"),
                        new Fen(row.getLong("fen")),
                        row.getString("note")))
                .list();
    }

    /** Writes down one voucher; no more can be spent than has arrived, and each voucher counts once in the city. */
    @Transactional
    public Granting spend(Actor actor, AwardId award, Spending spending) {
        if (!awards.mayUse(actor, award)) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        if (spending.day().isAfter(LocalDate.now(clock))) {
            return Granting.refused(Reason.NO_DAY);
        }
        if (!spending.voucher().matches("[0-9A-Z]{4,24}")) {
            return Granting.refused(Reason.NO_VOUCHER);
        }
        if (!spending.fen().isPositive()) {
            return Granting.refused(Reason.NO_SUM);
        }
        if (spending.note().length() > 200) {
            return Granting.refused(Reason.LONG_NOTE);
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into award.spending (id, award, item, day, voucher, fen, note, recorded_by, recorded_at)
                        values (:id, :award, :item, :day, :voucher, :fen, :note, :person, :now)
                        """)
                .param("id", id)
                .param("award", award.value())
                .param("item", spending.item().name())
                .param("day", spending.day())
                .param("voucher", spending.voucher())
                .param("fen", spending.fen().value())
                .param("note", spending.note())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "award.spend", award.toString(), spending.voucher());
        return new Granting.Done(id);
    }

    /** What is planned on each item. */
    public Map<Item, Fen> planned(AwardId award) {
        var plan = new EnumMap<Item, Fen>(Item.class);
        jdbc.sql("select item, fen from award.use_plan where award = :award")
                .param("award", award.value())
                .query(row -> {
                    plan.put(Item.valueOf(row.getString("item")), new Fen(row.getLong("fen")));
                });
        return plan;
    }

    /** Lays down what the award is to be spent on, instead of what was planned before. */
    @Transactional
    public Granting plan(Actor actor, AwardId award, Map<Item, Fen> plan) {
        var own = awards.find(award).filter(one -> awards.mayUse(actor, award));
        if (own.isEmpty()) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        if (plan.values().stream().anyMatch(fen -> !fen.isPositive())
                || Fen.sum(plan.values().stream()).isMoreThan(own.get().fen())) {
            return Granting.refused(Reason.PLAN_TOO_HIGH);
        }
        jdbc.sql("select award.hold_fast(:award)")
                .param("award", award.value())
                .query((row, _) -> true)
                .single();
        jdbc.sql("delete from award.use_plan where award = :award")
                .param("award", award.value())
                .update();
        plan.forEach((item, fen) -> jdbc.sql("""
                        insert into award.use_plan (award, item, fen, planned_by, planned_at)
                        values (:award, :item, :fen, :person, :now)
                        """)
                .param("award", award.value())
                .param("item", item.name())
                .param("fen", fen.value())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update());
        audit.record(actor, "award.plan", award.toString(), said(plan));
        return new Granting.Done(award.value());
    }

    /** A plan as the record of acts has it: each item with its plain number of fen. */
    private static String said(Map<Item, Fen> plan) {
        return plan.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().value())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Takes a voucher back; it stays in the books as voided. */
    @Transactional
    public Granting take(Actor actor, AwardId award, UUID spending) {
        if (!awards.mayUse(actor, award)) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        jdbc.sql("update award.spending set voided_at = :now where id = :id and award = :award and voided_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", spending)
                .param("award", award.value())
                .update();
        audit.record(actor, "award.unspend", award.toString(), spending.toString());
        return new Granting.Done(spending);
    }
}
