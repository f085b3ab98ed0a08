package org.zhongchuang.law.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.Policies;

/** The document is found by the words that people use. */
class SoughtTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private Policies policies;

    @Autowired
    private ClausesByName byName;

    private String found(PlainBrowser browser, String words) {
        return browser.opens("/?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"房租", "房 租", " 房　租 ", "fangzu", "fang zu", "补助 宽带", "租办公室"})
    void rentIsFoundHoweverItIsSpacedAndByHowItSounds(String words) {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(found(browser, words)).contains("房租、宽带、软件、工具补助");
        }
    }

    @Test
    void whoeverHasNoWorkFindsTheJobGrantsAndIsToldByWhichWords() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(found(browser, "没有工作"))
                    .contains("带动就业补助", "也按文件里的说法查找", "就业")
                    .doesNotContain("什么是众创空间");
            assertThat(found(browser, "chuangye")).contains("鼓励大学生创业");
            assertThat(found(browser, "没有这样的词")).contains("没有符合条件的条款");
        }
    }

    /** Each word of every day leads to a clause, in both languages, on the page and in the one search. */
    @Test
    void eachWordOfEveryDayLeadsToAClause() {
        var pack = policies.current();
        var spoken = Stream.concat(
                        pack.clauses().stream().flatMap(clause -> Stream.of(clause.title(), clause.summary())),
                        pack.items().stream().flatMap(item -> Stream.of(item.title(), item.summary())))
                .toList();
        assertThat(pack.everyday()).isNotEmpty();
        for (var word : pack.everyday()) {
            for (var said : word.said()) {
                var zh = Sought.in(pack, said.zh());
                var en = Sought.in(pack, said.en());
                assertThat(spoken).as(said.zh()).anyMatch(text -> zh.standsIn(text.zh()));
                assertThat(spoken).as(said.en()).anyMatch(text -> en.standsIn(text.en()));
                assertThat(byName.find(Words.of(said.zh()), null, 5).hits())
                        .as(said.zh())
                        .isNotEmpty();
            }
            for (var means : word.means()) {
                assertThat(spoken).as(means.zh()).anyMatch(text -> text.zh().contains(means.zh()));
            }
        }
    }
}
