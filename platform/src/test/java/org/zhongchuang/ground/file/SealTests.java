package org.zhongchuang.ground.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.zhongchuang.installation.keys.Key;
import org.zhongchuang.installation.keys.KeyRing;

/** Personal data under keys that come and go. */
class SealTests {

    private static final String OLD = "0a".repeat(32);
    private static final String NEW = "0b".repeat(32);
    private static final String COLUMN = "payment.bank_account.sealed";
    private static final UUID ROW = new UUID(0, 7);

    private static Seal seal(String... keys) {
        return new Seal(KeyRing.read(String.join("\n", keys)), Key.read(OLD));
    }

    @Test
    void whatTheOldKeySealedOpensBesideTheNewOne() {
        var sealed = seal(OLD).close("张三 138", COLUMN, ROW);

        assertThat(seal(NEW, OLD).open(sealed, COLUMN, ROW)).isEqualTo("张三 138");
        assertThatThrownBy(() -> seal(NEW).open(sealed, COLUMN, ROW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Key.read(OLD).id());
    }

    @Test
    void whatWasSealedBeforeKeysHadIdsStillOpens() throws GeneralSecurityException {
        var nonce = new byte[12];
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(HexFormat.of().parseHex(OLD), "AES"),
                new GCMParameterSpec(128, nonce));
        var closed = cipher.doFinal("李四".getBytes(UTF_8));
        var sealed = new byte[nonce.length + closed.length];
        System.arraycopy(closed, 0, sealed, nonce.length, closed.length);

        assertThat(seal(NEW, OLD).open(sealed, COLUMN, ROW)).isEqualTo("李四");
        assertThat(seal(NEW, OLD).open(sealed)).isEqualTo("李四");
        assertThat(seal(OLD).isUpToDate(sealed, true)).isFalse();
    }

    @Test
    void aSealedTextOpensInItsOwnPlaceOnly() {
        var sealed = seal(OLD).close("6222020402012345678", COLUMN, ROW);

        assertThatThrownBy(() -> seal(OLD).open(sealed, COLUMN, new UUID(0, 8)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal(OLD).open(sealed, "notice.objection.contact", ROW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal(OLD).open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSealSaysWhetherItHoldsATextInItsPlace() {
        var sealed = seal(OLD).close("13905730001", COLUMN, ROW);

        assertThat(seal(NEW, OLD).holds(sealed, COLUMN, ROW, "13905730001")).isTrue();
        assertThat(seal(NEW, OLD).holds(sealed, COLUMN, ROW, "13905730002")).isFalse();
        assertThatThrownBy(() -> seal(OLD).holds(sealed, COLUMN, new UUID(0, 8), "13905730001"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyChangedBitIsFound() {
        var sealed = seal(OLD).close("6222020402012345678", COLUMN, ROW);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> seal(OLD).open(changed, COLUMN, ROW)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aPersonIsRecognisedUnderEachKeyOfPersonalData() {
        assertThat(seal(NEW, OLD).fingerprint("330402199001011234"))
                .isEqualTo(seal(OLD).fingerprint("330402199001011234"));
    }

    @Test
    void whatHasNoRowYetIsSealedForNoPlaceAndStaysSo() {
        var sealed = seal(OLD).close("secret of an authenticator");

        assertThat(seal(OLD).isUpToDate(sealed, false)).isTrue();
        assertThat(seal(OLD).isUpToDate(sealed, true)).isFalse();
        assertThat(seal(NEW, OLD).isUpToDate(sealed, false)).isFalse();
        assertThat(seal(NEW, OLD).open(sealed, "identity.authenticator.secret", ROW))
                .isEqualTo("secret of an authenticator");
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        assertThat(seal(OLD).close("张三")).isNotEqualTo(seal(OLD).close("张三"));
        assertThat(seal(OLD).open(seal(OLD).close("张三"))).isEqualTo("张三");
    }
}
