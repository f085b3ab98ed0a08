package org.zhongchuang.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.SignInGuard.Attempt;
import org.zhongchuang.ground.access.SignInGuard.SignInSlowed;

/** The attacks of decision 19, each with whom it must not reach. */
class SignInGuardTests extends TestCity {

    @Autowired
    private DataSource database;

    @Autowired
    private KnownBrowsers browsers;

    @Autowired
    private JdbcClient jdbc;

    private final List<Object> events = new ArrayList<>();
    private final String victim = "victim-" + UUID.randomUUID();
    private final String proxy = "proxy-" + UUID.randomUUID();
    private long nanos = Duration.ofDays(365).toNanos();
    private SignInGuard guard;

    @BeforeEach
    void guard() {
        guard = new SignInGuard(throttle(), browsers, events::add);
    }

    /** Each node has its own; the buckets are the same. */
    private Throttle throttle() {
        return new Throttle(database, new LimitSettings(Map.of()), new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        });
    }

    @Test
    void thirtyOneWrongPasswordsForManyAccountsKeepNobodyElseAtThatAddressOut() {
        for (int i = 0; i < 31; i++) {
            wrong(proxy, "account-" + i, null);
        }

        assertAdmitted(proxy, victim, null);
    }

    @Test
    void whoFloodsAnAddressMakesOthersThereWaitTwoSecondsAndNoLonger() {
        for (int i = 0; i < 60; i++) {
            wrong(proxy, "account-" + i, null);
        }

        assertThat(refused(proxy, victim, null))
                .satisfies(tooMany -> assertThat(tooMany.limit()).isEqualTo(Limit.SIGN_IN_AT_ADDRESS))
                .satisfies(tooMany -> assertThat(tooMany.howLong()).isLessThanOrEqualTo(Duration.ofSeconds(2)));
        pass(Duration.ofSeconds(2));
        assertAdmitted(proxy, victim, null);
    }

    @Test
    void aStrangerWhoHammersAnAccountKeepsItsOwnerOutNowhereElse() {
        for (int i = 0; i < 5; i++) {
            wrong("stranger-" + proxy, victim, null);
        }

        assertThat(refused("stranger-" + proxy, victim, null).limit()).isEqualTo(Limit.SIGN_IN_OF_PAIR);
        assertAdmitted(proxy, victim, null);
    }

    @Test
    void manyStrangersWhoHammerAnAccountDoNotKeepOutABrowserThatItsOwnerHasUsed() {
        var word = guard.succeeded(new Attempt(proxy, victim, null));
        for (int i = 0; i < 100; i++) {
            wrong("stranger-" + i, victim, null);
        }

        assertThat(refused("another", victim, null).limit()).isEqualTo(Limit.SIGN_IN_OF_ACCOUNT);
        assertAdmitted(proxy, victim, word);
        assertAdmitted("wherever", victim.toUpperCase(java.util.Locale.ROOT), word);
        assertThat(refused(proxy, victim, "x".repeat(43)).limit()).isEqualTo(Limit.SIGN_IN_OF_ACCOUNT);
    }

    @Test
    void theWordOfABrowserIsWorthNothingForAnotherAccountAndNotMuchForItsOwn() {
        var word = guard.succeeded(new Attempt(proxy, victim, null));
        for (int i = 0; i < 5; i++) {
            wrong(proxy, "other-" + victim, word);
        }
        assertThat(refused(proxy, "other-" + victim, word).limit()).isEqualTo(Limit.SIGN_IN_OF_PAIR);

        for (int i = 0; i < 10; i++) {
            wrong(proxy, victim, word);
        }
        assertThat(refused(proxy, victim, word).limit()).isEqualTo(Limit.SIGN_IN_OF_BROWSER);
    }

    @Test
    void guessingHasTheRatesThatAreStated() {
        assertThat(triesIn(Duration.ofHours(5), i -> new Attempt(proxy, victim, null)))
                .as("one account from one address in five hours: 5 and 100")
                .isBetween(103, 106);
        assertThat(triesIn(Duration.ofMinutes(30), i -> new Attempt("bot-" + i, "second-" + victim, null)))
                .as("one account from any number of addresses in half an hour: 100 and 50")
                .isBetween(147, 151);
        assertThat(triesIn(Duration.ofMinutes(2), i -> new Attempt("stuffing-" + proxy, "stuffed-" + i, null)))
                .as("any number of accounts from one address in two minutes: 60 and 60")
                .isBetween(117, 121);
    }

    @Test
    void aRightPasswordCostsNothing() {
        for (int i = 0; i < 101; i++) {
            assertAdmitted(proxy, victim, null);
            guard.succeeded(new Attempt(proxy, victim, null));
        }

        assertThat(events).isEmpty();
    }

    @Test
    void theLimitHoldsOverAllNodes() {
        var otherNode = new SignInGuard(throttle(), browsers, events::add);
        for (int i = 0; i < 5; i++) {
            (i % 2 == 0 ? guard : otherNode).admit(new Attempt(proxy, victim, null));
        }

        assertThat(refused(proxy, victim, null).limit()).isEqualTo(Limit.SIGN_IN_OF_PAIR);
        assertThat(catchThrowableOfType(TooMany.class, () -> otherNode.admit(new Attempt(proxy, victim, null))))
                .isNotNull();
    }

    @Test
    void whoIsMadeToWaitIsToldToTheAuditAndNoAddressIsKept() {
        for (int i = 0; i < 5; i++) {
            wrong(proxy, victim, null);
        }
        refused(proxy, victim, null);

        assertThat(events).singleElement().isInstanceOfSatisfying(SignInSlowed.class, slowed -> {
            assertThat(slowed.login()).isEqualTo(victim);
            assertThat(slowed.limit()).isEqualTo(Limit.SIGN_IN_OF_PAIR);
        });
        assertThat(jdbc.sql("select string_agg(id, ' ') from access.bucket")
                        .query(String.class)
                        .single())
                .doesNotContain(proxy, victim);
    }

    private int triesIn(Duration time, java.util.function.IntFunction<Attempt> attempts) {
        var end = nanos + time.toNanos();
        var admitted = 0;
        while (nanos < end) {
            try {
                guard.admit(attempts.apply(admitted));
                admitted++;
            } catch (TooMany tooMany) {
                nanos += Math.max(tooMany.howLong().toNanos(), 1);
            }
        }
        return admitted;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private void wrong(String address, String login, @Nullable String word) {
        guard.admit(new Attempt(address, login, word));
    }

    private void assertAdmitted(String address, String login, @Nullable String word) {
        assertThatCode(() -> guard.admit(new Attempt(address, login, word))).doesNotThrowAnyException();
    }

    private TooMany refused(String address, String login, @Nullable String word) {
        var refused = catchThrowableOfType(TooMany.class, () -> guard.admit(new Attempt(address, login, word)));
        assertThat(refused).isNotNull();
        return refused;
    }
}
