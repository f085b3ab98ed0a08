package org.zhongchuang.ground.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.file.Storing.Reason;

/** Files as strangers hand them in. */
class FileStoreTests extends TestCity {

    private static final byte[] PDF = "%PDF-1.4\nhello\n%%EOF".getBytes(US_ASCII);

    @Autowired
    private FileStore files;

    @Autowired
    private Seal seal;

    @Test
    void aFileIsWhatItHoldsNotWhatItIsCalled() {
        assertThat(store(PDF, "photo.jpg"))
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        stored -> assertThat(stored.file().kind()).isEqualTo(MediaKind.PDF));
        assertThat(store("MZ program".getBytes(US_ASCII), "contract.pdf"))
                .isEqualTo(new Storing.Rejected(Reason.UNKNOWN_KIND));
        assertThat(store("<svg onload=alert(1)>".getBytes(US_ASCII), "a.png"))
                .isEqualTo(new Storing.Rejected(Reason.UNKNOWN_KIND));
        assertThat(store(new byte[0], "a.pdf")).isEqualTo(new Storing.Rejected(Reason.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"pdf-with-bom.pdf, PDF", "pdf-leading-blank-line.pdf, PDF", "invoice.ofd, OFD"})
    void aPaperIsTakenAlthoughSomethingStandsBeforeItAndAnInvoiceAsItIsIssued(String name, MediaKind kind)
            throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/papers/" + name))) {
            assertThat(store(in.readAllBytes(), name)).isInstanceOfSatisfying(Storing.Stored.class, stored -> {
                assertThat(stored.file().kind()).isEqualTo(kind);
                assertThat(stored.file().name()).isEqualTo(name);
            });
        }
    }

    @Test
    void aDocumentThatBeginsTooFarDownIsNone() {
        assertThat(store((" ".repeat(1_100) + "%PDF-1.4").getBytes(US_ASCII), "a.pdf"))
                .isEqualTo(new Storing.Rejected(Reason.UNKNOWN_KIND));
    }

    @Test
    void aNameIsNeverAPath() {
        assertThat(store(PDF, "../../etc/passwd"))
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        stored -> assertThat(stored.file().name()).isEqualTo("passwd.pdf"));
        assertThat(store(PDF, "..\\..\\a\u202Egpj.pdf"))
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        stored -> assertThat(stored.file().name()).isEqualTo("agpj.pdf"));
        assertThat(store(PDF, ".."))
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        stored -> assertThat(stored.file().name()).isEqualTo("file.pdf"));
    }

    @Test
    void anOfficeFileIsKeptAMacroOrABombIsNot() throws IOException {
        assertThat(store(zip("[Content_Types].xml", "word/document.xml"), "a.docx"))
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        stored -> assertThat(stored.file().kind()).isEqualTo(MediaKind.WORD));
        assertThat(store(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx"))
                .isEqualTo(new Storing.Rejected(Reason.HAS_MACROS));
        assertThat(store(zip("readme.txt"), "a.zip")).isEqualTo(new Storing.Rejected(Reason.UNKNOWN_KIND));
        assertThat(store(bomb(), "a.xlsx")).isEqualTo(new Storing.Rejected(Reason.BOMB));
    }

    @Test
    void aTableOfTheOldKindIsTakenWhereATableIsAskedForAndOneWithAPasswordNowhere() throws IOException {
        var old = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            book.createSheet("台账");
            book.write(old);
        }
        var locked = new ByteArrayOutputStream();
        try (var store = new POIFSFileSystem()) {
            store.createDocument(new ByteArrayInputStream(new byte[8]), "EncryptedPackage");
            store.writeFilesystem(locked);
        }

        assertThat(files.storeTable(new ByteArrayInputStream(old.toByteArray()), "台账.xls", null))
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        stored -> assertThat(stored.file().kind()).isEqualTo(MediaKind.OLD_EXCEL));
        assertThat(store(old.toByteArray(), "台账.xls")).isEqualTo(new Storing.Rejected(Reason.UNKNOWN_KIND));
        assertThat(files.storeTable(new ByteArrayInputStream(locked.toByteArray()), "a.xlsx", null))
                .isEqualTo(new Storing.Rejected(Reason.LOCKED));
    }

    @Test
    void twentyMegabytesAreKeptAndOneByteMoreIsNot() {
        var most = new byte[20 << 20];
        System.arraycopy(PDF, 0, most, 0, PDF.length);
        var more = new byte[(20 << 20) + 1];
        System.arraycopy(PDF, 0, more, 0, PDF.length);

        assertThat(store(most, "a.pdf")).isInstanceOf(Storing.Stored.class);
        assertThat(store(more, "a.pdf")).isEqualTo(new Storing.Rejected(Reason.TOO_LARGE));
    }

    @Test
    void whatIsStoredComesBackByteByByte() throws IOException {
        var stored = ((Storing.Stored) store(PDF, "a.pdf")).file();

        assertThat(Files.readAllBytes(files.contentOf(files.find(stored.id()).orElseThrow())))
                .isEqualTo(PDF);
    }

    @Test
    void sealedTextOpensAgainAndNeverLooksTheSame() {
        assertThat(seal.open(seal.close("张三 138"))).isEqualTo("张三 138");
        assertThat(seal.close("张三")).isNotEqualTo(seal.close("张三"));
    }

    private Storing store(byte[] content, String name) {
        return files.store(new ByteArrayInputStream(content), name, null);
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(US_ASCII));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            for (int i = 0; i < 400; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
