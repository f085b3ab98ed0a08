package org.zhongchuang.ground.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Codes read back as a telephone would. */
class QrCodeTests {

    private static final String CONTENT = "https://zc.example.gov.cn/verify?code=ZS2016-00012";
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void theImageIsRead() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.of(CONTENT).png()));

        assertThat(read(image)).isEqualTo(CONTENT);
    }

    @Test
    void theDrawingIsRead() throws Exception {
        var code = QrCode.of(CONTENT);

        assertThat(read(drawn(code, 8))).isEqualTo(CONTENT);
    }

    @Test
    void whatNoCodeCanHoldIsSaid() {
        assertThatThrownBy(() -> QrCode.of("9".repeat(8000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too long for a code: 8000 characters");
    }

    /** The picture a browser makes of the path, each square so many pixels wide. */
    private static BufferedImage drawn(QrCode code, int pixels) {
        var side = code.size() * pixels;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        SQUARE.matcher(code.path())
                .results()
                .forEach(square -> pen.fillRect(
                        Integer.parseInt(square.group(1)) * pixels,
                        Integer.parseInt(square.group(2)) * pixels,
                        pixels,
                        pixels));
        pen.dispose();
        return image;
    }

    private static String read(BufferedImage image) throws Exception {
        var side = image.getWidth();
        LuminanceSource light = new RGBLuminanceSource(side, side, image.getRGB(0, 0, side, side, null, 0, side));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
