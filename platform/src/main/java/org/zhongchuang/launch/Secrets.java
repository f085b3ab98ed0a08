package org.zhongchuang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Passwords and keys of one installation: made once, kept beside the data and outside the database, readable by its
 * owner only.
 */
public final class Secrets {

    private final Path folder;

    public Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    String databasePassword() {
        return secret("database-password");
    }

    Path databasePasswordFile() {
        databasePassword();
        return folder.resolve("database-password");
    }

    /** The 256-bit key under which personal data is encrypted, hexadecimal. */
    public String personalDataKey() {
        return secret("personal-data-key");
    }

    /** The secret from which the key that signs decisions grows, hexadecimal. */
    public String decisionKey() {
        return secret("decision-key");
    }

    private String secret(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder);
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var making = Files.createTempFile(
                folder,
                "making",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(making, HexFormat.of().formatHex(bytes));
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
