package org.zhongchuang.money.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.money.bank.Answer.Came;
import org.zhongchuang.money.bank.Answer.Cleared;
import org.zhongchuang.money.bank.Answer.Held;
import org.zhongchuang.money.bank.Answer.Sort;

/**
 * Every line that a bank ever sent about a batch, and those that say the contrary of what is on record. Whether
 * somebody may read or clear them is asked by whoever keeps the batches.
 */
@Service
public class BankAnswers {

    private static final int MOST_FILES = 20;
    private static final int MOST_ODD = 50;

    /** Of each file the first line of each kind with how many there are, and more of those to look at. */
    private static final String OF_BATCH = """
            select f.read_at, coalesce(n.name, '') who, coalesce(c.name, '') clearer, a.*
              from (select file, read_at, read_by from bank.answer where batch = :batch and line = 1 order by read_at desc, file limit :files) f
              cross join lateral (
                select l.file, l.line, l.payment, l.arrived, l.fen, l.reason, l.came, l.cleared_by, l.cleared_at, l.cleared_why, l.cleared_as,
                       count(*) over (partition by l.came) many, row_number() over (partition by l.came order by l.line) nth
                  from bank.answer l where l.file = f.file) a
              left join access.public_person n on n.id = f.read_by left join access.public_person c on c.id = a.cleared_by
             where a.nth = 1 or (a.nth <= :odd and a.came in ('CAME_BACK', 'ARRIVED_AFTER_ALL', 'BOTH', 'OTHER_SUM', 'OTHER_PAYMENT'))
             order by f.read_at desc, f.file, a.line
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BankAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A file that was read, by whom and when.
     *
     * @param counts how many lines came to what
     * @param odd the first of those that somebody has to look at
     */
    public record Import(UUID id, Instant at, String who, Map<Came, Long> counts, List<Answer> odd) {

        public long count(Sort sort) {
            return counts.entrySet().stream()
                    .filter(one -> one.getKey().sort() == sort)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        public long lines() {
            return Arrays.stream(Sort.values()).mapToLong(this::count).sum();
        }

        /** How many more lines somebody has to look at. */
        public long more() {
            return count(Sort.CONTRADICTING) + count(Sort.UNKNOWN) - odd.size();
        }
    }

    /** Keeps the lines of a file as they came, with what was made of each. */
    @Transactional
    public void keep(PersonId reader, UUID batch, List<Answer> answers) {
        jdbc.sql("""
                        insert into bank.answer (file, line, batch, payment, arrived, fen, reason, came, read_by, read_at)
                        select :file, a.line, :batch, a.payment, a.arrived, a.fen, a.reason, a.came, :person, :now
                          from unnest(cast(:lines as int[]), cast(:payments as uuid[]), cast(:arrived as boolean[]), cast(:fens as bigint[]),
                                      cast(:reasons as text[]), cast(:came as text[])) a (line, payment, arrived, fen, reason, came)
                        """)
                .param("file", UUID.randomUUID())
                .param("batch", batch)
                .param("person", reader.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("lines", answers.stream().map(Answer::line).toArray(Integer[]::new))
                .param("payments", answers.stream().map(Answer::payment).toArray(UUID[]::new))
                .param("arrived", answers.stream().map(Answer::arrived).toArray(Boolean[]::new))
                .param("fens", answers.stream().map(one -> one.fen().value()).toArray(Long[]::new))
                .param("reasons", answers.stream().map(Answer::reason).toArray(String[]::new))
                .param("came", answers.stream().map(one -> one.came().name()).toArray(String[]::new))
                .update();
    }

    /** The latest files that were read for a batch, the latest first: their counts, and the first lines to look at. */
    public List<Import> of(UUID batch) {
        var files = new LinkedHashMap<UUID, Import>();
        jdbc.sql(OF_BATCH)
                .param("batch", batch)
                .param("files", MOST_FILES)
                .param("odd", MOST_ODD)
                .query(row -> {
                    var answer = row(row);
                    var read = new Import(
                            row.getObject("file", UUID.class),
                            row.getTimestamp("read_at").toInstant(),
                            row.getString("who"),
                            new EnumMap<>(Came.class),
                            new ArrayList<>());
                    var file = Objects.requireNonNullElse(files.putIfAbsent(read.id(), read), read);
                    file.counts().put(answer.came(), row.getLong("many"));
                    if (isOdd(answer)) {
                        file.odd().add(answer);
                    }
                });
        return List.copyOf(files.values());
    }

    /**
     * The payments of a batch of which the bank has said that they bounced and then that they arrived, with who read
     * that.
     */
    public Map<UUID, Set<PersonId>> unclear(UUID batch) {
        return jdbc
                .sql(
                        "select payment, read_by from bank.answer where batch = :batch and came = 'ARRIVED_AFTER_ALL' and cleared_by is null")
                .param("batch", batch)
                .query((row, _) -> Map.entry(
                        row.getObject("payment", UUID.class), new PersonId(row.getObject("read_by", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Whether the bank has said both of a payment and nobody has cleared it yet. */
    public boolean isUnclear(UUID payment) {
        return jdbc.sql(
                        "select exists (select 1 from bank.answer where payment = :payment and came = 'ARRIVED_AFTER_ALL' and cleared_by is null)")
                .param("payment", payment)
                .query(Boolean.class)
                .single();
    }

    /** How often it was found that a payment which had bounced did arrive after all. */
    public long arrivedAfterAll(UUID payment) {
        return jdbc.sql(
                        "select count(distinct cleared_at) from bank.answer where payment = :payment and came = 'ARRIVED_AFTER_ALL' and cleared_as = 'ARRIVED'")
                .param("payment", payment)
                .query(Long.class)
                .single();
    }

    /** Writes down what somebody has found out from the bank about a payment of which it had said both. */
    @Transactional
    public void clear(PersonId officer, UUID payment, Held held, String why) {
        jdbc.sql("""
                        update bank.answer set cleared_by = :person, cleared_at = :now, cleared_why = :why, cleared_as = :held
                         where payment = :payment and came = 'ARRIVED_AFTER_ALL' and cleared_by is null
                        """)
                .param("person", officer.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .param("held", held.name())
                .param("payment", payment)
                .update();
    }

    private static boolean isOdd(Answer answer) {
        return answer.came().sort() == Sort.CONTRADICTING || answer.came().sort() == Sort.UNKNOWN;
    }

    private static Answer row(ResultSet row) throws SQLException {
        var cleared = row.getTimestamp("cleared_at");
        return new Answer(
                row.getInt("line"),
                row.getObject("payment", UUID.class),
                row.getBoolean("arrived"),
                new Fen(row.getLong("fen")),
                row.getString("reason"),
                Came.valueOf(row.getString("came")),
                cleared == null
                        ? Optional.empty()
                        : Optional.of(new Cleared(
                                row.getString("clearer"),
                                cleared.toInstant(),
                                row.getString("cleared_why"),
                                Held.valueOf(row.getString("cleared_as")))));
    }
}
