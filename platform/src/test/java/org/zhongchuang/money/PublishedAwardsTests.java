package org.zhongchuang.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.kernel.Spoken;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.AwardOrder;
import org.zhongchuang.money.award.Awards;

/** What anybody can download about awards: valid, and nothing beyond the fields that may be published. */
class PublishedAwardsTests extends MoneyCity {

    @LocalServerPort
    private int port;

    @Autowired
    private Policies policies;

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String download(String path) throws Exception {
        return get(path).body();
    }

    @Test
    void theDownloadHoldsToTheSchemaOfTheDataStandardAndToTheWhitelist() throws Exception {
        var award = awarded(newOperator());
        var published = download("/awards.json");
        assertHoldsToTheSchema(published);
        assertThat(published).contains("360G-zhongchuang-" + award.number());
    }

    private void assertHoldsToTheSchema(String published) throws Exception {
        try (var schema = Objects.requireNonNull(getClass().getResourceAsStream("/360giving-grants.schema.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                            .getSchema(schema)
                            .validate(published, InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void aPersonIsPublishedAsOneWithoutAnIdThatLasts() throws Exception {
        var award = awarded(newOperator());
        jdbc.sql("update registry.subject set kind = 'PERSON', code = null where id = :id")
                .param("id", award.subject().value())
                .update();

        var published = download("/awards.json?q=" + award.number());

        assertHoldsToTheSchema(published);
        assertThat(published)
                .contains("recipientIndividual", "zhongchuang-recipient-" + award.number())
                .doesNotContain("recipientOrganization", award.subject().toString());
    }

    @Test
    void theListTellsWhatItsAwardsComeToInAll() throws Exception {
        var award = awarded(newOperator());
        var year = award.decidedOn().getYear();
        assertThat(download("/awards?year=" + year + "&q=" + award.number()))
                .contains("data-total=\"" + award.fen().value() + "\"", "共1笔");
        assertThat(awards.total(new Awards.Query("", "", "", year, AwardOrder.NEWEST, ""))
                        .fen())
                .isEqualTo(new Fen(jdbc.sql("select sum(fen)::bigint from award.award where year = :year")
                        .param("year", year)
                        .query(Long.class)
                        .single()));
        assertThat(download("/awards?year=2030")).contains("data-total=\"0\"");
    }

    private Award awardedAndPaid() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "62225555%04d".formatted(new Random().nextInt(10_000)));
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, true));
        return award;
    }

    private static List<String> numbers(String listed, Set<String> of) {
        return Pattern.compile("(?<=/awards/|^)[A-Z0-9-]+(?=\"|,)", Pattern.MULTILINE)
                .matcher(listed)
                .results()
                .map(MatchResult::group)
                .filter(of::contains)
                .toList();
    }

    @Test
    void theListStandsInTheOrderThatIsAskedForOverAllItsPagesAndSoDoTheDownloads() throws Exception {
        var waiting = awarded(newOperator());
        var arrived = awardedAndPaid();
        var document = URLEncoder.encode(arrived.document(), UTF_8);
        assertThat(download("/awards?q=" + arrived.number())).contains("data-paid=\"" + LocalDate.now(clock) + "\"");
        assertThat(download("/awards?q=" + waiting.number()))
                .contains("data-paid=\"\"", "尚未到账")
                .doesNotContain("data-paid=\"2");
        var both = Set.of(waiting.number(), arrived.number());
        for (var order : List.of("paid_last", "paid_first")) {
            var csv = download("/awards.csv?order=" + order + "&q=" + document);
            assertThat(numbers(csv, both)).as(order).containsExactly(arrived.number(), waiting.number());
        }
        assertThat(csvLine(arrived)).contains("," + LocalDate.now(clock) + ",");
        for (var order : AwardOrder.values()) {
            var all = new ArrayList<Award>();
            var pages = new ArrayList<Award>();
            awards.export(query(order, ""), row -> all.add(row.award()));
            for (var next = "start"; !next.isEmpty(); ) {
                var page = awards.list(query(order, next.equals("start") ? "" : next));
                page.rows().forEach(row -> pages.add(row.award()));
                next = page.next();
            }
            assertThat(pages).as(order.word()).isEqualTo(all);
        }
        var sums = new ArrayList<Fen>();
        awards.export(query(AwardOrder.LARGEST, ""), row -> sums.add(row.award().fen()));
        assertThat(sums).isSortedAccordingTo((one, other) -> Long.compare(other.value(), one.value()));
    }

    private static Awards.Query query(AwardOrder order, String after) {
        return new Awards.Query("", "", "", 0, order, after);
    }

    private String csvLine(Award award) throws Exception {
        return download("/awards.csv?q=" + award.number())
                .lines()
                .filter(line -> line.contains(award.number()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChoiceWithoutAwardsIsNoDocumentAndSaysSo() throws Exception {
        var answer = get("/awards.json?year=2030");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).get().isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("No awards match").doesNotContain("grants");
        assertThat(download("/awards?year=2030")).contains("/awards.csv?").doesNotContain("/awards.json?");
    }

    @Test
    void thePageOfAnAwardSaysByWhichClauseAndOnWhichDaysItWasPaid() throws Exception {
        var waiting = awarded(newOperator());
        assertThat(download("/awards/" + waiting.number()))
                .contains("data-clause-says", "尚未支付", "还没有一笔到账")
                .doesNotContain("data-moved");

        var arrived = awardedAndPaid();
        var item = policies.current().item(arrived.clause()).orElseThrow();
        assertThat(download("/awards/" + arrived.number()))
                .contains("data-moved=\"" + LocalDate.now(clock) + "\"", "支付到账", "已全部到账")
                .contains(item.summary().zh())
                .doesNotContain("兑现期限");
    }

    @Test
    void theListIsAskedForAYear() throws Exception {
        var award = awarded(newOperator());
        assertThat(download("/awards?q=" + award.number() + "&year=" + award.year()))
                .contains("name=\"year\"", "/awards/" + award.number());
        assertThat(download("/awards?year=2030")).contains("没有符合条件的资金", "data-year=\"" + award.year() + "\"");
    }

    @Test
    void aYearIsReadAsItIsWrittenAndOneThatCannotBeReadIsToldAtItsField() throws Exception {
        var award = awarded(newOperator());
        var wide = URLEncoder.encode(award.year() + "年度", UTF_8);
        assertThat(download("/awards?q=" + award.number() + "&year=" + wide)).contains("/awards/" + award.number());
        assertThat(download("/awards?year=17"))
                .contains("请填写四位年份", "value=\"17\"", "data-total=\"0\"")
                .doesNotContain("/awards/" + award.number());
    }

    @Test
    void theTableNamesEveryAwardOfTheFilterAndNoOther() throws Exception {
        var award = awarded(newOperator());
        assertThat(download("/awards.csv?programme=award-match")).contains(award.number());
        assertThat(download("/awards.csv?programme=running-costs")).doesNotContain(award.number());
    }

    @Test
    void anOrganisationIsFoundByItsNameAndItsSoundAndAPersonByNeither() throws Exception {
        var award = awarded(newOperator());
        var name = award.name();
        var sound = Spoken.syllables(name).replace(" ", "");
        assertThat(download("/awards.csv?q=" + URLEncoder.encode(name, UTF_8))).contains(award.number());
        assertThat(download("/awards.csv?q=" + sound)).contains(award.number());

        jdbc.sql("update registry.subject set kind = 'PERSON', code = null where id = :id")
                .param("id", award.subject().value())
                .update();

        assertThat(download("/awards.csv?q=" + URLEncoder.encode(name, UTF_8))).doesNotContain(award.number());
        assertThat(download("/awards.csv?q=" + sound)).doesNotContain(award.number());
        assertThat(download("/awards.csv?q=" + award.number())).contains(award.number());
    }
}
