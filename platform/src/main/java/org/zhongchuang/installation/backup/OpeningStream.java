package org.zhongchuang.installation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.zhongchuang.installation.backup.SealingStream.Grown;

/** Reads what a {@link SealingStream} wrote. No byte comes out whose chunk has not been checked. */
final class OpeningStream extends InputStream {

    private final InputStream in;
    private final byte[] head;
    private final Grown grown;
    private final byte[] sealed;
    private int ahead;
    private byte[] chunk = {};
    private int at;
    private int number;
    private boolean ended;

    /** Behind the magic, which has been read already. */
    OpeningStream(InputStream in, char[] passphrase) throws IOException {
        this.in = in;
        this.head = Arrays.copyOf(SealingStream.MAGIC, SealingStream.HEAD_BYTES);
        var rest = in.readNBytes(SealingStream.HEAD_BYTES - SealingStream.MAGIC.length);
        if (rest.length < SealingStream.HEAD_BYTES - SealingStream.MAGIC.length) {
            throw BackupRefused.damaged("head");
        }
        System.arraycopy(rest, 0, head, SealingStream.MAGIC.length, rest.length);
        this.grown = SealingStream.grow(passphrase, Arrays.copyOf(rest, 16));
        if (!grown.isCheckedBy(Arrays.copyOfRange(rest, 16 + 7, rest.length))) {
            throw new BackupRefused("口令不对，没有恢复任何内容。", "The passphrase is not the one; nothing was restored.");
        }
        // One byte more than a chunk tells whether another one follows.
        this.sealed = new byte[SealingStream.CHUNK + SealingStream.TAG_BYTES + 1];
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        var some = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, from, some);
        at += some;
        return some;
    }

    private void next() throws IOException {
        var most = SealingStream.CHUNK + SealingStream.TAG_BYTES;
        var there = ahead + in.readNBytes(sealed, ahead, most + 1 - ahead);
        var last = there <= most;
        try {
            chunk = SealingStream.cipher(Cipher.DECRYPT_MODE, grown, head, number, last)
                    .doFinal(sealed, 0, Math.min(there, most));
        } catch (AEADBadTagException _) {
            throw BackupRefused.damaged("chunk " + number);
        } catch (GeneralSecurityException e) {
            throw BackupRefused.damaged("chunk " + number + ", " + e.getMessage());
        }
        at = 0;
        ended = last;
        number++;
        if (!last) {
            sealed[0] = sealed[most];
            ahead = 1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
