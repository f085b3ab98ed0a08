package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.audit.SignInTrace;

/** Signing in by one click, in a demonstration only. */
@Controller
class DemonstrationSignIn {

    private final ShellSettings settings;
    private final UserDetailsService people;
    private final SignInTrace trace;
    private final SignInBrake brake;

    DemonstrationSignIn(ShellSettings settings, UserDetailsService people, SignInTrace trace, SignInBrake brake) {
        this.settings = settings;
        this.people = people;
        this.trace = trace;
        this.brake = brake;
    }

    /** One click instead of a password: only in a demonstration, and only for its demonstration people. */
    @PostMapping("/sign-in/as")
    @Common("In a demonstration anybody may act as anybody.")
    @Anyone
    RedirectView signInAs(
            @RequestParam String login,
            @RequestParam Optional<UUID> appointment,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.enabled()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var person = people.loadUserByUsername(login);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        var unsent = request.getSession().getAttribute(UnsentForm.KEPT);
        request.getSession().invalidate();
        request.getSession(true).setAttribute(UnsentForm.KEPT, unsent);
        // Whoever holds several roles comes in under the one that was pressed.
        appointment.ifPresent(one -> request.getSession().setAttribute(Gate.CHOSEN, one));
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        trace.came(person.getUsername(), "sign-in.demonstration");
        brake.signedIn(person.getUsername(), request, response);
        return new RedirectView(AfterSignIn.destination(request));
    }
}
