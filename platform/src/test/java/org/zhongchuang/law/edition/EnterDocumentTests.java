package org.zhongchuang.law.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.law.policy.DatedEdition;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.StartedWith;

/** Documents are entered while the city works: handed in by one, tried against all others, approved by another. */
class EnterDocumentTests extends TestCity {

    private static final String AMENDED = "jiaxing-2015-90";
    private static final String NEW_TITLE = "承办大赛补助（测试修改）";
    private static final LocalDate FROM = LocalDate.of(2037, 7, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Policies policies;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private BeanFactory city;

    /** Nobody takes off a document that was approved; the other tests of this city do not know of these. */
    @AfterEach
    void theCityIsAsItWas() {
        attackAsOwner("""
                alter table policy.entered_document disable trigger entered_documents_stay;
                delete from policy.entered_document;
                alter table policy.entered_document enable trigger entered_documents_stay
                """);
        new TransactionTemplate(manager).executeWithoutResult(_ -> policies.lookAgain());
    }

    private PlainBrowser as(String login) {
        return PlainBrowser.at("http://localhost:" + port).signsIn(login);
    }

    /** A document that calls the support for competitions otherwise. */
    private static Map<String, String> amendment(String id, LocalDate from) throws IOException {
        var files = new TreeMap<String, String>();
        files.put("pack.yaml", PackedDocument.head(id, from, AMENDED));
        files.put(
                "programmes/event-support.yaml",
                Files.readString(Path.of("../policies/jiaxing-demo-2017-1/programmes/event-support.yaml"))
                        .replace("承办创新创业大赛补助", NEW_TITLE));
        return files;
    }

    private static Map<String, String> secondCity() throws IOException {
        var folder = Path.of("../cities/yunting/yunting-2018-7");
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static HttpResponse<String> handsIn(PlainBrowser officer, Map<String, String> files) {
        return handsIn(officer, UUID.randomUUID(), files);
    }

    private static HttpResponse<String> handsIn(PlainBrowser officer, UUID form, Map<String, String> files) {
        return PackedDocument.handedIn(officer, form, files);
    }

    private static HttpResponse<String> approves(PlainBrowser decider, String page) {
        return PackedDocument.approved(decider, page);
    }

    private static String page(HttpResponse<String> answer) {
        return PackedDocument.page(answer);
    }

    private String title(LocalDate day) {
        return policies.find(AMENDED, day)
                .orElseThrow()
                .programme("event-support")
                .title()
                .zh();
    }

    @Test
    void anAmendmentIsShownWithWhatItChangesAndHoldsFromItsDayOnceAnotherApproves() throws IOException {
        var id = PackedDocument.id();
        try (var officer = as("city1");
                var decider = as("decider1")) {
            var page = page(handsIn(officer, amendment(id, FROM)));
            assertThat(officer.opens(page).body())
                    .contains("data-state=\"OPEN\"", "data-change=\"event-support\"", NEW_TITLE, "由另一人批准")
                    .doesNotContain("/approve\"");
            assertThat(policies.editionsOf(AMENDED))
                    .extracting(DatedEdition::from)
                    .doesNotContain(FROM);
            assertThat(decider.opens("/desk").body()).contains("份政策文件待审批", "href=\"" + page + "\"");

            assertThat(approves(decider, page).statusCode()).isEqualTo(302);

            assertThat(decider.opens(page).body())
                    .contains("data-state=\"APPROVED\"", "/policies/" + AMENDED + "/editions")
                    .contains("data-change=\"event-support\"", NEW_TITLE);
            assertThat(policies.editionsOf(AMENDED))
                    .extracting(DatedEdition::from)
                    .contains(FROM);
            assertThat(title(FROM)).isEqualTo(NEW_TITLE);
            assertThat(title(FROM.minusDays(1))).as("nothing reaches back").isNotEqualTo(NEW_TITLE);
            assertThat(officer.opens("/policies/" + AMENDED + "/editions").body())
                    .contains("测试发〔2037〕", "data-edition=\"TO_COME\"");
        }
    }

    @Test
    void aDocumentOfItsOwnStandsBesideTheOthersAtOnce() throws IOException {
        try (var officer = as("city1");
                var decider = as("decider1")) {
            assertThat(officer.opens("/policies/yunting-2018-7").statusCode()).isEqualTo(404);
            var page = page(handsIn(officer, secondCity()));
            assertThat(officer.opens(page).body()).contains("data-programme=\"firm-rent\"", "带来什么");

            assertThat(approves(decider, page).statusCode()).isEqualTo(302);

            assertThat(officer.opens("/policies/yunting-2018-7").statusCode()).isEqualTo(200);
            assertThat(policies.current().programmes()).containsKey("firm-rent");
            assertThat(policies.current().document().number())
                    .as("the city stays what it is")
                    .contains("嘉政办发");
            assertThat(handsIn(officer, secondCity()).body()).contains("已经有编号为 yunting-2018-7 的文件");
        }
        theCityIsAsItWas();
        assertThat(policies.find("yunting-2018-7")).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndNothingIsKept() throws IOException {
        try (var officer = as("city1")) {
            var broken = amendment(PackedDocument.id(), FROM);
            broken.computeIfPresent(
                    "programmes/event-support.yaml",
                    (_, text) -> text.replace("mean_score >= event_full", "mean_scare >= event_full"));
            var answer = handsIn(officer, broken);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("data-refused=\"FLAWED\"", "没有收下")
                    .containsPattern("programmes/event-support.yaml:\\d+:\\d+</code>");

            var nowhere = amendment(PackedDocument.id(), FROM);
            nowhere.computeIfPresent("pack.yaml", (_, text) -> text.replace(AMENDED, "there-is-none"));
            assertThat(handsIn(officer, nowhere).body()).contains("没有这份文件");

            assertThat(handsIn(officer, amendment(PackedDocument.id(), LocalDate.of(2017, 1, 1)))
                            .body())
                    .contains("最早自明天起施行");
            assertThat(officer.uploads("/documents", Map.of(), "文件.zip", new byte[0])
                            .body())
                    .contains("请先选择政策包");
        }
        assertThat(jdbc.sql("select count(*) from policy.entered_document")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A value that begins on a day takes the place of the one that held until then, and both are shown. */
    @Test
    void aValueToComeIsShownBesideTheOneThatHoldsTheDayBefore() throws IOException {
        try (var officer = as("city1")) {
            var files = amendment(PackedDocument.id(), FROM);
            files.putAll(PackedDocument.higherStep(FROM));
            assertThat(officer.opens(page(handsIn(officer, files))).body())
                    .containsPattern(
                            "(?s)data-change=\"job_step\".*?2037年7月1日起.*?2015年1月1日起.*?1000元/人 · 浙政发〔2015〕21号.*?1500元/人");
        }
    }

    @Test
    void aFileThatNobodyReadsIsToldOnThePageOfTheDocument() throws IOException {
        try (var officer = as("city1")) {
            var files = amendment(PackedDocument.id(), FROM);
            files.put("program/second.yaml", "id: second");
            files.put("programmes/third.yml", "id: third");
            files.put("policies/programmes/fourth.yaml", "id: fourth");
            files.put("CHANGES.md", "no file of a pack");
            var page = page(handsIn(officer, files));
            assertThat(officer.opens(page).body())
                    .contains("值得再看一眼的", "program/second.yaml", "programmes/third.yml")
                    .contains("policies/programmes/fourth.yaml", "不会读它")
                    .doesNotContain("CHANGES.md");
        }
    }

    @Test
    void wordsThatOnlyTheProgramKnowsAreCheckedAsTheCommandDoes() throws IOException {
        try (var officer = as("city1")) {
            var files = amendment(PackedDocument.id(), FROM);
            files.put(
                    "statistics.yaml",
                    Files.readString(Path.of("../policies/jiaxing-2015-90/statistics.yaml"))
                            .replace("record: premises, count: quantity", "record: rooms, count: quantity"));
            assertThat(handsIn(officer, files).body())
                    .contains("data-refused=\"FLAWED\"", "“rooms”：没有这种台账")
                    .containsPattern("statistics.yaml:\\d+:\\d+</code>");
        }
    }

    @Test
    void anIdThatIsAPathAndANumberThatIsTakenAreRefused() throws IOException {
        try (var officer = as("city1")) {
            assertThat(handsIn(officer, amendment("../x", FROM)).body()).contains("只能用小写字母、数字和连字符");
            var taken = amendment(PackedDocument.id(), FROM);
            taken.computeIfPresent("pack.yaml", (_, text) -> text.replaceFirst("number: .*", "number: 嘉政办发〔2015〕90号"));
            assertThat(handsIn(officer, taken).body()).contains("已经有文号为 嘉政办发〔2015〕90号 的文件");
            taken.computeIfPresent("pack.yaml", (_, text) -> text.replaceFirst("number: .*", "number: 嘉政办发（２０１５）90号"));
            assertThat(handsIn(officer, taken).body()).as("written otherwise").contains("已经有文号为 嘉政办发（２０１５）90号");
        }
    }

    @Test
    void whatALaterDocumentChangesAgainIsSaidBeforeTheEarlierOneIsApproved() throws IOException {
        try (var officer = as("city1");
                var decider = as("decider1")) {
            var later = page(handsIn(officer, amendment(PackedDocument.id(), FROM)));
            assertThat(approves(decider, later).statusCode()).isEqualTo(302);
            var earlier = page(handsIn(officer, amendment(PackedDocument.id(), FROM.minusMonths(2))));
            assertThat(decider.opens(earlier).body()).contains("programmes/event-support.yaml", "这里的改动不再有效");
        }
    }

    /** A page that is only read may be the first that another node answers after the approval. */
    @Test
    void anotherNodeNoticesWithoutWriting() throws IOException {
        var there = StartedWith.another(city);
        var reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        try (var officer = as("city1");
                var decider = as("decider1")) {
            var page = page(handsIn(officer, amendment(PackedDocument.id(), FROM)));
            assertThat(approves(decider, page).statusCode()).isEqualTo(302);
        }
        var from = reading.execute(_ -> there.editionsOf(AMENDED).getLast());

        assertThat(from.from()).isEqualTo(FROM);
        assertThat(jdbc.sql("select count(*) from policy.edition where packed = :packed")
                        .param("packed", from.edition().packed())
                        .query(Long.class)
                        .single())
                .as("kept with the approval")
                .isOne();
    }

    @Test
    void aCalculatorCountsByTheDocumentOfTheDay() throws IOException {
        try (var officer = as("city1");
                var decider = as("decider1")) {
            var page = page(handsIn(officer, amendment(PackedDocument.id(), FROM)));
            assertThat(approves(decider, page).statusCode()).isEqualTo(302);
            assertThat(officer.opens("/calculators/event-support?on=" + FROM).body())
                    .contains(NEW_TITLE);
            assertThat(officer.opens("/calculators/event-support?on=" + FROM.minusDays(1))
                            .body())
                    .doesNotContain(NEW_TITLE);
        }
    }

    @Test
    void nobodyDecidesWhatTheyProposedAndAnEndedProposalStays() throws IOException {
        var id = PackedDocument.id();
        try (var officer = as("city1");
                var other = as("city2");
                var decider = as("decider1")) {
            var form = UUID.randomUUID();
            var page = page(handsIn(officer, form, amendment(id, FROM)));
            assertThat(page(handsIn(officer, form, amendment(id, FROM))))
                    .as("the same form again")
                    .isEqualTo(page);
            assertThat(handsIn(other, amendment(id, FROM)).body()).contains("已经提出，正在等待审批");
            assertThat(other.posts(page + "/withdraw", Map.of()).body()).contains("没有这份文件");
            assertThat(officer.posts(page + "/approve", Map.of()).statusCode()).isEqualTo(403);

            assertThat(decider.posts(page + "/reject", Map.of("answer", "")).body())
                    .contains("请写明不批准的理由");
            assertThat(decider.posts(page + "/reject", Map.of("answer", "评分依据不足"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(officer.opens(page).body())
                    .contains("data-state=\"REJECTED\"", "评分依据不足")
                    .contains("本来要改什么", "data-change=\"event-support\"", NEW_TITLE);
            assertThat(decider.posts(page + "/approve", Map.of("look", "confirm"))
                            .body())
                    .contains("已经办结");
            assertThat(policies.editionsOf(AMENDED))
                    .extracting(DatedEdition::from)
                    .doesNotContain(FROM);
            assertThat(handsIn(other, amendment(id, FROM)).statusCode())
                    .as("handed in again")
                    .isEqualTo(302);
        }
    }

    @Test
    void documentsAreSearchedNarrowedAndTakenAlongAndSaidInBothLanguages() throws IOException {
        try (var officer = as("city1");
                var decider = as("decider1")) {
            var one = PackedDocument.id();
            var other = PackedDocument.id();
            var page = page(handsIn(officer, amendment(one, FROM)));
            page(handsIn(officer, amendment(other, FROM)));
            decider.posts(page + "/reject", Map.of("answer", "评分依据不足"));

            assertThat(officer.opens("/documents?q=" + one).body())
                    .contains("data-document=\"" + one + "\"", "href=\"/documents.xlsx?state=&amp;q=" + one)
                    .doesNotContain("data-document=\"" + other + "\"");
            assertThat(officer.opens("/documents?state=rejected").body())
                    .contains("data-document=\"" + one + "\"")
                    .doesNotContain("data-document=\"" + other + "\"");
            assertThat(officer.opens("/documents?state=old").body())
                    .as("a state that there is not narrows nothing")
                    .contains("data-document=\"" + one + "\"", "data-document=\"" + other + "\"");
            assertThat(officer.opens("/documents?q=there-is-none").body()).contains("没有符合条件的文件", "看全部");
            assertThat(officer.opens("/documents.xlsx?q=" + one).headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));

            assertThat(officer.opens("/documents?lang=en").body())
                    .contains("Notice on the scoring of competitions (test)");
            assertThat(officer.opens(page + "?lang=en").body())
                    .contains("Notice on the scoring of competitions (test)");
        }
    }

    /** One more than a page holds. */
    @Test
    void aLongListGoesOnOnAnotherPage() throws IOException {
        try (var officer = as("city1")) {
            var first = page(handsIn(officer, amendment(PackedDocument.id(), FROM)));
            var id = first.substring(first.lastIndexOf('/') + 1);
            attackAsOwner("""
                    insert into policy.entered_document
                           (id, pack, number, title, title_en, from_day, packed, state, proposed_by, proposer, proposed_at)
                    select gen_random_uuid(), pack || '-' || n, number || n, title, title_en, from_day, packed, 'OPEN', proposed_by, proposer,
                           proposed_at + n * interval '1 second'
                      from policy.entered_document, generate_series(1, 50) n where id = '%s'
                    """.formatted(id));
            var list = officer.opens("/documents").body();
            assertThat(list).doesNotContain("href=\"/documents/" + id + "\"");
            var next = java.util.regex.Pattern.compile("href=\"(/documents\\?[^\"]*after=[^\"]*)\"")
                    .matcher(list);
            assertThat(next.find()).isTrue();
            assertThat(officer.opens(next.group(1).replace("&amp;", "&")).body())
                    .contains("href=\"/documents/" + id + "\"", "回到第一页");
        }
    }

    @Test
    void anExampleToWriteByIsSoundAndAPackThatWasHandedInIsGivenOutAsItWas() throws IOException {
        try (var officer = as("city1")) {
            assertThat(officer.opens("/documents").body()).contains("/documents/example.zip", "policy check");
            var example = PackArchive.read(officer.downloads("/documents/example.zip"));
            assertThat(example)
                    .isInstanceOfSatisfying(
                            PackArchive.Content.Files.class,
                            files -> assertThat(PackReader.read(files.texts()).programmes())
                                    .isNotEmpty());
            var files = amendment(PackedDocument.id(), FROM);
            var page = page(handsIn(officer, files));
            assertThat(PackArchive.read(officer.downloads(page + "/pack.zip")))
                    .isEqualTo(new PackArchive.Content.Files(files));
        }
    }

    @Test
    void anAmendmentToComeIsAnnouncedWhereItWillBeRead() throws IOException {
        try (var officer = as("city1");
                var decider = as("decider1")) {
            var files = amendment(PackedDocument.id(), FROM);
            files.putAll(PackedDocument.higherStep(FROM));
            var pack = PackReader.id(files).orElseThrow();
            var announced = "data-to-come=\"" + pack + "\"";
            var page = page(handsIn(officer, files));
            assertThat(officer.opens("/").body()).as("not settled").doesNotContain(pack);
            assertThat(approves(decider, page).statusCode()).isEqualTo(302);

            assertThat(officer.opens("/").body())
                    .contains("data-announced=\"" + pack + "\"", "自2037年7月1日起", "/policies/" + AMENDED + "?on=" + FROM);
            assertThat(officer.opens("/policies/" + AMENDED + "/clauses/五(三)").body())
                    .contains(announced, "/policies/" + AMENDED + "/clauses/五(三)?on=" + FROM);
            assertThat(officer.opens("/policies/" + AMENDED + "/clauses/四(一)").body())
                    .as("by a value of it")
                    .contains(announced);
            assertThat(officer.opens("/policies/" + AMENDED + "/clauses/一(一)").body())
                    .doesNotContain(announced);
            assertThat(officer.opens("/policies/" + AMENDED + "/clauses/五(三)?on=" + FROM)
                            .body())
                    .contains(NEW_TITLE)
                    .doesNotContain(announced);
            assertThat(officer.opens("/parameters?q=job_step").body()).contains(announced, "/clauses/四(一)?on=" + FROM);
            assertThat(officer.opens("/parameters?q=job_cap").body()).doesNotContain(announced);
        }
    }

    @Test
    void onlyTheCitysOfficesSeeDocumentsThatWait() {
        for (var login : new String[] {"c330402-1", "op001"}) {
            try (var one = as(login)) {
                assertThat(one.opens("/documents").statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void theSchemaKeepsWhatWasDecidedAndWhoMayDecide() throws IOException {
        try (var officer = as("city1")) {
            var page = page(handsIn(officer, amendment(PackedDocument.id(), FROM)));
            var id = page.substring(page.lastIndexOf('/') + 1);
            assertThatThrownBy(() -> attackAsOwner(
                            "update policy.entered_document set state = 'APPROVED', decided_by = proposed_by, decider = 'x', decided_at = now() where id = '%s'"
                                    .formatted(id)))
                    .hasMessageContaining("a_second_person_approves_a_document");
            assertThatThrownBy(() -> attackAsOwner(
                            "update policy.entered_document set packed = 'x' where id = '%s'".formatted(id)))
                    .hasMessageContaining("stays as it is");
            assertThatThrownBy(() -> attackAsOwner("delete from policy.entered_document where id = '%s'".formatted(id)))
                    .hasMessageContaining("stays as it is");
        }
    }

    @Test
    void anArchiveThatIsNoneOrHoldsTooMuchIsRefused() {
        assertThat(PackArchive.read("no archive".getBytes(UTF_8))).isInstanceOf(PackArchive.Content.Refused.class);
        assertThat(PackArchive.read(PackedDocument.zip("", Map.of("pack.yaml", "x".repeat(9 << 20)))))
                .isInstanceOf(PackArchive.Content.Refused.class);
        assertThat(PackArchive.read(PackedDocument.zip("", Map.of("a/pack.yaml", "pack: a", "b/pack.yaml", "pack: b"))))
                .isInstanceOf(PackArchive.Content.Refused.class);
        assertThat(PackArchive.read(
                        PackedDocument.zip("a/", Map.of("pack.yaml", "pack: a", "../x.yaml", "y", "read.me", "z"))))
                .isEqualTo(new PackArchive.Content.Files(Map.of("pack.yaml", "pack: a", "../x.yaml", "y")));
        assertThat(PackArchive.read(PackedDocument.zip("", Map.of("a/pack.yaml", "pack: a", "b/x.yaml", "y"))))
                .isInstanceOfSatisfying(
                        PackArchive.Content.Refused.class,
                        refused -> assertThat(refused.why().zh()).startsWith("b/x.yaml 不在政策包的文件夹里"));
    }
}
