package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Paths;
import org.zhongchuang.ground.menu.ReadyPeople;

/** Signing in, choosing under which appointment one acts, and getting back a form that came too late. */
@Controller
public class SignInPages {

    private final Accounts accounts;
    private final ShellSettings settings;
    private final AuditLog audit;
    private final UnsentForms unsent;
    private final List<ReadyPeople> ready;

    SignInPages(
            Accounts accounts, ShellSettings settings, AuditLog audit, UnsentForms unsent, List<ReadyPeople> ready) {
        this.ready = ready;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.unsent = unsent;
    }

    /** The sign-in page. {@code demo} lists somebody of each role, in a demonstration only. */
    public record SignInPage(
            boolean failed,
            boolean unsent,
            boolean ended,
            boolean passwordSet,
            boolean shown,
            String to,
            List<Actor> demo) {}

    /** A form that came after its session had ended, or before its sender was asked once more who they are. */
    public record UnsentPage(UnsentForm form) {}

    @GetMapping("/sign-in")
    @Anyone
    ModelAndView signIn(
            @RequestParam Optional<String> failed,
            @RequestParam Optional<String> unsent,
            @RequestParam Optional<String> ended,
            @RequestParam Optional<String> set,
            @RequestParam Optional<String> show,
            @RequestParam Optional<String> to) {
        var wanted = Paths.ours(to.orElse(null), "");
        var demo = settings.enabled() ? offered() : List.<Actor>of();
        return new ModelAndView(
                "ground/shell/sign-in",
                "page",
                new SignInPage(
                        failed.isPresent(),
                        unsent.isPresent(),
                        ended.isPresent(),
                        set.isPresent(),
                        show.isPresent(),
                        wanted,
                        demo));
    }

    /** Somebody of each role, and first those who have all that their first task needs. */
    private List<Actor> offered() {
        return Stream.concat(ready.stream().flatMap(one -> one.ready().stream()), accounts.onePerRole().stream())
                .distinct()
                .sorted(Comparator.comparing(Actor::role))
                .toList();
    }

    @GetMapping("/sign-in/unsent")
    @Only
    ModelAndView unsent(Actor actor, HttpServletRequest request) {
        return unsent.take(actor.login(), request)
                .map(form -> new ModelAndView("ground/shell/unsent", "page", new UnsentPage(form)))
                .orElseGet(() -> new ModelAndView("redirect:/desk"));
    }

    @PostMapping("/account/role")
    @Common("People choose among their own appointments.")
    @Only
    RedirectView act(@RequestParam UUID appointment, Actor actor, HttpServletRequest request) {
        accounts.appointmentsOf(actor.login()).stream()
                .filter(one -> one.appointment().equals(appointment))
                .findFirst()
                .ifPresent(one -> {
                    request.getSession().setAttribute(Gate.CHOSEN, one.appointment());
                    audit.record(one, "session.role", one.role().name(), one.area());
                });
        return new RedirectView("/desk");
    }
}
