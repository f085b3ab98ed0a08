package org.zhongchuang.outside.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zhongchuang.ground.file.Resealing;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.installation.keys.Key;
import org.zhongchuang.installation.keys.KeyRing;
import org.zhongchuang.installation.keys.KnownKeys;
import org.zhongchuang.installation.keys.Purpose;
import org.zhongchuang.installation.launch.Secrets;
import org.zhongchuang.law.signing.SigningKey;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;

/**
 * Shows keys by their ids and changes them: a new one is put in front, what the old one sealed is sealed anew, the old
 * one is retired. Each step can be repeated. No key is ever shown.
 */
final class KeysCommand {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Line line;
    private final PrintStream out;
    private final Path data;
    private final Secrets secrets;

    private KeysCommand(Line line, PrintStream out) {
        this.line = line;
        this.out = out;
        this.data = DatabaseOf.data(line);
        this.secrets = new Secrets(data);
    }

    static int run(Line line, PrintStream out) {
        var command = new KeysCommand(line, out);
        return DatabaseOf.asked(line, source -> {
            try (var connection = source.getConnection()) {
                return command.run(connection);
            } catch (SQLException e) {
                throw new BadInput("数据库没有回答 / the database does not answer: " + e.getMessage());
            }
        });
    }

    private int run(Connection connection) {
        // The connection stays the same, so that portions are transactions.
        var source = new SingleConnectionDataSource(connection, true);
        var known = new KnownKeys(JdbcClient.create(source));
        switch (line.words().size() < 2 ? "list" : line.word(1, "list")) {
            case "list" -> list(known);
            case "rotate" -> rotate(known, purpose(2));
            case "reseal" -> reseal(source);
            case "retire" -> retire(known, source, purpose(2), line.word(3, "ID"));
            default -> throw new BadInput("keys list | rotate PURPOSE | reseal | retire PURPOSE ID");
        }
        return Commands.DONE;
    }

    private Purpose purpose(int at) {
        return Purpose.read(line.word(at, "personal-data | decisions"))
                .filter(purpose -> purpose != Purpose.RECOGNITION)
                .orElseThrow(() ->
                        new BadInput("personal-data | decisions（识别密钥终身不变 / the key of recognition stays for ever）"));
    }

    private static String file(Purpose purpose) {
        return switch (purpose) {
            case PERSONAL_DATA -> "personal-data-key";
            case DECISIONS -> "decision-key";
            case RECOGNITION -> "recognition-key";
        };
    }

    private KeyRing ring(Purpose purpose) {
        return KeyRing.read(
                switch (purpose) {
                    case PERSONAL_DATA -> secrets.personalDataKey();
                    case DECISIONS -> secrets.decisionKey();
                    case RECOGNITION -> secrets.recognitionKey();
                });
    }

    private void list(KnownKeys known) {
        var all = new ArrayList<Map<String, Object>>();
        for (var purpose : Purpose.values()) {
            var ring = ring(purpose);
            for (var key : known.of(purpose)) {
                var there = ring.find(key.id()).isPresent();
                var state = key.retired().isPresent()
                        ? "retired"
                        : !there ? "missing" : ring.current().id().equals(key.id()) ? "in use" : "opens";
                var one = new LinkedHashMap<String, Object>();
                one.put("purpose", purpose.code());
                one.put("id", key.id());
                one.put("state", state);
                one.put("since", key.since().atZone(ZONE).toLocalDate().toString());
                all.add(one);
            }
        }
        if (line.has("json")) {
            out.println(Json.write(Map.of("keys", all)));
        } else {
            all.forEach(one -> out.println("%-14s %s  %-8s %s"
                    .formatted(one.get("purpose"), one.get("id"), one.get("state"), one.get("since"))));
        }
    }

    private void rotate(KnownKeys known, Purpose purpose) {
        refuseGiven(purpose);
        known.check(purpose, ring(purpose), key -> published(purpose, key));
        if (purpose == Purpose.PERSONAL_DATA) {
            secrets.keepRecognition();
        }
        var before = ring(purpose).current().id();
        secrets.putFirst(file(purpose), Secrets.random());
        known.check(purpose, ring(purpose), key -> published(purpose, key));
        out.println("✓ 新密钥 / new key %s（%s / %s），%s"
                .formatted(
                        ring(purpose).current().id(),
                        purpose.label().zh(),
                        purpose.label().en(),
                        secrets.folder()));
        out.println(
                purpose == Purpose.PERSONAL_DATA
                        ? "▸ 接着 / next: 重启每个节点（同一套密钥）/ start every node anew with the same keys; keys reseal; keys retire personal-data "
                                + before
                        : "▸ 接着 / next: 重启每个节点（同一套密钥）/ start every node anew with the same keys; keys retire decisions "
                                + before);
    }

    private static String published(Purpose purpose, Key key) {
        return purpose == Purpose.DECISIONS ? new SigningKey(key).published() : "";
    }

    private Seal seal() {
        return new Seal(ring(Purpose.PERSONAL_DATA), ring(Purpose.RECOGNITION).current());
    }

    private void reseal(SingleConnectionDataSource source) {
        refuseWhoDoesNotKnowTheNewKey();
        var done = new Resealing(source, seal()).reseal(count -> {
            if (count > 0 && count % 10_000 == 0) {
                out.println("  … " + count);
            }
        });
        out.println("✓ 已用密钥 %s 重新封存 %d 条 / sealed anew with this key: %d"
                .formatted(ring(Purpose.PERSONAL_DATA).current().id(), done, done));
    }

    /** A service that was started before the new key was made could not open what is sealed with it. */
    private void refuseWhoDoesNotKnowTheNewKey() {
        var holder = data.resolve("lock.holder");
        var file = secrets.folder().resolve(file(Purpose.PERSONAL_DATA));
        try {
            if (Files.exists(holder) && Files.exists(file)) {
                var pid = Files.readString(holder).strip().replaceAll(" .*", "");
                var changed = Files.getLastModifiedTime(file).toInstant();
                if (ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().startInstant())
                        .filter(started -> started.isBefore(changed))
                        .isPresent()) {
                    throw new BadInput(
                            "正在运行的服务还不认识新密钥：请先重启它。/ The service that runs does not know the new key yet: start it anew first.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void retire(KnownKeys known, SingleConnectionDataSource source, Purpose purpose, String id) {
        refuseGiven(purpose);
        var key = ring(purpose).find(id).orElseThrow(() -> new BadInput("没有这个密钥 / there is no such key: " + id));
        if (key.id().equals(ring(purpose).current().id())) {
            throw new BadInput("这是正在使用的密钥，请先 keys rotate / this key is in use: rotate first");
        }
        if (purpose == Purpose.PERSONAL_DATA) {
            var left = new Resealing(source, seal()).sealedBy(id);
            if (left > 0) {
                throw new BadInput("还有 %d 条由它封存，请先 keys reseal / it still seals %d texts: keys reseal first"
                        .formatted(left, left));
            }
        }
        known.retire(purpose, id);
        secrets.remove(file(purpose), HexFormat.of().formatHex(key.secret()));
        out.println("✓ 密钥 %s 已停用；旧备份里仍有它 / key %s is retired; older backups still hold it".formatted(id, id));
    }

    private void refuseGiven(Purpose purpose) {
        if (secrets.isGiven(file(purpose))) {
            throw new BadInput(
                    "密钥来自环境变量，请在那里把新密钥放在最前面（openssl rand -hex 32），旧的以逗号跟在后面 / this key comes from the environment: put a new one in front there (openssl rand -hex 32), the old ones behind it after commas");
        }
    }
}
