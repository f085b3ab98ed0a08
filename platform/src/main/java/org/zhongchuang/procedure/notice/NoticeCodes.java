package org.zhongchuang.procedure.notice;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;

/**
 * Notices by whom they are about, objections by their notice, and what was found of them. The number of a receipt is
 * its holder's alone and is never said.
 */
@Component
class NoticeCodes implements Coded {

    private static final Map<String, Text> FOUND = Map.of(
            "admitted", Text.of("受理", "admitted"),
            "dismissed", Text.of("不予受理", "not admitted"));

    private final JdbcClient jdbc;

    NoticeCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Text> word(String act, String code) {
        if (!act.startsWith("notice.") || code.isEmpty()) {
            return Optional.empty();
        }
        if (act.equals("notice.check") && FOUND.containsKey(code)) {
            return Optional.ofNullable(FOUND.get(code));
        }
        var named = Typed.id(code)
                .flatMap(id -> jdbc.sql("""
                                select space_name from notice.notice
                                 where id = :id or id = (select notice from notice.objection where id = :id)
                                """).param("id", id).query(String.class).optional())
                .map(name -> Text.of(name + "的公示", "notice of " + name));
        return named.or(() -> act.equals("notice.object")
                ? Optional.of(Text.of("回执编号不列出", "the number of the receipt is not shown"))
                : Optional.empty());
    }
}
