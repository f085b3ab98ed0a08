package org.zhongchuang.records.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.ground.calendar.OneByOne;

/**
 * Takes marks away whose time is over: a firm whose certificate as a high-tech firm has run out is no longer found in
 * the directory by that mark. What was known stays on record.
 */
@Component
class Ends implements DueWork {

    private static final String OVER = """
            select distinct f.subject from registry.fact f join registry.subject s on s.id = f.subject
             where f.until < :today and f.value <> ''
               and s.traits && array[f.fact || ':yes', f.fact || ':' || f.value, 'stage:' || f.fact]
               and not exists (select 1 from registry.fact later
                                where later.subject = f.subject and later.fact = f.fact and later.id > f.id
                                  and later.as_of <= :today and (later.until is null or later.until >= :today))
            """;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final OneByOne oneByOne;
    private final Clock clock;

    Ends(JdbcClient jdbc, Subjects subjects, OneByOne oneByOne, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public About about() {
        return new About(
                "certificate-ends",
                Text.of("资质到期", "Certificates that end"),
                Text.of(
                        "资质到期后，名录中不再按该资质列出其主体。",
                        "When the time of a certificate is over, its holder is no longer found by it."));
    }

    @Override
    public void settle() {
        var over = jdbc.sql(OVER)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> new SubjectId(row.getObject("subject", UUID.class)))
                .list();
        oneByOne.each(over, subjects::refresh);
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return jdbc.sql("select min(until) + 1 as next from registry.fact where until >= :today")
                .param("today", LocalDate.now(clock))
                .query((row, _) -> Optional.ofNullable(row.getObject("next", LocalDate.class)))
                .single();
    }
}
