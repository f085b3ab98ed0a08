package org.zhongchuang.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Codes read back as a telephone would. */
class QrCodeTests {

    @Test
    void whatIsWrittenIsRead() throws Exception {
        var content = "https://zc.example.gov.cn/verify?code=ZS2016-00012";
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.png(content)));
        var side = image.getWidth();
        LuminanceSource light = new RGBLuminanceSource(side, side, image.getRGB(0, 0, side, side, null, 0, side));

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)))
                        .getText())
                .isEqualTo(content);
    }
}
