package org.zhongchuang.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.identity.Authenticators;
import org.zhongchuang.ground.identity.PasswordProof;
import org.zhongchuang.ground.identity.Proof;
import org.zhongchuang.ground.identity.SecondFactors;
import org.zhongchuang.ground.identity.Threshold;
import org.zhongchuang.ground.kernel.Paths;
import org.zhongchuang.ground.sheet.QrCode;
import org.zhongchuang.ground.shell.AfterSignIn;
import org.zhongchuang.ground.shell.Entrance.Progress;
import org.zhongchuang.ground.shell.Problem;

/** The steps after a right password: the second factor, the first time it is set up, and being asked once more. */
@Controller
public class SecondStepPages {

    /** Where the session keeps a sealed secret that no code has confirmed yet. */
    private static final String SECRET = "new-authenticator";

    private static final Text WRONG =
            Text.of("验证码不对，或者已经用过。请等下一个验证码再试。", "The code is wrong or was used. Wait for the next one and try again.");
    private static final Text NOT_YOU = Text.of("没有通过验证，请再试一次。", "That did not prove it; please try again.");

    private final Threshold threshold;
    private final SecondFactors factors;
    private final PasswordProof passwords;
    private final Authenticators authenticators;

    SecondStepPages(
            Threshold threshold, SecondFactors factors, PasswordProof passwords, Authenticators authenticators) {
        this.threshold = threshold;
        this.factors = factors;
        this.passwords = passwords;
        this.authenticators = authenticators;
    }

    /** Asks for a code or a passkey. */
    public record SecondPage(
            String to,
            boolean authenticator,
            boolean passkey,
            @Nullable Text refused) {}

    /** Shows the secret of a new authenticator as a picture and in letters; {@code needed} before anything else. */
    public record SetUpPage(
            String to,
            boolean needed,
            String secret,
            QrCode picture,
            @Nullable Text refused) {}

    /** The recovery codes, shown this one time. */
    public record CodesPage(List<String> codes, String onwards) {}

    /** Asks once more who is there. */
    public record AgainPage(
            String to,
            boolean unsent,
            boolean authenticator,
            boolean passkey,
            boolean shown,
            @Nullable Text refused) {}

    @GetMapping(Threshold.SECOND)
    @Anyone
    ModelAndView second(@RequestParam Optional<String> to, HttpServletRequest request) {
        return switch (progress(request)) {
            case Progress.Next(var page) when page.equals(Threshold.SECOND) -> second(request, to.orElse(""), null);
            case Progress.Next(var page) -> new ModelAndView("redirect:" + page);
            case Progress.Inside _ -> new ModelAndView("redirect:" + AfterSignIn.destination(request));
            case Progress.Ended _ -> new ModelAndView("redirect:/sign-in");
        };
    }

    @PostMapping(Threshold.SECOND)
    @Anyone
    ModelAndView show(
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<String> to,
            HttpServletRequest request) {
        if (!(progress(request) instanceof Progress.Next(var page)) || !page.equals(Threshold.SECOND)) {
            return second(to, request);
        }
        return switch (factors.check(login(request), code, Optional.empty())) {
            case RIGHT -> {
                threshold.shown(request);
                yield new ModelAndView("redirect:" + AfterSignIn.destination(request));
            }
            case WRONG -> second(request, to.orElse(""), WRONG);
            case WAIT -> second(request, to.orElse(""), Proof.LATER);
        };
    }

    @GetMapping(Threshold.SET_UP)
    @Anyone
    ModelAndView setUp(@RequestParam Optional<String> to, HttpServletRequest request) {
        return switch (progress(request)) {
            case Progress.Next(var page)
            when page.equals(Threshold.SET_UP) -> setUp(request, true, to.orElse(""), null);
            case Progress.Next(var page) -> new ModelAndView("redirect:" + page);
            case Progress.Inside _ when threshold.isDemonstration() -> throw Problem.noSuchThing("second factor");
            case Progress.Inside _ ->
                threshold.isFresh(request)
                        ? setUp(request, false, to.orElse(""), null)
                        : new ModelAndView("redirect:/sign-in/again?to=" + Threshold.SET_UP);
            case Progress.Ended _ -> new ModelAndView("redirect:/sign-in");
        };
    }

