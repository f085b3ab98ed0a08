package org.zhongchuang.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.audit.RecentSignIns;
import org.zhongchuang.ground.identity.Passkeys;
import org.zhongchuang.ground.identity.Passkeys.Passkey;
import org.zhongchuang.ground.identity.Sessions;

/** One's own account: roles, how one proves who one is, where one is signed in, and when somebody signed in lately. */
@Controller
public class AccountPages {

    /** As many sign-ins as somebody looks through. */
    private static final int SIGN_INS = 10;

    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final FactorState factors;
    private final RecentSignIns signIns;

    AccountPages(
            Accounts accounts,
            Credentials credentials,
            Sessions sessions,
            Passkeys passkeys,
            FactorState factors,
            RecentSignIns signIns) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.factors = factors;
        this.signIns = signIns;
    }

    /** One's own account. */
    public record AccountPage(
            Actor actor,
            List<Actor> appointments,
            Optional<Instant> passwordSetAt,
            FactorState.Factors factors,
            List<Passkey> passkeys,
            List<Sessions.Place> places,
            List<RecentSignIns.SignIn> signIns,
            @Nullable Text done) {}

    @GetMapping("/account")
    @Only
    ModelAndView account(Actor actor, @RequestParam Optional<String> done, HttpServletRequest request) {
        return new ModelAndView(
                "ground/identity/account",
                "page",
                new AccountPage(
                        actor,
                        accounts.appointmentsOf(actor.login()),
                        credentials.holder(actor.person()).flatMap(Credentials.Holder::passwordSetAt),
                        factors.of(actor),
                        passkeys.of(actor.login()),
                        sessions.of(actor.login(), request.getSession().getId()),
                        signIns.of(actor, SIGN_INS),
                        done.map(AccountPages::said).orElse(null)));
    }

    private static @Nullable Text said(String done) {
        return switch (done) {
            case "password" ->
                Text.of("密码已修改。您在其他设备上的登录都已退出。", "The password is changed. You are signed out everywhere else.");
            case "session" -> Text.of("已退出。", "Signed out there.");
            case "factor" -> Text.of("双重验证已更新。", "The second factor is up to date.");
            case "last" ->
                Text.of(
                        "您的身份必须保留一种双重验证方式。请先添加另一种，再去掉这一种。",
                        "Your role must keep one second factor. Add another before you remove this one.");
            default -> null;
        };
    }
}
