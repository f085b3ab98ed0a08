package org.zhongchuang.installation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL of the city's own.
 *
 * @param url for JDBC, without a user or a password
 * @param login whom the address or the environment names
 * @param owner who owns the tables, if that is somebody else
 */
public record DatabaseAddress(String url, Login login, Optional<Login> owner) {

    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?(?:postgresql|postgres)://(?:(?<who>[^/?]*)@)?(?<where>[^/?@]*)/(?<name>[^/?]+)(?:\\?(?<query>.*))?");
    private static final String HINT = "postgresql://USER@HOST:5432/DATABASE";

    /**
     * Reads an address in the form of JDBC or of libpq. User and password stand in it or in the environment
     * ({@code ZHONGCHUANG_DATABASE_USER}, {@code ZHONGCHUANG_DATABASE_PASSWORD}, or a file named by
     * {@code ZHONGCHUANG_DATABASE_PASSWORD_FILE}); the owner of the tables only there
     * ({@code ZHONGCHUANG_DATABASE_OWNER}, {@code ZHONGCHUANG_DATABASE_OWNER_PASSWORD}).
     */
    public static DatabaseAddress read(String text, Map<String, String> environment) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new LaunchOptions.Unclear("数据库地址写成 / write the address of the database as: " + HINT);
        }
        var user = Optional.<String>empty();
        var password = Optional.<String>empty();
        var who = form.group("who");
        if (who != null) {
            var colon = who.indexOf(':');
            user = Optional.of(decode(colon < 0 ? who : who.substring(0, colon)));
            password = colon < 0 ? password : Optional.of(decode(who.substring(colon + 1)));
        }
        var settings = new ArrayList<String>();
        for (var setting : Optional.ofNullable(form.group("query")).orElse("").split("&", -1)) {
            if (setting.startsWith("user=")) {
                user = Optional.of(decode(setting.substring("user=".length())));
            } else if (setting.startsWith("password=")) {
                password = Optional.of(decode(setting.substring("password=".length())));
            } else if (!setting.isBlank()) {
                settings.add(setting);
            }
        }
        add(settings, "reWriteBatchedInserts=true");
        add(settings, "connectTimeout=3");
        add(settings, "tcpKeepAlive=true");
        var login = new Login(
                user.or(() -> first(environment, "ZHONGCHUANG_DATABASE_USER", "SPRING_DATASOURCE_USERNAME"))
                        .orElseThrow(
                                () -> new LaunchOptions.Unclear(
                                        "地址里或 ZHONGCHUANG_DATABASE_USER 里要有用户名 / a user is needed, in the address or in ZHONGCHUANG_DATABASE_USER")),
                password.or(() -> secret(environment, "ZHONGCHUANG_DATABASE_PASSWORD"))
                        .or(() -> first(environment, "SPRING_DATASOURCE_PASSWORD"))
                        .orElse(""));
        var owner = first(environment, "ZHONGCHUANG_DATABASE_OWNER")
                .map(name -> new Login(
                        name,
                        secret(environment, "ZHONGCHUANG_DATABASE_OWNER_PASSWORD")
                                .orElse("")))
                .filter(one -> !one.name().equals(login.name()));
        var url = "jdbc:postgresql://%s/%s?%s"
                .formatted(form.group("where"), form.group("name"), String.join("&", settings));
        return new DatabaseAddress(url, login, owner);
    }

    /** Where it is, fit to be shown: no user, no password, no settings. */
    String shown() {
        return url.substring("jdbc:postgresql://".length(), url.indexOf('?'));
    }

    private static void add(ArrayList<String> settings, String wanted) {
        var name = wanted.substring(0, wanted.indexOf('=') + 1);
        if (settings.stream().noneMatch(one -> one.startsWith(name))) {
            settings.add(wanted);
        }
    }

    private static String decode(String text) {
        try {
            // A plus sign is a plus sign here.
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            throw new LaunchOptions.Unclear("数据库地址写成 / write the address of the database as: " + HINT);
        }
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        for (var name : names) {
            var value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** What stands in the environment, or in the file whose name stands there. */
    private static Optional<String> secret(Map<String, String> environment, String name) {
        return first(environment, name)
                .or(() -> first(environment, name + "_FILE").map(file -> {
                    try {
                        return Files.readString(Path.of(file)).strip();
                    } catch (IOException e) {
                        throw new CannotStart(
                                "%s_FILE 指向的文件读不出：%s。".formatted(name, file),
                                "The file that %s_FILE names cannot be read: %s.".formatted(name, file));
                    }
                }));
    }
}
