package org.zhongchuang.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.access.Accounts;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Anyone;
import org.zhongchuang.access.KnownBrowsers;
import org.zhongchuang.access.Limit;
import org.zhongchuang.access.Only;
import org.zhongchuang.access.Throttle;

/**
 * Lets in whom a page states it lets in. A page that states nothing lets in nobody.
 *
 * <p>Finds out who is acting: the signed-in person under the appointment they chose.
 */
@Component
class Gate implements HandlerInterceptor {

    static final String ACTOR = Gate.class.getName() + ".actor";
    static final String APPOINTMENTS = Gate.class.getName() + ".appointments";
    static final String CHOSEN = "appointment";

    private final Accounts accounts;
    private final KnownBrowsers browsers;
    private final Throttle throttle;

    Gate(Accounts accounts, KnownBrowsers browsers, Throttle throttle) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.throttle = throttle;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var actor = identify(request);
        if (method.hasMethodAnnotation(Anyone.class)) {
            return true;
        }
        var only = method.getMethodAnnotation(Only.class);
        if (only == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (actor == null) {
            askToSignIn(request, response);
            return false;
        }
        if (only.value().length == 0 || Arrays.asList(only.value()).contains(actor.role())) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private @Nullable Actor identify(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return null;
        }
        var appointments = accounts.appointmentsOf(authentication.getName());
        var session = request.getSession(false);
        var chosen = session == null ? null : (UUID) session.getAttribute(CHOSEN);
        var actor = appointments.stream()
                .filter(one -> one.appointment().equals(chosen))
                .findFirst()
                .or(() -> appointments.stream().findFirst())
                .orElse(null);
        request.setAttribute(ACTOR, actor);
        request.setAttribute(APPOINTMENTS, appointments);
        return actor;
    }

    /** Somebody whose session ended in the middle of a form gets back what they typed once they have signed in. */
    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", keep(request) ? "/sign-in?unsent" : "/sign-in");
            response.setStatus(HttpServletResponse.SC_OK);
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect("/sign-in?to=" + UriUtils.encode(path, UTF_8));
        } else {
            response.sendRedirect(keep(request) ? "/sign-in?unsent" : "/sign-in?ended");
        }
    }

    /** Keeps a form for whoever held the browser's last session. Of a browser that never held one nothing is kept. */
    private boolean keep(HttpServletRequest request) {
        var word = SignInBrake.word(request);
        var form = browsers.lastLogin(word).flatMap(login -> UnsentForm.of(login, request));
        if (word == null
                || form.isEmpty()
                || throttle.take(Limit.UNSENT_FORM, word).isPresent()) {
            return false;
        }
        request.getSession().setAttribute(UnsentForm.KEPT, form.get());
        return true;
    }

    @SuppressWarnings("unchecked") // Only this class sets the attribute.
    static List<Actor> appointments(HttpServletRequest request) {
        var appointments = (List<Actor>) request.getAttribute(APPOINTMENTS);
        return appointments == null ? List.of() : appointments;
    }
}
