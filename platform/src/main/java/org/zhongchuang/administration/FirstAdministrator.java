package org.zhongchuang.administration;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.zhongchuang.access.Accounts;

/**
 * The one-time link by which an empty installation gets its first administrator. A new one at each start until it is
 * used.
 */
@Component
public class FirstAdministrator {

    private final Accounts accounts;
    private final Environment environment;
    private final String token;

    FirstAdministrator(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    @EventListener
    void offer(ApplicationReadyEvent ready) {
        if (!accounts.hasAdministrator()) {
            System.out.printf(
                    "▸ 创建第一个管理员（链接只能用一次）/ create the first administrator (the link works once): http://localhost:%s/first-administrator/%s%n",
                    environment.getProperty("server.port"), token);
        }
    }

    /** Whether that is the link of this start and nobody has used it. */
    public boolean admits(String presented) {
        return MessageDigest.isEqual(
                        token.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        presented.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                && !accounts.hasAdministrator();
    }
}
