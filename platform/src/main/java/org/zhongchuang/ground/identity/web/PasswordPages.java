package org.zhongchuang.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.identity.Passwords;

/** Changing one's own password. */
@Controller
public class PasswordPages {

    private final Passwords passwords;

    PasswordPages(Passwords passwords) {
        this.passwords = passwords;
    }

    /** The form for a new password. */
    public record PasswordPage(boolean shown, @Nullable Text refused) {}

    @GetMapping("/account/password")
    @Only
    ModelAndView password(@RequestParam Optional<String> show) {
        return new ModelAndView("ground/identity/password", "page", new PasswordPage(show.isPresent(), null));
    }

    @PostMapping("/account/password")
    @Only
    ModelAndView change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Actor actor,
            HttpServletRequest request) {
        if (!password.equals(again)) {
            return refused(PasswordLinkPages.DIFFERENT);
        }
        return switch (passwords.change(
                actor, old, password, request.getSession().getId())) {
            case Passwords.Result.Changed _ -> {
                request.changeSessionId();
                yield new ModelAndView("redirect:/account?done=password");
            }
            case Passwords.Result.Refused(var reason) -> refused(reason);
        };
    }

    private static ModelAndView refused(Text reason) {
        var page = new ModelAndView("ground/identity/password", "page", new PasswordPage(false, reason));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
