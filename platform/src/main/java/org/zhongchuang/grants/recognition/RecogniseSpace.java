package org.zhongchuang.grants.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** What a recognition brings about: an entry in the register and a certificate code that nobody can guess. */
@Service
class RecogniseSpace implements Outcome {

    private final JdbcClient jdbc;
    private final Spaces spaces;
    private final EnterRecognition entry;
    private final Clock clock;

    RecogniseSpace(JdbcClient jdbc, Spaces spaces, EnterRecognition entry, Clock clock) {
        this.jdbc = jdbc;
        this.spaces = spaces;
        this.entry = entry;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Programme programme) {
        return programme.use() == Programme.Use.RECOGNITION;
    }

    @Override
    public boolean has(SubjectId space, String programme, String matter) {
        return jdbc.sql(
                        "select exists (select 1 from recognition.recognised_space where space = :space and status not in ('REMOVED', 'EXITED'))")
                .param("space", space.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void grant(Actor decider, CaseFile file, Terms terms) {
        entry.make(
                decider,
                Optional.of(file.id()),
                spaces.find(file.subject()).orElseThrow(),
                file.applicantName(),
                new EnterRecognition.Granted(terms.document(), LocalDate.now(clock), Optional.empty()));
    }
}
