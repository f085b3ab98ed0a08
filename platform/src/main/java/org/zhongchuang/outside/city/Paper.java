package org.zhongchuang.outside.city;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Small PDFs that say they belong to a demonstration. */
public final class Paper {

    /** One that many hand in. */
    public static final byte[] BYTES = of("without effect");

    private Paper() {}

    /** One that says so in ASCII. */
    public static byte[] of(String words) {
        var text = "BT /F1 20 Tf 60 700 Td (Demonstration document - %s) Tj ET".formatted(words);
        var objects = new String[] {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects[i]));
        }
        var start = pdf.length();
        pdf.append(places)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(US_ASCII);
    }
}
