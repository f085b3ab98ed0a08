package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.menu.Door;
import org.zhongchuang.ground.menu.Doors;

/**
 * Lets in whom a page states it lets in, and as far as they reach the thing it is about. A page that states nothing
 * lets in nobody.
 *
 * <p>Finds out who is acting: the signed-in person under the appointment they chose.
 */
@Component
class Gate implements HandlerInterceptor {

    static final String ACTOR = Gate.class.getName() + ".actor";
    static final String APPOINTMENTS = Gate.class.getName() + ".appointments";
    static final String DOORS = Doors.class.getName();
    static final String CHOSEN = "appointment";

    private static final String NEXT = Gate.class.getName() + ".next";

    private final Accounts accounts;
    private final UnsentForms unsent;
    private final Entrance entrance;
    private final ThingsNamed things;
    private final Doors doors;

    Gate(Accounts accounts, UnsentForms unsent, Entrance entrance, ThingsNamed things, Doors doors) {
        this.accounts = accounts;
        this.unsent = unsent;
        this.entrance = entrance;
        this.things = things;
        this.doors = doors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var actor = identify(request);
        request.setAttribute(DOORS, doors);
        var door = Door.of(method);
        if (door.anyone()) {
            return true;
        }
        if (!door.only()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (actor == null) {
            askToSignIn(request, response);
            return false;
        }
        if (!door.admits(actor)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return switch (things.answer(method, actor, request)) {
            case YES -> isRecentEnough(door, request, response);
            case NOT_THEIRS -> {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                yield false;
            }
            case NOTHING_THERE -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                yield false;
            }
        };
    }

    /** Before money and appointments somebody who signed in long ago says once more who they are. */
    private boolean isRecentEnough(Door door, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (door.fresh() && !entrance.isFresh(request)) {
            first(Entrance.AGAIN, request, response);
            return false;
        }
        return true;
    }

    private @Nullable Actor identify(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return null;
        }
        var appointments = accounts.appointmentsOf(authentication.getName());
        switch (entrance.progress(request, authentication, appointments)) {
            case Entrance.Progress.Inside _ -> {}
            case Entrance.Progress.Next(var page) -> {
                request.setAttribute(NEXT, page);
                return null;
            }
            case Entrance.Progress.Ended _ -> {
                Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
                SecurityContextHolder.clearContext();
                return null;
            }
        }
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
        first(request.getAttribute(NEXT) instanceof String next ? next : "/sign-in", request, response);
    }

    /** Leads to a page where something is done first, and keeps what was wanted or typed until then. */
    private void first(String page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", unsent.keep(request) ? page + "?unsent" : page);
            response.setStatus(HttpServletResponse.SC_OK);
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect(page + "?to=" + UriUtils.encode(path, UTF_8));
        } else {
            response.sendRedirect(page + (unsent.keep(request) ? "?unsent" : "?ended"));
        }
    }

    @SuppressWarnings("unchecked") // Only this class sets the attribute.
    static List<Actor> appointments(HttpServletRequest request) {
        var appointments = (List<Actor>) request.getAttribute(APPOINTMENTS);
        return appointments == null ? List.of() : appointments;
    }
}
