package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Passwords and keys of one installation: made once, kept beside the data and outside the database, readable by its
 * owner only. Where several servers share them, the environment names another folder, or holds the keys themselves.
 *
 * <p>They are made before the first database is: once there is one, a missing key is lost, not new.
 */
public final class Secrets {

    private static final String DATABASE_PASSWORD = "database-password";
    private static final String PERSONAL_DATA = "personal-data-key";
    private static final String RECOGNITION = "recognition-key";
    private static final String DECISIONS = "decision-key";

    /** Where the environment names the folder. */
    private static final String FOLDER = "ZHONGCHUANG_SECRETS";

    private final Path data;
    private final Path folder;
    private final Map<String, String> environment;

    public Secrets(Path data) {
        this(data, System.getenv());
    }

    public Secrets(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = Map.copyOf(environment);
        this.folder = Optional.ofNullable(environment.get(FOLDER)).map(Path::of).orElse(data.resolve("secrets"));
    }

    /** A secret that should be there is not. The message says in both languages what to do. */
    public static final class Lost extends CannotStart {

        Lost(String zh, String en) {
            super(zh, en);
        }
    }

    /** The folder they are kept in. */
    public Path folder() {
        return folder;
    }

    String databasePassword() {
        return secret(DATABASE_PASSWORD);
    }

    Path databasePasswordFile() {
        databasePassword();
        return folder.resolve(DATABASE_PASSWORD);
    }

    /** The 256-bit keys under which personal data is encrypted, hexadecimal, one per line, the first in use. */
    public String personalDataKey() {
        return secret(PERSONAL_DATA);
    }

    /** The key by which a person is recognised whose number is not kept. It never changes. */
    public String recognitionKey() {
        if (given(RECOGNITION).isPresent() || Files.exists(folder.resolve(RECOGNITION))) {
            return secret(RECOGNITION);
        }
        // An older installation recognised people by the one key it had: it stays, whatever becomes of the sealing.
        var first = lines(personalDataKey());
        return Files.exists(folder.resolve(RECOGNITION)) ? secret(RECOGNITION) : first.getLast();
    }

    /** The secrets from which the keys that sign decisions grow, hexadecimal, one per line, the first in use. */
    public String decisionKey() {
        return secret(DECISIONS);
    }

    /** All of them by name, wherever each comes from: what a backup has to keep. */
    public Map<String, String> all() {
        var all = new TreeMap<String, String>();
        all.put(DATABASE_PASSWORD, databasePassword());
        all.put(RECOGNITION, recognitionKey());
        all.put(PERSONAL_DATA, personalDataKey());
        all.put(DECISIONS, decisionKey());
        return all;
    }

    /** The keys of that file as they would be with another one in use. Written beside their place and renamed. */
    public void putFirst(String name, String key) {
        replace(name, key + "\n" + secret(name));
    }

    /** Takes a key away. */
    public void remove(String name, String key) {
        replace(
                name,
                String.join(
                        "\n",
                        lines(secret(name)).stream()
                                .filter(line -> !line.equalsIgnoreCase(key))
                                .toList()));
    }

    /** Keeps the key of recognition in a file of its own, before the one it was taken from may go. */
    public void keepRecognition() {
        if (given(RECOGNITION).isEmpty() && !Files.exists(folder.resolve(RECOGNITION))) {
            replace(RECOGNITION, recognitionKey());
        }
    }

    /** Whether a secret comes from the environment, where nobody can change it for good. */
    public boolean isGiven(String name) {
        return given(name).isPresent();
    }

    /** A new secret, hexadecimal. */
    public static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+")).toList();
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(
                        environment.get("ZHONGCHUANG_" + name.replace('-', '_').toUpperCase(java.util.Locale.ROOT)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private String secret(String name) {
        var given = given(name);
        if (given.isPresent()) {
            return given.get();
        }
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                if (hasDatabase()) {
                    throw new Lost(
                            "数据在 %s，但密钥文件 %s 不见了；没有它就打不开已有的数据，因此不启动，什么也没有改动。请从备份恢复整个 secrets 文件夹（数据库、files、secrets 来自同一份备份）再启动。"
                                    .formatted(data, file),
                            "The data is in %s, but the key file %s is gone; without it the data cannot be opened, so nothing starts and nothing was changed. Put the whole folder \"secrets\" back from a backup (database, files and secrets of one backup), then start again."
                                    .formatted(data, file));
                }
                makeAll();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasDatabase() {
        return Files.exists(data.resolve("postgres/cluster/PG_VERSION"));
    }

    /** All at once, so that one that is missing later was lost and not merely never made. */
    private void makeAll() throws IOException {
        var older = Files.exists(folder.resolve(PERSONAL_DATA));
        for (var name : List.of(DATABASE_PASSWORD, RECOGNITION, PERSONAL_DATA, DECISIONS)) {
            var needed = given(name).isEmpty() && !Files.exists(folder.resolve(name));
            if (needed && !(older && name.equals(RECOGNITION))) {
                write(name, random());
            }
        }
    }

    private void replace(String name, String text) {
        try {
            write(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        var making = Files.createTempFile(
                folder,
                "making",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(making, text);
        Disk.syncFile(making);
        Files.move(making, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        // Without this a power cut could take the key away again after the first data has been sealed with it.
        Disk.syncFolder(folder);
    }
}
