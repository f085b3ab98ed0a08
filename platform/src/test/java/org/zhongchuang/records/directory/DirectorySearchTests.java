package org.zhongchuang.records.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.records.registry.Enrolling;

/** Who seeks a name in the directory is told among what it is sought, and how many of each kind have it. */
class DirectorySearchTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private Enrolling enrolling;

    @Test
    void everyKindSaysHowManyMatchAndIsSearchedForTheSameWords() {
        var browser = new Browser(port);
        browser.open("/directory?kind=space&q=%E6%BC%94%E7%A4%BA");

        assertThat(browser.body())
                .contains("在“众创空间”里查找：名称、拼音、首字母或代码")
                .containsPattern("href=\"/directory\\?kind=enterprise&amp;q=%E6%BC%94%E7%A4%BA\"[^>]*>企业和团队 [1-9]");
    }

    @Test
    void whoNamesNoKindIsShownTheFirstThatHasTheWords() {
        var name = "演示·独一" + UUID.randomUUID().toString().substring(0, 6) + "队";
        enrolling.enrol(name, "330402", Optional.empty(), Optional.empty());
        var browser = new Browser(port);

        browser.open("/directory?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(browser.body()).contains(">" + name + "</a>", "在“企业和团队”里查找", "众创空间 0", "企业和团队 1");

        browser.open("/directory");
        assertThat(browser.body()).contains(">众创空间</a>");
    }

    @Test
    void theWayToAPageNamesNothingTwice() {
        var browser = new Browser(port);
        browser.open("/directory");
        var entry = java.util.regex.Pattern.compile("/directory/[0-9a-f-]{36}").matcher(browser.body());
        assertThat(entry.find()).isTrue();
        browser.open(entry.group());

        assertThat(browser.body())
                .contains("aria-label=\"所在位置\"")
                .containsOnlyOnce("<li><a href=\"/directory\">名录</a></li>")
                .doesNotContain("<li>名录</li>");
    }
}
