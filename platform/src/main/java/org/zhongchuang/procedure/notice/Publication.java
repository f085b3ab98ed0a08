package org.zhongchuang.procedure.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/** What of a case is published in a notice: these fields and no others. */
public record Publication(
        UUID caseFile,
        String title,
        String basis,
        String spaceName,
        String operatorName,
        String address,
        @Nullable LocalDate openedOn,
        String area,
        Text occasion,
        Optional<Fen> fen,
        String done) {}
