package org.zhongchuang.ground.shell;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that passkeys are bound to. */
@Component
class PasskeyOrigin {

    private final String origin;

    PasskeyOrigin(OutsideSettings outside, @Value("${server.port}") int port) {
        this.origin = outside.origin(port);
    }

    String origin() {
        return origin;
    }

    String host() {
        return URI.create(origin).getHost();
    }
}
