package org.zhongchuang.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import org.springframework.web.util.UriUtils;

/**
 * A square code as a drawing.
 *
 * @param size how many squares wide it is, its quiet border included
 * @param path the dark squares, as the path of an SVG
 */
public record QrCode(int size, String path) {

    /** What authenticators read with their camera. */
    static QrCode ofAuthenticator(String login, String secret) {
        return of("otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(
                        UriUtils.encode("众创 Zhongchuang:" + login, UTF_8),
                        secret,
                        UriUtils.encode("众创 Zhongchuang", UTF_8)));
    }

    private static QrCode of(String content) {
        try {
            var squares = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0);
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return new QrCode(squares.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("a square code holds a login and a secret", e);
        }
    }
}
