package org.zhongchuang.procedure.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;

/**
 * The number of a receipt leads to where its holder asks for the objection. Nothing is looked up here: the search asks
 * with each letter, and whether a number exists is told only where guesses are counted.
 */
@Component
class ReceiptByNumber implements Searched {

    @Override
    public int place() {
        return 61;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var hits = ReceiptNumber.read(words.text()).isPresent()
                ? List.of(new Hit(
                        Text.of("查询异议办理情况", "What became of an objection"),
                        Text.of("在打开的页面填写回执编号", "enter the number of the receipt on the page that opens"),
                        "/receipts",
                        true))
                : List.<Hit>of();
        return new Hits(Text.of("异议回执", "Receipts of objections"), "receipt", hits, "");
    }
}
