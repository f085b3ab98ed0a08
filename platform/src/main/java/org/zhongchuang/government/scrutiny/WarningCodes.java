package org.zhongchuang.government.scrutiny;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;

/** Findings by what was found, and the case in which. */
@Component
class WarningCodes implements Coded {

    private final JdbcClient jdbc;

    WarningCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Text> word(String act, String code) {
        return act.startsWith("warning.")
                ? Typed.id(code)
                        .flatMap(id -> jdbc.sql("""
                                        select w.kind, coalesce(c.number || ' ', '') number
                                          from scrutiny.warning w left join casework.public_case_file c on c.id = w.case_file where w.id = :id
                                        """)
                                .param("id", id)
                                .query((row, _) -> {
                                    var what =
                                            Check.valueOf(row.getString("kind")).label();
                                    var number = row.getString("number");
                                    return Text.of(number + what.zh(), number + what.en());
                                })
                                .optional())
                : Optional.empty();
    }
}
