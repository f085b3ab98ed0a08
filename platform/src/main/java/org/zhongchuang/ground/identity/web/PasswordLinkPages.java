package org.zhongchuang.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.identity.PasswordLinks;

/** The page behind a one-time link: somebody sets their password. */
@Controller
public class PasswordLinkPages {

    static final Text DIFFERENT = Text.of("两次输入的新密码不一样。", "The two new passwords differ.");

    /** Where the session keeps the secret of a link, so that it stands in one address only. */
    private static final String TOKEN = "password-link";

    private final PasswordLinks links;

    PasswordLinkPages(PasswordLinks links) {
        this.links = links;
    }

    /** The form behind a link. */
    public record LinkPage(
            String login,
            String name,
            boolean shown,
            @Nullable Text refused) {}

    /** What is told of a link that does not work: how many hours one does. */
    public record DeadPage(long hours) {}

    /**
     * A link is opened by looking at it, and used by sending the form: what looks at links in messages uses none up.
     */
    @GetMapping("/set-password/{token}")
    @Common("Whoever has the one-time link is the one it was meant for.")
    @Anyone
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        if (links.owner(token).isEmpty()) {
            return dead();
        }
        request.getSession().setAttribute(TOKEN, token);
        return new ModelAndView("redirect:/set-password");
    }

    @GetMapping("/set-password")
    @Anyone
    ModelAndView form(@RequestParam Optional<String> show, HttpServletRequest request) {
        return links.owner(token(request))
                .map(owner -> page(owner, show.isPresent(), null))
                .orElseGet(PasswordLinkPages::dead);
    }

    @PostMapping("/set-password")
    @Anyone
    ModelAndView set(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        var owner = links.owner(token(request));
        if (owner.isEmpty()) {
            return dead();
        }
        if (!password.equals(again)) {
            return refused(owner.get(), DIFFERENT);
        }
        return switch (links.set(token(request), password)) {
            case PasswordLinks.Result.Set _ -> {
                request.getSession().invalidate();
                yield new ModelAndView("redirect:/sign-in?set");
            }
            case PasswordLinks.Result.Refused(var reason) -> refused(owner.get(), reason.text());
            case PasswordLinks.Result.Dead _ -> dead();
        };
    }

    /**
     * What whoever comes with a link that does not work is told; the same whether it was used, is too old or was made
     * up.
     */
    private static ModelAndView dead() {
        var page = new ModelAndView("ground/identity/dead-link", "page", new DeadPage(PasswordLinks.LIFE.toHours()));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static String token(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(TOKEN) instanceof String token ? token : "";
    }

    private static ModelAndView refused(Credentials.Holder owner, Text reason) {
        var page = page(owner, false, reason);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView page(Credentials.Holder owner, boolean shown, @Nullable Text refused) {
        return new ModelAndView(
                "ground/identity/set-password", "page", new LinkPage(owner.login(), owner.name(), shown, refused));
    }
}
