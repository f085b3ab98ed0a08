package org.zhongchuang.ground.identity;

import java.time.Instant;

/**
 * A link by which one person sets a password once.
 *
 * @param token the secret in it, shown to the administrator who made it and kept nowhere
 */
public record PasswordLink(String token, Instant expiresAt) {

    public String path() {
        return "/set-password/" + token;
    }
}
