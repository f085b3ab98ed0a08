package org.zhongchuang.ground.file;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The disk of the files is full: what was sent is not kept, and its sender is told. */
@ResponseStatus(HttpStatus.INSUFFICIENT_STORAGE)
public final class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRoom(IOException cause) {
        super("the disk of the files is full", cause);
    }
}
