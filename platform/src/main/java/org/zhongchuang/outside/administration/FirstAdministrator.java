package org.zhongchuang.outside.administration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;

/**
 * The one-time link by which an empty installation gets its first administrator: a new one at each start, good for a
 * day and for this start only.
 *
 * <p>Whoever reads the link can become administrator, so it is shown on a terminal and nowhere else; without a
 * terminal, where what is printed ends in some log, it lies in a file that only the owner of the data can read.
 */
@Component
public class FirstAdministrator {

    private static final Duration VALID = Duration.ofHours(24);

    private final Accounts accounts;
    private final Environment environment;
    private final Path file;
    private final String token;
    private final Clock clock;
    private final Instant made;

    FirstAdministrator(
            Accounts accounts, Environment environment, @Value("${zhongchuang.data}") Path data, Clock clock) {
        this.clock = clock;
        this.made = clock.instant();
        this.accounts = accounts;
        this.environment = environment;
        this.file = data.resolve("first-administrator.txt");
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    @EventListener
    void offer(ApplicationReadyEvent ready) throws IOException {
        Files.deleteIfExists(file);
        if (accounts.hasAdministrator()) {
            return;
        }
        var link =
                "http://localhost:%s/first-administrator/%s".formatted(environment.getProperty("server.port"), token);
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            say("（链接 24 小时内有效，只能用一次）/ create the first administrator (the link works once, within 24 hours): " + link);
        } else {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, link + "\n", UTF_8);
            say("：链接在这个文件里，24 小时内有效 / create the first administrator: the link is in this file, good for 24 hours: "
                    + file);
        }
    }

    /** Whether that is the link of this start, still good, and nobody has used it. */
    public boolean admits(String presented) {
        return MessageDigest.isEqual(token.getBytes(US_ASCII), presented.getBytes(US_ASCII))
                && clock.instant().isBefore(made.plus(VALID))
                && !accounts.hasAdministrator();
    }

    /** The link ends when it was used, and with this start. */
    @PreDestroy
    public void withdraw() throws IOException {
        Files.deleteIfExists(file);
    }

    private static void say(String what) {
        System.out.println("▸ 创建第一个管理员" + what);
    }
}
