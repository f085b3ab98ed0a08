package org.zhongchuang.procedure.casework;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody tries to change a case that is not theirs or not open for changes. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class NotWritable extends RuntimeException {

    public NotWritable(String message) {
        super(message);
    }
}
