package org.zhongchuang.ground.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.zhongchuang.installation.keys.Key;
import org.zhongchuang.installation.keys.KeyRing;

/**
 * Encrypts personal data before it reaches the database: AES-256-GCM, in front of each text a mark, the id of its key
 * and a fresh nonce.
 *
 * <p>A seal that names its place opens nowhere else: an account number copied into the row of somebody else is found.
 * What was sealed before keys had ids (a nonce in front and nothing else) still opens.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;

    /**
     * Eight bytes with the id: that a nonce of old should begin with a mark and an id that is known does not happen.
     */
    private static final byte[] MARK = {'Z', 'S', 1};

    private static final byte ANYWHERE = 'a';
    private static final byte IN_ITS_PLACE = 'p';
    private static final int HEAD_BYTES = MARK.length + 1 + ID_BYTES;

    private final KeyRing ring;
    private final Key recognition;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param ring the keys of personal data; the first seals, each opens
     * @param recognition the key of fingerprints
     */
    public Seal(KeyRing ring, Key recognition) {
        this.ring = ring;
        this.recognition = recognition;
    }

    /** Seals a text that may be moved. */
    public byte[] close(String text) {
        return close(text, ANYWHERE, "");
    }

    /** Seals a text for one place: a column, as {@code schema.table.column}, in the row with that id. */
    public byte[] close(String text, String column, UUID row) {
        return close(text, IN_ITS_PLACE, place(column, row));
    }

    /** Opens a text that may have been moved. */
    public String open(byte[] sealed) {
        return open(sealed, "");
    }

    /** Opens a text that was sealed for that place, or before seals named their place. */
    public String open(byte[] sealed, String column, UUID row) {
        return open(sealed, place(column, row));
    }

    /** Whether that is the text sealed for that place; the text itself stays closed. */
    public boolean holds(byte[] sealed, String column, UUID row, String text) {
        return open(sealed, place(column, row)).equals(text);
    }

    /** Whether the key in use has sealed it, and for its place if it has one. */
    boolean isUpToDate(byte[] sealed, boolean bound) {
        return sealed.length > HEAD_BYTES
                && sealed[MARK.length] == (bound ? IN_ITS_PLACE : ANYWHERE)
                && keyOf(sealed).filter(key -> key == ring.current()).isPresent();
    }

    /** Whether that key has sealed it; of a text without an id nobody knows before it is opened. */
    boolean mayBeSealedBy(byte[] sealed, String id) {
        return keyOf(sealed).map(key -> key.id().equals(id)).orElse(true);
    }

    /** The same for the same text, and of no use without the key: by it a person is recognised without being stored. */
    public String fingerprint(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(recognition.secret(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String place(String column, UUID row) {
        return column + "/" + row;
    }

    private byte[] close(String text, byte form, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var key = ring.current();
        var head = ByteBuffer.allocate(HEAD_BYTES)
                .put(MARK)
                .put(form)
                .put(HexFormat.of().parseHex(key.id()))
                .array();
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, head, place).doFinal(text.getBytes(UTF_8));
            return ByteBuffer.allocate(head.length + nonce.length + closed.length)
                    .put(head)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform seals with AES-256-GCM", e);
        }
    }

    private String open(byte[] sealed, String place) {
        var named = keyOf(sealed);
        if (named.isPresent()) {
            var head = Arrays.copyOf(sealed, HEAD_BYTES);
            var bound = head[MARK.length] == IN_ITS_PLACE ? place : "";
            var text = opened(named.get(), sealed, head, bound);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return ring.keys().stream()
                .flatMap(key -> opened(key, sealed, new byte[0], "").stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("personal data could not be opened: sealed with "
                        + (isMarked(sealed) ? "the key " + idOf(sealed) : "an unknown key")
                        + " and perhaps for another place; given are " + ring.keys()));
    }

    private static Optional<String> opened(Key key, byte[] sealed, byte[] head, String place) {
        if (sealed.length < head.length + NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOfRange(sealed, head.length, head.length + NONCE_BYTES);
        var closed = Arrays.copyOfRange(sealed, head.length + NONCE_BYTES, sealed.length);
        try {
            return Optional.of(new String(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, head, place).doFinal(closed), UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform opens AES-256-GCM", e);
        }
    }

    private Optional<Key> keyOf(byte[] sealed) {
        return isMarked(sealed) ? ring.find(idOf(sealed)) : Optional.empty();
    }

    private static boolean isMarked(byte[] sealed) {
        return sealed.length > HEAD_BYTES && Arrays.equals(sealed, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static String idOf(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, MARK.length + 1, HEAD_BYTES);
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, byte[] head, String place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
