package org.zhongchuang.ground.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog.Doer;
import org.zhongchuang.ground.calendar.DueWork;

/**
 * Records acts that anybody can cause as often as they like, so that nobody fills the record: of each kind, from one
 * person and one address, the first in a minute is written at once and the others are counted into one row.
 *
 * <p>Counted per node. A node that is killed loses the counts of its last minute, never the first of a kind.
 */
@Service
public class FrequentActs implements DueWork, DisposableBean {

    /** How many kinds a minute keeps apart; whatever comes on top is counted together, act by act. */
    private static final int MOST_KINDS = 300;

    private final AuditLog log;
    private final Clock clock;
    private final Map<Kind, Tally> tallies = new LinkedHashMap<>();
    private Instant minute = Instant.EPOCH;

    FrequentActs(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What is counted together. */
    private record Kind(@Nullable PersonId person, @Nullable String source, String act) {}

    /** How many came after the first, and the last of them. */
    private record Tally(Doer doer, Optional<String> source, String subject, int more) {}

    public void count(Actor actor, String act, String subject, String detail) {
        count(Doer.of(actor), act, subject, detail);
    }

    public void countOf(PersonId person, String act, String subject, String detail) {
        count(Doer.of(person), act, subject, detail);
    }

    public void countWithoutActor(String act, String subject, String detail) {
        count(Doer.NOBODY, act, subject, detail);
    }

    private synchronized void count(Doer doer, String act, String subject, String detail) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            writeCounts();
            minute = now;
        }
        var source = log.present(act);
        var kind = new Kind(doer.person(), source.orElse(null), act);
        var isOneTooMany = !tallies.containsKey(kind) && tallies.size() >= MOST_KINDS;
        var counted = isOneTooMany ? new Kind(null, null, act) : kind;
        var known = tallies.get(counted);
        if (known != null) {
            tallies.put(counted, new Tally(known.doer(), known.source(), subject, known.more() + 1));
        } else if (isOneTooMany) {
            tallies.put(counted, new Tally(Doer.NOBODY, Optional.empty(), subject, 1));
        } else {
            tallies.put(counted, new Tally(doer, source, subject, 0));
            log.write(doer, act, subject, detail, source, 1);
        }
    }

    private void writeCounts() {
        tallies.forEach((kind, tally) -> {
            if (tally.more() > 0) {
                log.write(tally.doer(), kind.act(), tally.subject(), "", tally.source(), tally.more());
            }
        });
        tallies.clear();
    }

    @Override
    public About about() {
        return new About(
                "counted-acts",
                Text.of("被拒访问的计数", "Counts of refusals"),
                Text.of("把一分钟内同类的被拒访问合并记一条。", "Refusals of one kind within a minute are written as one row."));
    }

    @Override
    public synchronized void settle() {
        writeCounts();
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    /** What was counted and not yet written is written before the database goes away. */
    @Override
    public synchronized void destroy() {
        writeCounts();
    }
}
