package org.zhongchuang.records.evidence;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.table.RecordKind;

/** Kinds of records by their names. */
@Component
class RecordCodes implements Coded {

    @Override
    public Optional<Text> word(String act, String code) {
        return act.startsWith("evidence.")
                ? Typed.choice(RecordKind.class, code).map(RecordKind::label)
                : Optional.empty();
    }
}
