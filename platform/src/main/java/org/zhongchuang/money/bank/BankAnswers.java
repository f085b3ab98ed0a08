package org.zhongchuang.money.bank;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.money.bank.Answer.Came;
import org.zhongchuang.money.bank.Answer.Sort;

/**
 * Every line that a bank ever sent about a batch, and those that say the contrary of what is on record. Whether
 * somebody may read or clear them is asked by whoever keeps the batches.
 */
@Service
public class BankAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    BankAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file that was read, by whom and when. */
    public record Import(UUID id, Instant at, String who, List<Answer> answers) {

        public long count(Sort sort) {
            return answers.stream().filter(one -> one.came().sort() == sort).count();
        }

        /** What somebody has to look at. */
        public List<Answer> odd() {
            return answers.stream()
                    .filter(one -> one.came().sort() == Sort.CONTRADICTING
                            || one.came().sort() == Sort.UNKNOWN)
                    .toList();
        }
    }

    /** Keeps the lines of a file as they came, with what was made of each. */
    @Transactional
    public void keep(PersonId reader, UUID batch, List<Answer> answers) {
        var file = UUID.randomUUID();
        for (var one : answers) {
            jdbc.sql("""
                            insert into bank.answer (file, line, batch, payment, arrived, fen, reason, came, read_by, read_at)
                            values (:file, :line, :batch, :payment, :arrived, :fen, :reason, :came, :person, :now)
                            """)
                    .param("file", file)
                    .param("line", one.line())
                    .param("batch", batch)
                    .param("payment", one.payment())
                    .param("arrived", one.arrived())
                    .param("fen", one.fen().value())
                    .param("reason", one.reason())
                    .param("came", one.came().name())
                    .param("person", reader.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** The files that were read for a batch, the latest first. */
    public List<Import> of(UUID batch) {
        return jdbc.sql("""
                        select a.file, a.read_at, coalesce(n.name, '') who from bank.answer a left join access.public_person n on n.id = a.read_by
                         where a.batch = :batch and a.line = 1 order by a.read_at desc, a.file
                        """)
                .param("batch", batch)
                .query((row, _) -> new Import(
                        row.getObject("file", UUID.class),
                        row.getTimestamp("read_at").toInstant(),
                        row.getString("who"),
                        lines(row.getObject("file", UUID.class))))
                .list();
    }

    private List<Answer> lines(UUID file) {
        return jdbc.sql("select * from bank.answer where file = :file order by line")
                .param("file", file)
                .query((row, _) -> new Answer(
                        row.getInt("line"),
                        row.getObject("payment", UUID.class),
                        row.getBoolean("arrived"),
                        new Fen(row.getLong("fen")),
                        row.getString("reason"),
                        Came.valueOf(row.getString("came"))))
                .list();
    }

    /** The payments of a batch of which the bank has said that they bounced and then that they arrived. */
    public Set<UUID> unclear(UUID batch) {
        return jdbc
                .sql(
                        "select payment from bank.answer where batch = :batch and came = 'ARRIVED_AFTER_ALL' and cleared_by is null")
                .param("batch", batch)
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Who has read a file that says of a payment that it arrived after all, which nobody has cleared yet. */
    public Set<PersonId> readers(UUID payment) {
        return jdbc
                .sql(
                        "select read_by from bank.answer where payment = :payment and came = 'ARRIVED_AFTER_ALL' and cleared_by is null")
                .param("payment", payment)
                .query((row, _) -> new PersonId(row.getObject("read_by", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Writes down that somebody has cleared with the bank what it said of a payment. */
    @Transactional
    public void clear(PersonId officer, UUID payment, String why) {
        jdbc.sql("""
                        update bank.answer set cleared_by = :person, cleared_at = :now, cleared_why = :why
                         where payment = :payment and came = 'ARRIVED_AFTER_ALL' and cleared_by is null
                        """)
                .param("person", officer.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .param("payment", payment)
                .update();
    }
}
