package org.zhongchuang.shell;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a square code that a telephone reads. */
public final class QrCode {

    private static final int WHITE = 0xFFFFFF;
    private static final int SIDE = 300;

    private QrCode() {}

    /**
     * The code as a PNG of 300 pixels a side.
     *
     * @throws IllegalArgumentException if the content is too long for any code (about 2,900 bytes)
     */
    public static byte[] png(String content) {
        try {
            return png(new QRCodeWriter()
                    .encode(content, BarcodeFormat.QR_CODE, SIDE, SIDE, Map.of(EncodeHintType.MARGIN, 1)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code: " + content.length() + " characters", e);
        }
    }

    private static byte[] png(BitMatrix squares) {
        var image = new BufferedImage(squares.getWidth(), squares.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                image.setRGB(x, y, squares.get(x, y) ? 0 : WHITE);
            }
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "PNG", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
