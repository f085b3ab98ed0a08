package org.zhongchuang.procedure.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Text;

/** Whoever looks for what does not fit together: told of each filing, asked what it found. */
public interface Watcher {

    /** A case has just been filed; called inside the filing transaction, which it cannot stop. */
    void filed(CaseFile file);

    /** What stands against each of these cases and nobody has cleared; a case without any is left out. */
    Map<CaseId, List<Warning>> warnings(Collection<CaseId> cases);

    /** What stands against a case and nobody has cleared. */
    default List<Warning> warnings(CaseId caseFile) {
        return warnings(List.of(caseFile)).getOrDefault(caseFile, List.of());
    }

    /**
     * One finding, with where to deal with it.
     *
     * @param two whether the money it is about is so much that two people must agree that it means nothing
     */
    record Warning(Text what, Text evidence, boolean two, String address) {}
}
