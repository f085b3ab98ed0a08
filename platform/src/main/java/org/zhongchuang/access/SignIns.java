package org.zhongchuang.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account for a sign-in and locks it for a while after too many wrong passwords. */
@Service
class SignIns implements UserDetailsService {

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return jdbc.sql(
                        "select login, password, coalesce(locked_until > :now, false) locked from access.person where login = lower(:login)")
                .param("login", login)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> User.withUsername(row.getString("login"))
                        .password(row.getString("password"))
                        .accountLocked(row.getBoolean("locked"))
                        .authorities("SIGNED_IN")
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @EventListener
    @Transactional
    public void count(AuthenticationFailureBadCredentialsEvent failure) {
        jdbc.sql("""
                        update access.person
                           set failed_attempts = case when failed_attempts + 1 >= :most then 0 else failed_attempts + 1 end,
                               locked_until = case when failed_attempts + 1 >= :most then :until else locked_until end
                         where login = lower(:login)
                        """)
                .param("most", MOST_FAILURES)
                .param("until", Timestamp.from(clock.instant().plus(LOCK)))
                .param("login", failure.getAuthentication().getName())
                .update();
    }

    @EventListener
    @Transactional
    public void forget(AuthenticationSuccessEvent success) {
        jdbc.sql("update access.person set failed_attempts = 0 where login = :login and failed_attempts > 0")
                .param("login", success.getAuthentication().getName())
                .update();
    }
}
