package org.zhongchuang.ground.sheet;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A square code that a telephone reads, with its quiet border: as a drawing for pages, as an image for papers. */
public final class QrCode {

    private static final int WHITE = 0xFFFFFF;

    /** Pixels a side of each square of the image: enough for print. */
    private static final int PIXELS = 8;

    private final BitMatrix squares;

    private QrCode(BitMatrix squares) {
        this.squares = squares;
    }

    /**
     * The code that says this.
     *
     * @throws IllegalArgumentException if the content is too long for any code (about 2,900 bytes)
     */
    public static QrCode of(String content) {
        try {
            return new QrCode(new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code: " + content.length() + " characters", e);
        }
    }

    /** How many squares wide it is. */
    public int size() {
        return squares.getWidth();
    }

    /** The dark squares, as the path of an SVG. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (squares.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return path.toString();
    }

    /** An image in black and white. */
    public byte[] png() {
        var side = size() * PIXELS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, squares.get(x / PIXELS, y / PIXELS) ? 0 : WHITE);
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
