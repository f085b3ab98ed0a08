package org.zhongchuang.procedure.notice;

import java.time.LocalDate;
import java.util.UUID;

/** Told in the same transaction when somebody objects. */
public interface ObjectionListener {

    void objected(UUID caseFile, LocalDate answerDue);
}
