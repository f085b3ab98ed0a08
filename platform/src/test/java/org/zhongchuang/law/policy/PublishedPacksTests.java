package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.installation.launch.CannotStart;

/** A city works by the packs of a folder: one document or several, read as one. */
class PublishedPacksTests extends PackedCity {

    private static final Path SECOND_CITY = Path.of("../cities/yunting");
    private static final LocalDate DAY = LocalDate.of(2018, 6, 1);

    private static SortedMap<String, Map<String, String>> bothCities() {
        var packs = new TreeMap<>(PackFiles.read(Optional.empty()));
        packs.putAll(PackFiles.read(Optional.of(SECOND_CITY)));
        return packs;
    }

    private static Fen rent(PolicyPack rules) {
        return rules.evaluate(
                        "firm-rent",
                        DAY,
                        Answers.values(rules.facts(), Map.of("months_in_base", "6", "yearly_rent", "48000.50")),
                        false)
                .amount()
                .orElseThrow();
    }

    @Test
    void aFolderTakesThePlaceOfThePacksThatShip() {
        var policies = startedWith(PackFiles.read(Optional.of(SECOND_CITY)));
        assertThat(policies.current().document().number()).contains("云政规");
        assertThat(policies.current().programmes())
                .containsKeys("base-title", "firm-rent")
                .doesNotContainKey("award-match");
        assertThat(policies.find("jiaxing-2015-90")).isEmpty();
        assertThat(rent(policies.current())).isEqualTo(new Fen(1_440_015));
    }

    @Test
    void severalDocumentsAreReadAsOneAndEachJudgesItsOwnProgrammes() {
        var policies = startedWith(bothCities());
        var city = policies.current();
        assertThat(city.documents())
                .extracting(PolicyPack::id)
                .containsExactly("jiaxing-2015-90", "guobanfa-2015-9", "yunting-2018-7", "zhezhengban-2015-79");
        assertThat(city.programmes()).containsKeys("award-match", "firm-rent");
        assertThat(city.areas()).extracting(Area::code).contains("330402", "YT-1");
        assertThat(rent(city)).isEqualTo(new Fen(1_440_015));
        assertThat(city.home("firm-rent").document().number()).contains("云政规");
        assertThat(city.home("award-match").document().number()).contains("嘉政办发");
        assertThat(policies.find("yunting-2018-7").orElseThrow().clause("第六条")).isPresent();
        assertThat(policies.find("jiaxing-2015-90").orElseThrow().programmes()).doesNotContainKey("firm-rent");
    }

    @Test
    void aLaterDocumentAmendsAnEarlierOneFromItsFirstDayOnAndOnlyInADemonstrationWhereItIsInvented() {
        var policies = startedWith(PackFiles.read(Optional.empty()));
        var editions = policies.editionsOf("jiaxing-2015-90");
        assertThat(editions)
                .extracting(DatedEdition::from)
                .containsExactly(LocalDate.of(2015, 12, 1), LocalDate.of(2017, 7, 1));
        assertThat(editions.getLast().amendments())
                .extracting(one -> one.document().number())
                .containsExactly("演示办发〔2017〕1号");
        assertThat(score(policies, LocalDate.of(2017, 6, 30))).contains("50");
        assertThat(score(policies, LocalDate.of(2017, 7, 1))).contains("55");
        assertThat(policies.find("jiaxing-demo-2017-1")).isEmpty();

        var served = new PublishedPacks(PackFiles.read(Optional.empty()), this.editions, false);
        assertThat(served.all()).allMatch(document -> document.size() == 1);
    }

    @Test
    void anAmendmentOfWhatThereIsNotStopsTheStart() {
        var packs = new TreeMap<>(PackFiles.read(Optional.empty(), "policies"));
        packs.remove("jiaxing-2015-90");
        packs.putAll(PackFiles.read(Optional.of(SECOND_CITY)));
        assertThatThrownBy(() -> startedWith(packs))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("jiaxing-demo-2017-1")
                .hasMessageContaining("jiaxing-2015-90");
    }

    /** The mean score of a competition by the document as it stands on a day. */
    private static String score(Policies policies, LocalDate day) {
        var pack = policies.find("jiaxing-2015-90", day).orElseThrow();
        var facts = Map.of(
                "registered_before", "true",
                "eligible_spend", "1000",
                "influence_score", "50",
                "scale_score", "30",
                "effect_score", "70");
        return pack.evaluate("event-support", day, Answers.values(pack.facts(), facts), true)
                .results()
                .getOrDefault("mean_score", new FactValue.Word(""))
                .toString();
    }

    @Test
    void aCaseIsPinnedToTheEditionOfItsOwnDocument() {
        var policies = startedWith(bothCities());
        var edition = policies.edition(policies.pin("firm-rent")).orElseThrow().pack();
        assertThat(edition.id()).isEqualTo("yunting-2018-7");
        assertThat(edition.within(policies.current()).areas())
                .extracting(Area::code)
                .contains("YT-1", "330402");
        assertThat(policies.isInForce("firm-rent")).isEqualTo(edition.document().holdsOn(LocalDate.now(clock)));
    }

    @Test
    void whatWasFiledUnderADocumentThatTheCityNoLongerHasKeepsItsOwnLimits() {
        var both = startedWith(bothCities());
        var filed = both.pin("firm-rent");
        var jiaxingAlone = startedWith(PackFiles.read(Optional.empty()));
        var rules = jiaxingAlone.edition(filed).orElseThrow().pack();
        assertThat(jiaxingAlone.find("yunting-2018-7")).isEmpty();
        // It holds from 2018 on, and this city is in the year before.
        assertThatThrownBy(() -> jiaxingAlone.limit(rules, "publicity_days")).isInstanceOf(ValueNotSet.class);
        assertThat(jiaxingAlone.again(filed, "firm-rent", DAY).edition()).isEqualTo(filed);
        assertThat(rent(jiaxingAlone.again(filed, "firm-rent", DAY))).isEqualTo(new Fen(1_440_015));
        assertThat(both.current().clauseAddress(both.current().programme("firm-rent")))
                .isEqualTo("/policies/yunting-2018-7/clauses/第六条");
    }

    @Test
    void twoDocumentsWithOneProgrammeOrTwoMeaningsOfOneFactAreRefused() {
        var twice = bothCities();
        twice.put("second", twice.get("yunting-2018-7"));
        assertThatThrownBy(() -> startedWith(twice))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("award-share");

        var clash = bothCities();
        clash.computeIfPresent("yunting-2018-7", (_, files) -> {
            var changed = new TreeMap<>(files);
            changed.replaceAll((_, text) -> text.replace("yearly_rent", "area_sqm"));
            return changed;
        });
        assertThatThrownBy(() -> startedWith(clash))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("area_sqm");
    }

    @Test
    void aFolderWithoutPacksIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> PackFiles.read(Optional.of(folder)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--policies");
        assertThatThrownBy(() -> PackFiles.read(Optional.of(folder.resolve("none"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--policies");
        var pack = Files.createDirectory(folder.resolve("wrong"));
        Files.writeString(pack.resolve("pack.yaml"), "pack: [");
        assertThatThrownBy(() -> startedWith(PackFiles.read(Optional.of(folder))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("pack.yaml");
        Files.write(pack.resolve("facts.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> PackFiles.read(Optional.of(folder)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("UTF-8");
    }
}
