package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.zhongchuang.ground.kernel.Paths;

/** Where a person goes after signing in: to the form they could not send, to the page they wanted, or to their desk. */
public final class AfterSignIn {

    private AfterSignIn() {}

    public static String destination(HttpServletRequest request) {
        if (request.getSession().getAttribute(UnsentForm.KEPT) != null) {
            return "/sign-in/unsent";
        }
        return Paths.ours(request.getParameter("to"), "/desk");
    }
}
