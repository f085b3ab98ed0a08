package org.zhongchuang.procedure.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.population.Simulation;
import org.zhongchuang.law.edition.Change;
import org.zhongchuang.law.edition.PackedDocument;
import org.zhongchuang.law.policy.Library;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.Trial;

/** What a document would do is worked out before anybody approves it. */
class WhatIfDocumentTests extends TestCity {

    private static final String AMENDED = "jiaxing-2015-90";
    private static final Path PACK = Path.of("../policies/" + AMENDED);
    private static final LocalDate FROM = LocalDate.of(2037, 7, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private Library library;

    @Autowired
    private Policies policies;

    @Autowired
    private WhatIfDocument whatIf;

    @Autowired
    private WhatIf effects;

    @Autowired
    private PlatformTransactionManager manager;

    /** The other tests of this city do not know of these documents. */
    @AfterEach
    void theCityIsAsItWas() {
        attackAsOwner("""
                alter table policy.entered_document disable trigger entered_documents_stay;
                delete from policy.entered_document;
                alter table policy.entered_document enable trigger entered_documents_stay
                """);
        new TransactionTemplate(manager).executeWithoutResult(_ -> policies.lookAgain());
    }

    private static Map<String, String> amendment() {
        return new TreeMap<>(Map.of("pack.yaml", PackedDocument.head(PackedDocument.id(), FROM, AMENDED)));
    }

    private static Map<String, String> higherStep() throws IOException {
        var files = amendment();
        files.putAll(PackedDocument.higherStep(FROM));
        return files;
    }

    private Trial.Fits fits(Map<String, String> files) {
        assertThat(library.tried(files)).isInstanceOf(Trial.Fits.class);
        return (Trial.Fits) library.tried(files);
    }

    @Test
    void aHigherValueMakesSomeBetterOffAndNobodyWorseAndAreasSumUp() throws IOException {
        var fits = fits(higherStep());

        assertThat(whatIf.day(fits)).isEqualTo(FROM);
        assertThat(whatIf.affected(fits, _ -> true)).singleElement().satisfies(one -> {
            var total = one.effect().total();
            assertThat(one.how()).isEqualTo(Change.How.CHANGED);
            assertThat(one.effect().programme().id()).isEqualTo("job-creation-subsidy");
            assertThat(total.subjects()).isEqualTo(4_000);
            assertThat(total.winners()).isPositive();
            assertThat(total.losers()).isZero();
            assertThat(total.difference()).isPositive();
            assertThat(one.effect().byArea().values().stream()
                            .mapToLong(Simulation.Line::difference)
                            .sum())
                    .isEqualTo(total.difference());
        });
        assertThat(whatIf.affected(fits, area -> area.equals("330402")))
                .singleElement()
                .satisfies(one -> assertThat(one.effect().byArea()).hasSize(1));
    }

    @Test
    void anotherFormulaIsJudgedByItselfAndNotByTheOneThatHolds() throws IOException {
        var files = amendment();
        files.put(
                "programmes/job-creation-subsidy.yaml",
                Files.readString(PACK.resolve("programmes/job-creation-subsidy.yaml"))
                        .replace("then 0 else min(job_cap,", "then 0 else min(job_base,"));
        files.put(
                "cases/job-creation-subsidy.yaml",
                Files.readString(PACK.resolve("cases/job-creation-subsidy.yaml"))
                        .replaceAll("amount: [1-9][0-9.]*", "amount: 2000.00"));

        assertThat(whatIf.affected(fits(files), _ -> true)).singleElement().satisfies(one -> {
            assertThat(one.effect().total().winners()).isZero();
            assertThat(one.effect().total().losers()).isPositive();
            assertThat(one.effect().total().lost()).isZero();
        });
    }

    @Test
    void whatEndsIsLostByAllWhoHadIt() {
        var without = policies.find("guobanfa-2015-9").orElseThrow();
        var day = policies.current().document().effectiveFrom().plusYears(1);

        var total = effects.effect("job-creation-subsidy", policies.current(), without, day, _ -> true)
                .total();

        assertThat(total.granted()).isZero();
        assertThat(total.lost()).isPositive();
        assertThat(total.losers()).isEqualTo(total.lost());
        assertThat(total.after()).isZero();
        assertThat(total.before()).isPositive();
    }

    @Test
    void aDocumentOfItsOwnShowsWhoWouldGetWhatItBrings() throws IOException {
        var folder = Path.of("../cities/yunting/yunting-2018-7");
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }

        assertThat(whatIf.affected(fits(files), _ -> true)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.how()).isEqualTo(Change.How.ADDED);
            assertThat(one.effect().total().before()).isZero();
            assertThat(one.effect().total().losers()).isZero();
        });
    }

    @Test
    void thePageOfADocumentThatWaitsLeadsToWhoIsAffectedAndOneThatWasDecidedDoesNot() throws IOException {
        var site = "http://localhost:" + port;
        try (var officer = PlainBrowser.at(site).signsIn("city1");
                var decider = PlainBrowser.at(site).signsIn("decider1");
                var county = PlainBrowser.at(site).signsIn("c330402-1")) {
            var page = PackedDocument.page(PackedDocument.handedIn(officer, UUID.randomUUID(), higherStep()));
            assertThat(decider.opens(page).body()).contains("href=\"" + page + "/what-if\"");
            assertThat(decider.opens(page + "/what-if").body())
                    .contains("data-affected=\"job-creation-subsidy\"", "data-losers=\"0\"", "2037年7月1日")
                    .contains("areas-job-creation-subsidy", "变化最大的 100 个");
            assertThat(county.opens(page + "/what-if").statusCode()).isEqualTo(403);

            decider.posts(page + "/reject", Map.of("answer", "先不改"));
            assertThat(officer.opens(page).body()).doesNotContain("data-what-if");
            assertThat(officer.opens(page + "/what-if").body())
                    .contains("只在审批以前测算")
                    .doesNotContain("data-affected");
        }
    }
}
