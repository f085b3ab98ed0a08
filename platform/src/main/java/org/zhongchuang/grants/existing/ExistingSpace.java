package org.zhongchuang.grants.existing;

import java.time.LocalDate;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.SpaceKind;

/**
 * A makerspace that was recognised before this system was used, as a table tells of it.
 *
 * @param operatorCode the credit code of who runs it
 * @param area the code of the county
 * @param document the number of the document that recognised it
 * @param certificate the code of its certificate; empty where it has none
 */
public record ExistingSpace(
        String name,
        String operator,
        String operatorCode,
        String area,
        SpaceKind kind,
        String address,
        LocalDate openedOn,
        String document,
        LocalDate recognisedOn,
        String certificate) {

    /** Whether its operator's code is one that somebody has to compare with the licence. */
    public boolean isDoubtful() {
        return !CreditCode.isValid(operatorCode);
    }
}