    @PostMapping(Threshold.SET_UP)
    @Anyone
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<String> to,
            @Nullable Actor actor,
            HttpServletRequest request) {
        var progress = progress(request);
        var needed = progress instanceof Progress.Next(var page) && page.equals(Threshold.SET_UP);
        var wanted = progress instanceof Progress.Inside && threshold.isFresh(request);
        var secret = request.getSession().getAttribute(SECRET);
        if (threshold.isDemonstration() || !(needed || wanted) || !(secret instanceof byte[] sealed)) {
            return setUp(to, request);
        }
        var codes = factors.confirm(login(request), sealed, code, Optional.ofNullable(actor));
        if (codes.isEmpty()) {
            return setUp(request, needed, to.orElse(""), WRONG);
        }
        request.getSession().removeAttribute(SECRET);
        threshold.shown(request);
        return new ModelAndView(
                "ground/identity/codes",
                "page",
                new CodesPage(codes.get(), needed ? AfterSignIn.destination(request) : "/account"));
    }

    @GetMapping("/sign-in/again")
    @Only
    ModelAndView again(
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> unsent,
            @RequestParam Optional<String> show,
            Actor actor) {
        return again(actor, Paths.ours(to.orElse(null), ""), unsent.isPresent(), show.isPresent(), null);
    }

    @PostMapping("/sign-in/again")
    @Only
    ModelAndView prove(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<String> to,
            Actor actor,
            HttpServletRequest request) {
        var proof = code.isBlank()
                ? passwords.check(actor, password)
                : factors.check(actor.login(), code, Optional.of(actor));
        if (proof != Proof.RIGHT) {
            var refused = proof == Proof.WAIT ? Proof.LATER : NOT_YOU;
            return again(actor, Paths.ours(to.orElse(null), ""), false, false, refused);
        }
        threshold.proven(request);
        return new ModelAndView("redirect:" + AfterSignIn.destination(request));
    }

    /** New recovery codes in place of the old, or the first. */
    @PostMapping("/account/recovery-codes")
    @Only
    @Fresh
    ModelAndView newCodes(Actor actor) {
        if (!factors.hasAuthenticator(actor.login())) {
            throw Problem.noSuchThing("authenticator");
        }
        return new ModelAndView(
                "ground/identity/codes", "page", new CodesPage(factors.newRecoveryCodes(actor), "/account"));
    }

    private ModelAndView second(HttpServletRequest request, String to, @Nullable Text refused) {
        var login = login(request);
        return page(
                "ground/identity/second",
                new SecondPage(Paths.ours(to, ""), factors.hasAuthenticator(login), factors.hasPasskey(login), refused),
                refused);
    }

    private ModelAndView setUp(HttpServletRequest request, boolean needed, String to, @Nullable Text refused) {
        var session = request.getSession();
        if (!(session.getAttribute(SECRET) instanceof byte[])) {
            session.setAttribute(SECRET, authenticators.newSecret());
        }
        var secret = (byte[]) session.getAttribute(SECRET);
        return page(
                "ground/identity/set-up",
                new SetUpPage(
                        Paths.ours(to, ""),
                        needed,
                        authenticators.written(secret),
                        QrCode.of(authenticators.address(login(request), secret)),
                        refused),
                refused);
    }

    private ModelAndView again(Actor actor, String to, boolean unsent, boolean shown, @Nullable Text refused) {
        return page(
                "ground/identity/again",
                new AgainPage(
                        to,
                        unsent,
                        factors.hasAuthenticator(actor.login()),
                        factors.hasPasskey(actor.login()),
                        shown,
                        refused),
                refused);
    }

    private static ModelAndView page(String template, Object page, @Nullable Text refused) {
        var answer = new ModelAndView(template, "page", page);
        if (refused != null) {
            answer.setStatus(HttpStatus.CONFLICT);
        }
        return answer;
    }

    /** How far the visitor has come; to somebody who has not signed in there is nothing here. */
    private Progress progress(HttpServletRequest request) {
        return threshold.progress(request).orElseGet(Progress.Ended::new);
    }

    private String login(HttpServletRequest request) {
        return threshold
                .present(request)
                .orElseThrow(() -> Problem.noSuchThing("sign-in"))
                .login();
    }
}
