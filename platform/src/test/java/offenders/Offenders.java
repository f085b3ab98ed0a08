package offenders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.shell.Problem;

/** Classes that break one rule each, on purpose: a rule that never caught anything proves nothing. */
public final class Offenders {

    private Offenders() {}

    public static final class VoucherHelper {}

    public static final class FloatingMoney {

        double amount;
    }

    /** A sum that a record keeps may be missing, and is a number even so. */
    public record KeepsABareSum(Optional<Long> grantedFen) {}

    public static final class TakesABareSum {

        long half(long fen) {
            return fen / 2;
        }
    }

    public static final class TakesTwoBareIds {

        String move(UUID from, UUID to) {
            return from + " " + to;
        }
    }

    public static final class ThinksInPages {

        RuntimeException problem() {
            return Problem.noSuchThing("nothing");
        }
    }

    public static final class OwnClock {

        LocalDate today() {
            return LocalDate.now(ZoneId.of("Asia/Shanghai"));
        }

        Instant now() {
            return Instant.now();
        }
    }

    public static final class CountsColumns {

        String name(ResultSet row) throws SQLException {
            return row.getString(2);
        }
    }

    public static final class UndoesByHand {

        void undo(TransactionStatus status) {
            status.setRollbackOnly();
        }
    }

    public static final class CallsRolesByTheUsualName {

        Text name(Actor actor) {
            return actor.role().label();
        }
    }

    @Controller
    public static final class OpenDoor {

        @GetMapping("/open-door")
        String page() {
            return "open";
        }
    }

    @Controller
    public static final class StaleMoney {

        @PostMapping("/finance/batches/{id}/send-again")
        @Only
        String send() {
            return "sent";
        }
    }

    public static final class SwallowsEverything {

        void run() {
            try {
                Thread.sleep(1);
            } catch (Exception e) {
                System.out.println(e);
            }
        }
    }

    /** A stream of rows that nobody closes keeps its connection for ever. */
    public static final class LeavesTheTapOpen {

        long count(JdbcClient jdbc) {
            return jdbc.sql("select 1").query(Integer.class).stream().count();
        }
    }

    @Controller
    public static final class TransactionalPage {

        @Transactional
        void act() {}
    }

    /** So many collaborators are a sign of two classes in one. */
    public static final class Octopus {

        Octopus(String a, String b, String c, String d, String e, String f, String g) {
            System.out.println(a + b + c + d + e + f + g);
        }
    }

    /** A record hides its collaborators in its head; they are as many all the same. */
    @Service
    public record FlatOctopus(String a, String b, String c, String d, String e, String f, String g) {}

    /** What a developer is shown at once is no way to serve a city. */
    public static final class CompilesTemplatesWhileItServes {

        gg.jte.CodeResolver templates() {
            return new gg.jte.resolve.DirectoryCodeResolver(java.nio.file.Path.of("templates"));
        }
    }

    /** A table written past the one writer may hold formulas. */
    public static final class WritesItsOwnTable {

        String write(String words) {
            var out = new java.io.StringWriter();
            de.siegmar.fastcsv.writer.CsvWriter.builder().build(out).writeRecord(words);
            return out.toString();
        }
    }
}
