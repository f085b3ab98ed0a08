package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.zhongchuang.ground.access.Actor;

/** Judges how far somebody has come who has signed in; the {@link Gate} asks it at each request. */
public interface Entrance {

    /** The page that asks who is there once more. */
    String AGAIN = "/sign-in/again";

    /** How far somebody has come. */
    sealed interface Progress {

        /** All that was asked for is proven. */
        record Inside() implements Progress {}

        /** Something is to be done first, on that page; until then they are nobody. */
        record Next(String page) implements Progress {}

        /** Their session has lasted long enough. */
        record Ended() implements Progress {}
    }

    /** How far the person behind a request has come, who holds those appointments. */
    Progress progress(HttpServletRequest request, Authentication person, List<Actor> appointments);

    /** Whether the person behind a request proved who they are within the last minutes. */
    boolean isFresh(HttpServletRequest request);

    /** Whether the person behind a request may add a passkey now. */
    boolean mayAddPasskey(HttpServletRequest request);
}
