package org.zhongchuang.procedure.notice;

import java.time.LocalDate;
import java.util.UUID;

/** Told in the same transaction when somebody objects, and by which day somebody does something next. */
public interface ObjectionListener {

    void objected(UUID caseFile, LocalDate nextDue);
}
