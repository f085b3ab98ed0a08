package org.zhongchuang.shell;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that passkeys are bound to. */
@Component
class PasskeyOrigin {

    private final String origin;

    PasskeyOrigin(ShellSettings settings, @Value("${server.port}") int port) {
        this.origin = settings.origin().isBlank() ? "http://localhost:" + port : settings.origin();
    }

    String origin() {
        return origin;
    }

    String host() {
        return URI.create(origin).getHost();
    }
}
