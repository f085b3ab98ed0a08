package org.zhongchuang.money.recovery;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;

/** Grounds of claims by their names, claims and awards by the numbers of their cases, batches by theirs. */
@Component
class GroundCodes implements Coded {

    private final JdbcClient jdbc;

    GroundCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Text> word(String act, String code) {
        if (act.equals("recovery.propose")) {
            var ground = Typed.choice(Claim.Ground.class, code).map(Claim.Ground::label);
            if (ground.isPresent()) {
                return ground;
            }
        }
        if (act.equals("batch.make") && code.matches("[0-9]{1,18}")) {
            var sum = new Fen(Long.parseLong(code)).yuan();
            return Optional.of(Text.of(sum + "元", sum + " yuan"));
        }
        if (act.startsWith("batch.")) {
            return named("select number from payment.public_batch where id = :id", code);
        }
        return act.startsWith("recovery.") || act.startsWith("affected.") || act.startsWith("award.")
                ? named("""
                        select number || ' ' || name from award.public_award
                         where id = :id or id = (select award from recovery.claim where id = :id)
                        """, code)
                : Optional.empty();
    }

    private Optional<Text> named(String query, String id) {
        return Typed.id(id)
                .flatMap(one ->
                        jdbc.sql(query).param("id", one).query(String.class).optional())
                .map(word -> Text.of(word, word));
    }
}
