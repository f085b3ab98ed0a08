package org.zhongchuang.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Encrypts personal data before it reaches the database: AES-256-GCM, a fresh nonce in front of each text. */
@Component
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(FileSettings settings) {
        this.key = new SecretKeySpec(HexFormat.of().parseHex(settings.personalDataKey()), "AES");
    }

    public byte[] close(String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var closed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8));
        return ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    public String open(byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var closed = new byte[buffer.remaining()];
        buffer.get(closed);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, closed), UTF_8);
    }

    /** The same for the same text, and of no use without the key: by it a person is recognised without being stored. */
    public String fingerprint(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "personal data could not be sealed or opened; is the key the one it was sealed with?", e);
        }
    }
}
