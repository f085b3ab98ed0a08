package org.zhongchuang.ground.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.Passkeys;
import org.zhongchuang.ground.identity.SecondFactors;

/** Taking one's own second factors away; the last one stays with those who must have one. */
@Controller
class FactorPages {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FactorState state;
    private final AuditLog audit;

    FactorPages(SecondFactors factors, Passkeys passkeys, FactorState state, AuditLog audit) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.state = state;
        this.audit = audit;
    }

    @PostMapping("/account/passkeys/remove")
    @Common("Everybody removes passkeys of their own; another one is not found.")
    @Only
    @Fresh
    RedirectView removePasskey(@RequestParam(defaultValue = "") String id, Actor actor) {
        var has = state.of(actor);
        var isLast = !has.authenticator() && passkeys.of(actor.login()).size() <= 1;
        if (has.offered() && has.needed() && isLast) {
            return new RedirectView("/account?done=last");
        }
        passkeys.remove(actor, id);
        return new RedirectView("/account?done=factor");
    }

    @PostMapping("/account/authenticator/remove")
    @Only
    @Fresh
    RedirectView removeAuthenticator(Actor actor) {
        var has = state.of(actor);
        if (has.needed() && !has.passkey()) {
            return new RedirectView("/account?done=last");
        }
        if (has.authenticator()) {
            factors.removeAuthenticator(actor.person());
            audit.record(actor, "factor.remove", actor.login(), "authenticator");
        }
        return new RedirectView("/account?done=factor");
    }
}
