package org.zhongchuang.records.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.keeping.EntryPapers.Paper;
import org.zhongchuang.records.keeping.EntryPapers.Taken;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;

/** The scans of what the city knew before lie with the entries they belong to. */
class EntryPapersTests extends TestCity {

    private static final byte[] SCAN = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private EntryPapers papers;

    @Autowired
    private EnterSubject entering;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final String code = CreditCode.complete("91", "330402", "MA" + mark);

    private Actor officer() {
        return accounts.appointmentsOf("city1").getFirst();
    }

    private SubjectId firm() {
        var entry = new EnterSubject.Entry(SubjectKind.ENTERPRISE, "演示·有证照" + mark, "330402", code, null);
        return ((Registering.Done) entering.enter(officer(), entry)).subject();
    }

    @Test
    void filesOfAnArchiveGoToTheEntriesTheirNamesBeginWithAndTheOthersAreTold() throws IOException {
        var firm = firm();
        var certificate = jdbc.sql("select value from registry.fact where fact = 'level_city' order by id limit 1")
                .query(String.class)
                .single();
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive, Charset.forName("GB18030"))) {
            for (var name : new String[] {"扫描/" + code + "营业执照.pdf", certificate + " 认定文件.pdf", "不知道是谁的.pdf"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(SCAN);
                zip.closeEntry();
            }
        }

        var taken = papers.addByName(officer(), new ByteArrayInputStream(archive.toByteArray()), "扫描件.zip");

        assertThat(taken).extracting(one -> one.why().isEmpty()).containsExactly(true, true, false);
        assertThat(papers.of(firm)).extracting(Paper::name).containsExactly(code + "营业执照.pdf");
        assertThat(taken.get(1).entry())
                .hasValueSatisfying(one -> assertThat(one.kind()).isEqualTo(SubjectKind.SPACE));
        assertThat(taken.get(2).name()).isEqualTo("不知道是谁的.pdf");
    }

    @Test
    void anArchiveThatIsTooLongOnceUnpackedIsReadNoFurther() throws IOException {
        var firm = firm();
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            for (var content : new byte[][] {SCAN, new byte[22 * 1024 * 1024], SCAN}) {
                zip.putNextEntry(new ZipEntry(code + " " + archive.size() + " " + content.length + ".pdf"));
                zip.write(content);
                zip.closeEntry();
            }
        }

        var taken = papers.addByName(officer(), new ByteArrayInputStream(archive.toByteArray()), "扫描件.zip");

        assertThat(taken).extracting(one -> one.why().isEmpty()).containsExactly(true, false);
        assertThat(papers.of(firm)).hasSize(1);
    }

    @Test
    void aFileThatIsNoDocumentAndOneOfAnotherCountyAreNotKept() throws IOException {
        var firm = firm();
        var elsewhere = accounts.holding(Role.COUNTY_OFFICER, "330481").getFirst();

        assertThat(papers.add(officer(), firm, new ByteArrayInputStream(new byte[] {1, 2, 3}), "乱.pdf")
                        .why())
                .isPresent();
        assertThat(papers.addByName(elsewhere, new ByteArrayInputStream(SCAN), code + ".pdf"))
                .singleElement()
                .satisfies(one -> assertThat(one.why()).isPresent());
        assertThat(papers.of(firm)).isEmpty();
    }

    @Test
    void aPaperIsShownOnThePageOfItsEntryToItsOfficeAndToNobodyElse() {
        var firm = firm();
        Taken taken = papers.add(officer(), firm, new ByteArrayInputStream(SCAN), "营业执照.pdf");
        assertThat(taken.why()).isEmpty();
        var paper = papers.of(firm).getFirst();
        var office = Browser.of(port, officer());

        office.open("/directory/" + firm);
        assertThat(office.body()).contains("/register/" + firm + "/papers");
        assertThat(office.open("/register/" + firm + "/papers")).isEqualTo(200);
        assertThat(office.body()).contains("营业执照.pdf");
        assertThat(office.open("/register/" + firm + "/papers/" + paper.id())).isEqualTo(200);
        var stranger = Browser.of(port, accounts.appointmentsOf("op001").getFirst());
        assertThat(stranger.open("/register/" + firm + "/papers/" + paper.id())).isGreaterThanOrEqualTo(403);

        papers.remove(officer(), firm, paper.id());
        assertThat(papers.of(firm)).isEmpty();
    }
}
