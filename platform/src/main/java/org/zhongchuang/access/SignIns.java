package org.zhongchuang.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the account for a sign-in. How often passwords may be tried is the {@link SignInGuard}'s business. */
@Service
class SignIns implements UserDetailsService {

    private final JdbcClient jdbc;

    SignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return jdbc.sql("select login, password from access.person where login = lower(:login)")
                .param("login", login)
                .query((row, _) -> User.withUsername(row.getString("login"))
                        .password(row.getString("password"))
                        .authorities("SIGNED_IN")
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
