package org.zhongchuang.grants.recognition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.sheet.Pdf;
import org.zhongchuang.ground.sheet.QrCode;

/** The certificate as a PDF on A4, with a code anybody can scan to see whether it still stands. */
@Service
public class Certificates {

    private static final String PAGE = """
            <html><head><style>
              @page { size: A4 landscape; margin: 18mm; @bottom-center { content: ''; } }
              body { font-family: 'Noto', 'Hana'; color: #1c2733; text-align: center; }
              .frame { border: 3pt double #a3261c; padding: 16mm 20mm; height: 126mm; }
              h1 { font-size: 30pt; letter-spacing: 6pt; color: #a3261c; margin: 0 0 4mm; }
              .en { font-size: 12pt; color: #55606b; margin: 0 0 10mm; }
              .name { font-size: 22pt; margin: 6mm 0 2mm; }
              p { font-size: 13pt; margin: 2mm 0; }
              .foot { font-size: 10pt; color: #55606b; margin-top: 8mm; }
              img { width: 30mm; height: 30mm; }
            </style></head><body><div class="frame">
              <h1>市级众创空间证书</h1><p class="en">Certificate of recognition as a city makerspace</p>
              <p class="name">{name}</p><p>运营机构 Operator：{operator}</p>
              <p>依据 {basis}，经备案认定为市级众创空间。</p>
              <p>文号 Document：{document}　　日期 Date：{day}</p>
              <p><img src="data:image/png;base64,{qr}" alt=""/></p>
              <p>证书编号 Code：{code}</p>
              <p class="foot">扫码或在“查验证书”页输入编号，可见证书现在是否有效。电子签章：未接入。Scan to see whether this certificate stands today. E-seal: not connected.{demo}</p>
            </div></body></html>
            """;

    /**
     * Writes the certificate.
     *
     * @param verification the address of the public page about it
     * @param basis the document it rests on
     */
    public void write(RecognisedSpace space, String verification, String basis, boolean demonstration, OutputStream out)
            throws IOException {
        Pdf.write(
                PAGE,
                Map.of(
                        "name", space.name(),
                        "operator", space.operatorName(),
                        "basis", basis,
                        "document", space.document(),
                        "day", space.recognisedOn().toString(),
                        "code", space.code(),
                        "qr",
                                Base64.getEncoder()
                                        .encodeToString(QrCode.of(verification).png()),
                        "demo", demonstration ? "　演示数据，不具效力。Demonstration data, without effect." : ""),
                out);
    }
}
