package org.zhongchuang.money.award;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.records.registry.SubjectId;

/** One award from province or state, with what has arrived of it. */
public record HigherAward(
        UUID id,
        String document,
        String level,
        String title,
        SubjectId subject,
        String name,
        Fen fen,
        LocalDate grantedOn,
        Fen received,
        Optional<LocalDate> receivedOn,
        String proof,
        boolean standing,
        boolean matched,
        String programme) {

    Account account(Kind kind) {
        return new Account(kind, level, grantedOn.getYear(), programme, id.toString());
    }
}
