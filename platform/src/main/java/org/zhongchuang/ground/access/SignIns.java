package org.zhongchuang.ground.access;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account for a sign-in. How often passwords may be tried is the {@link SignInGuard}'s business. */
@Service
class SignIns implements UserDetailsService, UserDetailsPasswordService {

    private final JdbcClient jdbc;

    /**
     * What an account without a password is compared with: as slow as any other, and never right. Made beside the
     * start, which it would lengthen by half a second.
     */
    private final CompletableFuture<String> nobodysPassword;

    SignIns(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.nobodysPassword = CompletableFuture.supplyAsync(
                () -> Objects.requireNonNull(passwords.encode(UUID.randomUUID().toString())));
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return jdbc.sql(
                        "select login, coalesce(password, :nobodys) password, disabled_at is not null disabled from access.person where login = lower(:login)")
                .param("nobodys", nobodysPassword.join())
                .param("login", login)
                .query((row, _) -> User.withUsername(row.getString("login"))
                        .password(row.getString("password"))
                        .disabled(row.getBoolean("disabled"))
                        .authorities("SIGNED_IN")
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Keeps the same password under the present way of hashing, when somebody signs in whose hash is older. */
    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        jdbc.sql("update access.person set password = :hash where login = :login")
                .param("hash", Objects.requireNonNull(hash))
                .param("login", user.getUsername())
                .update();
        return User.withUserDetails(user).password(hash).build();
    }
}
