package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.ground.kernel.Paths;

/** Where a person goes after signing in: to the form they could not send, to the page they wanted, or to their desk. */
public final class AfterSignIn {

    private AfterSignIn() {}

    /** The sign-in page once more after a wrong password; it still knows where its reader wanted to go. */
    static String again(HttpServletRequest request) {
        var to = Paths.ours(request.getParameter("to"), "");
        return "/sign-in?failed" + (to.isEmpty() ? "" : "&to=" + UriUtils.encode(to, UTF_8));
    }

    public static String destination(HttpServletRequest request) {
        if (request.getSession().getAttribute(UnsentForm.KEPT) != null) {
            return "/sign-in/unsent";
        }
        return Paths.ours(request.getParameter("to"), "/desk");
    }
}
