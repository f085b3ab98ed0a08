package org.zhongchuang.installation.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret of 256 bits, with the id that tells it from others. Neither id nor check value say anything about it. */
public final class Key {

    private static final int BYTES = 32;

    private final byte[] secret;
    private final String id;

    private Key(byte[] secret) {
        this.secret = secret;
        this.id = HexFormat.of().formatHex(derived("zhongchuang key id"), 0, 4);
    }

    /**
     * The key that is written in hexadecimal.
     *
     * @throws KeysDoNotFit if these are not 64 hexadecimal digits
     */
    public static Key read(String hexadecimal) {
        if (!hexadecimal.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new KeysDoNotFit(
                    "密钥不完整：应为64位十六进制数字，实为%d个字符。请从备份恢复密钥文件。".formatted(hexadecimal.length()),
                    "A key is not whole: it has %d characters instead of 64 hexadecimal digits. Put the key file back from a backup."
                            .formatted(hexadecimal.length()));
        }
        return new Key(HexFormat.of().parseHex(hexadecimal));
    }

    /** Eight hexadecimal digits. */
    public String id() {
        return id;
    }

    /** The secret itself, for a cipher and nothing else. */
    public byte[] secret() {
        return secret.clone();
    }

    /** By which the database recognises this key. */
    String checkValue() {
        return HexFormat.of().formatHex(derived("zhongchuang key check"));
    }

    private byte[] derived(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(name.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Says which key, never what it is: a key may end up in a log. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
