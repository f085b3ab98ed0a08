package org.zhongchuang.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.Sessions;

/** Ending one's own sessions elsewhere. */
@Controller
class SessionPages {

    private final Sessions sessions;
    private final AuditLog audit;

    SessionPages(Sessions sessions, AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping("/account/sessions/end")
    @Only
    @Fresh
    RedirectView end(@RequestParam(defaultValue = "") String mark, Actor actor) {
        if (sessions.end(actor.login(), mark)) {
            audit.record(actor, "session.end", actor.login(), "");
        }
        return new RedirectView("/account?done=session#sessions");
    }

    @PostMapping("/account/sessions/end-others")
    @Only
    @Fresh
    RedirectView endOthers(Actor actor, HttpServletRequest request) {
        sessions.endOthers(actor.login(), request.getSession().getId());
        audit.record(actor, "session.end-all", actor.login(), "");
        return new RedirectView("/account?done=session#sessions");
    }
}
