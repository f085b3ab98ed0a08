package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.engine.Programme.Payer;

/** A programme that several treasuries pay: who they are, how much each pays, and what no pack may say of it. */
class ShareTests {

    private static final String PROGRAMME = "programmes/excellent-award.yaml";
    private static final String CITY_BEARS = "parameters/city-bears.yaml";
    private static final String SPLIT = """
            payers:
              - { payer: city, share: city_bears }
              - { payer: county_of_seat }
            """;
    private static final String SHARE = """
            id: city_bears
            clause: 五(二)-3
            means: { zh: "市级承担比例", en: "Part that the city bears" }
            unit: percent
            values:
              - { from: 2015-12-15, is: 40, basis: { zh: "试验", en: "A trial" }, standing: set }
              - { from: 2018-01-01, is: 33.33, basis: { zh: "试验", en: "A trial" }, standing: set }
              - { from: 2019-01-01, is: 50, basis: { zh: "试验", en: "A trial" }, standing: demonstration }
            """;

    private static Map<String, String> files(String payers, String share) {
        var files = new TreeMap<>(Packs.jiaxing());
        var text = files.getOrDefault(PROGRAMME, "");
        assertThat(text).contains("payer: open\n");
        files.put(PROGRAMME, text.replace("payer: open\n", payers));
        files.put(CITY_BEARS, share);
        return files;
    }

    private static List<String> problems(Map<String, String> files) {
        return Flaw.placed(PackCheck.plainProblemsOf(PackReader.read(files)), files).stream()
                .map(Flaw::said)
                .filter(said -> said.startsWith(PROGRAMME) || said.startsWith(CITY_BEARS))
                .toList();
    }

    private static Programme split(PolicyPack pack) {
        return pack.programme("excellent-award");
    }

    @Test
    void onePayerIsThatPayerForAll() {
        var pack = PackReader.read(Packs.jiaxing());
        var one = pack.programme("event-support");

        assertThat(one.payers()).containsExactly(new Programme.PaymentShare(Payer.CITY, null));
        assertThat(Shares.of(pack, one, LocalDate.of(2017, 5, 1), false)
                        .orElseThrow()
                        .all())
                .containsExactly(new Shares.Share(Payer.CITY, BigDecimal.valueOf(100)));
        assertThat(Shares.said(pack, one, LocalDate.of(2017, 5, 1), false)).isEqualTo(pack.name(Payer.CITY));
        assertThat(pack.programme("space-recognition").payer()).isEqualTo(Payer.NOBODY);
    }

    @Test
    void severalPayersEachHaveTheirShareAndTheLastTheRest() {
        var files = files(SPLIT, SHARE);
        var pack = PackReader.read(files);
        var programme = split(pack);

        assertThat(problems(files)).isEmpty();
        assertThat(programme.payer()).isEqualTo(Payer.CITY);
        assertThat(Shares.said(pack, programme, LocalDate.of(2017, 12, 31), false))
                .isEqualTo(Text.of("市财政 40%、所在地财政 60%", "the city 40%, the county of the seat 60%"));
        assertThat(Shares.said(pack, programme, LocalDate.of(2018, 1, 1), false).en())
                .isEqualTo("the city 33.33%, the county of the seat 66.67%");
        assertThat(Shares.of(pack, programme, LocalDate.of(2018, 1, 1), false)
                        .orElseThrow()
                        .of(new Fen(10_001)))
                .containsExactly(new Fen(3_333), new Fen(6_668));
    }

