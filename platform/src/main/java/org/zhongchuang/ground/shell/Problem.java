package org.zhongchuang.ground.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What cannot be served, thrown by pages and shown by {@link ProblemPages}. */
public final class Problem {

    private Problem() {}

    public static ResponseStatusException noSuchThing(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }

    /** What is there only after something else was done. */
    public static ResponseStatusException notYet(String what) {
        return new ResponseStatusException(HttpStatus.CONFLICT, what);
    }

    public static ResponseStatusException notYours(String what) {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, what);
    }
}
