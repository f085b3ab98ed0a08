package org.zhongchuang.procedure.worklist;

import java.util.Optional;
import org.zhongchuang.procedure.casework.CaseFile;

/**
 * A case in a list.
 *
 * @param handler the name of whoever has taken it on
 * @param hired the graduate for whom it claims, as far as its reader is told
 */
public record Listed(CaseFile file, Optional<String> handler, Optional<String> hired) {

    Listed(CaseFile file, Optional<String> handler) {
        this(file, handler, Optional.empty());
    }

    Listed claimingFor(Optional<String> graduate) {
        return new Listed(file, handler, graduate);
    }
}