    @Test
    void aShareThatNoAuthorityHasSetIsUnknownOutsideTheDemonstration() {
        var pack = PackReader.read(files(SPLIT, SHARE));
        var day = LocalDate.of(2019, 1, 1);

        assertThat(Shares.of(pack, split(pack), day, true)).isPresent();
        assertThat(Shares.of(pack, split(pack), day, false)).isEmpty();
        assertThat(Shares.of(pack, split(pack), LocalDate.of(2015, 12, 14), true))
                .isEmpty();
        assertThat(Shares.said(pack, split(pack), day, false).zh()).isEqualTo("市财政、所在地财政（比例未定）");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { payer: city, share: city_bears }, { payer: tax }            | tax 不能分担出资                 | tax cannot pay a share
            { payer: partner, share: city_bears }, { payer: city }        | partner 不能分担出资             | partner cannot pay a share
            { payer: city, share: city_bears }, { payer: nobody }         | nobody 不能分担出资              | nobody cannot pay a share
            { payer: open, share: city_bears }, { payer: city }           | open 不能分担出资                | open cannot pay a share
            { payer: local, share: city_bears }, { payer: city }          | local 不能分担出资               | local cannot pay a share
            { payer: city, share: city_bears }, { payer: city }           | 出资方 city 写了两次             | the payer city is named twice
            { payer: city }, { payer: county_of_seat }                    | 出资方 city 缺 share             | the payer city has no share
            { payer: county_of_seat, share: city_bears }                  | 只有一个出资方，不写 share       | one who pays alone has no share
            { payer: city, share: no_such }, { payer: county_of_seat }    | no_such 不是参数                 | it names no_such, which is no parameter
            { payer: city, share: excellent_reward }, { payer: county_of_seat } | excellent_reward 的单位是“元”    | excellent_reward is in yuan, which does not fit here
            { payer: city, share: city_bears }, { payer: county_of_seat, share: city_bears } | 最后一个出资方付余下的    | the last payer pays the rest and has no share
            """)
    void whoCannotPayAShareIsAProblemWithItsPlace(String payers, String zh, String en) {
        var files = files("payers: [ " + payers + " ]\n", SHARE);
        var line = 1 + files.getOrDefault(PROGRAMME, "").lines().toList().indexOf("payers: [ " + payers + " ]");

        assertThat(problems(files))
                .anySatisfy(said -> assertThat(said)
                        .startsWith(PROGRAMME + ":" + line + ":")
                        .contains(zh)
                        .contains(en));
    }

    @Test
    void sharesThatPassTheWholeAreAProblemOnTheDayOnWhichTheyDo() {
        var files = files(SPLIT, SHARE.replace("is: 33.33", "is: 100.01"));

        assertThat(problems(files))
                .singleElement()
                .asString()
                .contains("自 2018-01-01 起")
                .contains("make 100.01%");
        assertThat(Flaw.placed(PackCheck.contradictionsOf(PackReader.read(files), LocalDate.of(2018, 1, 1)), files))
                .extracting(Flaw::said)
                .anyMatch(said -> said.contains("make 100.01%"));
        assertThat(Shares.of(PackReader.read(files), split(PackReader.read(files)), LocalDate.of(2018, 1, 1), true))
                .isEmpty();
        assertThat(problems(files(SPLIT, SHARE.replace("is: 33.33", "is: 100"))))
                .isEmpty();
    }

    @Test
    void onePayerAndSeveralAreNotWrittenBesideEachOther() {
        var files = files("payer: tax\n" + SPLIT, SHARE);

        assertThat(problems(files)).anyMatch(said -> said.contains("write either payer or payers"));
    }

    /** Each part but the last is rounded down, whatever the sum and the weights; together they are the sum. */
    @Test
    void thePartsOfASumAreRoundedDownAndMakeTheSum() {
        var random = new Random(4060);
        for (int trial = 0; trial < 20_000; trial++) {
            var fen = new Fen(random.nextLong() >>> random.nextInt(63) >>> 1);
            var weights = new ArrayList<BigDecimal>();
            IntStream.rangeClosed(0, random.nextInt(4))
                    .forEach(_ -> weights.add(BigDecimal.valueOf(random.nextInt(10_001), random.nextInt(3))));
            weights.add(BigDecimal.valueOf(random.nextInt(100) + 1));
            var all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            var parts = fen.inProportion(weights);

            assertThat(Fen.sum(parts.stream())).isEqualTo(fen);
            for (int i = 0; i < weights.size() - 1; i++) {
                assertThat(parts.get(i).value())
                        .isEqualTo(BigDecimal.valueOf(fen.value())
                                .multiply(weights.get(i))
                                .divide(all, 0, RoundingMode.DOWN)
                                .longValueExact());
            }
            assertThat(parts).allMatch(part -> !part.isLessThan(Fen.ZERO));
        }
    }
}
