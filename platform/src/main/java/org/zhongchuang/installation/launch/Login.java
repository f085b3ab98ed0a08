package org.zhongchuang.installation.launch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A role of PostgreSQL with its password. Its text never shows the password. */
public record Login(String name, String password) {

    Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, name, password);
    }

    /** A role with a password that nobody has had before. */
    static Login anew(String role) {
        return new Login(role, Secrets.random());
    }

    /**
     * A role beside this one, with a password that grows out of this one's: every node that knows this password knows
     * the other, and the other tells nothing about this one.
     */
    Login beside(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new Login(role, HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
