package org.zhongchuang.ground.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed roots of the trees. */
@Component
class SignedHeads {

    private final HeadSigner signer;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignedHeads(HeadSigner signer, JdbcClient jdbc, Clock clock) {
        this.signer = signer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void sign(String log, long size, byte[] root) {
        var now = clock.instant();
        var text = Head.text(log, size, HexFormat.of().formatHex(root), now);
        jdbc.sql("""
                        insert into audit.head (log, size, root, at, key, signature)
                        values (:log, :size, :root, :at, :key, :signature)
                        """)
                .param("log", log)
                .param("size", size)
                .param("root", root)
                .param("at", Timestamp.from(now))
                .param("key", signer.key())
                .param("signature", signer.sign(text.getBytes(UTF_8)))
                .update();
    }
}
