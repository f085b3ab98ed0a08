package org.zhongchuang.installation.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with a passphrase in chunks, each sealed by AES-256-GCM on its own, so that a file of any size is written
 * and checked in little memory.
 *
 * <p>The nonce holds the number of the chunk and whether it is the last: a chunk that is changed, moved, left out or
 * cut off is found (the construction is STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The key grows from the
 * passphrase by PBKDF2-HMAC-SHA256 with the 600,000 rounds that OWASP asks for.
 */
final class SealingStream extends OutputStream {

    /** With which a sealed backup begins. An open one begins as every gzip does. */
    static final byte[] MAGIC = "zhongchuang sealed backup 1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    static final int CHUNK = 1 << 20;
    static final int TAG_BYTES = 16;
    static final int HEAD_BYTES = MAGIC.length + 16 + 7 + 16;
    private static final int ROUNDS = 600_000;

    /** What a passphrase becomes: a key, and a value by which a wrong one is told from a damaged file. */
    static final class Grown {

        private final SecretKeySpec key;
        private final byte[] check;

        private Grown(byte[] bytes) {
            this.key = new SecretKeySpec(bytes, 0, 32, "AES");
            this.check = Arrays.copyOfRange(bytes, 32, 48);
        }

        boolean isCheckedBy(byte[] written) {
            return java.security.MessageDigest.isEqual(check, written);
        }
    }

    private final OutputStream out;
    private final Grown grown;
    private final byte[] head;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private int number;
    private boolean closed;

    SealingStream(OutputStream out, char[] passphrase) throws IOException {
        this.out = out;
        var random = new byte[16 + 7];
        new SecureRandom().nextBytes(random);
        this.grown = grow(passphrase, Arrays.copyOf(random, 16));
        this.head = ByteBuffer.allocate(HEAD_BYTES)
                .put(MAGIC)
                .put(random)
                .put(grown.check)
                .array();
        out.write(head);
    }

    static Grown grow(char[] passphrase, byte[] salt) {
        try {
            var spec = new PBEKeySpec(passphrase, salt, ROUNDS, 48 * 8);
            return new Grown(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    /** The cipher of one chunk. The head goes with each of them, so that none can be put under another. */
    static Cipher cipher(int mode, Grown grown, byte[] head, int number, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12)
                .put(head, MAGIC.length + 16, 7)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, grown.key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var at = from;
        var left = length;
        while (left > 0) {
            if (filled == CHUNK) {
                flush(false);
            }
            var some = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, at, chunk, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    private void flush(boolean last) throws IOException {
        try {
            out.write(cipher(Cipher.ENCRYPT_MODE, grown, head, number, last).doFinal(chunk, 0, filled));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform seals with AES-256-GCM", e);
        }
        filled = 0;
        number = Math.incrementExact(number);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                flush(true);
            }
        }
    }
}
