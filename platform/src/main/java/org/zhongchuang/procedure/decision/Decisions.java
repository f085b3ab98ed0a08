package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.procedure.casework.Outcome.Share;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was decided on cases: one decision for each, never changed, with its signed file. */
@Component
public class Decisions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Hearings hearings;
    private final DecisionFiles files;
    private final JdbcClient jdbc;

    Decisions(Hearings hearings, DecisionFiles files, JdbcClient jdbc) {
        this.hearings = hearings;
        this.files = files;
        this.jdbc = jdbc;
    }

    void grant(CaseFile file, Actor actor, String document, LocalDate day, Outcome.Terms terms) {
        insert(file, actor, "GRANTED", document, day, List.of(), terms.fen().isZero() ? null : terms);
    }

    void refuse(CaseFile file, Actor actor, String document, LocalDate day, List<RefusalReason> reasons) {
        insert(file, actor, "REFUSED", document, day, reasons, null);
    }

    private void insert(
            CaseFile file,
            Actor actor,
            String outcome,
            String document,
            LocalDate day,
            List<RefusalReason> reasons,
            Outcome.@Nullable Terms terms) {
        jdbc.sql("""
                        insert into decision.decision (case_file, outcome, document, decided_on, decided_by, reasons, edition, fen, payer)
                        values (:id, :outcome, :document, :day, :person, :reasons::jsonb, :edition, :fen, :payer)
                        """)
                .param("id", file.id().value())
                .param("outcome", outcome)
                .param("fen", terms == null ? null : terms.fen().value())
                .param("payer", terms == null ? null : terms.payer())
                .param("document", document)
                .param("day", day)
                .param("person", actor.person().value())
                .param("reasons", JSON.writeValueAsString(reasons))
                .param("edition", file.edition())
                .update();
        var shares = terms == null ? List.<Share>of() : terms.shares();
        for (int i = 0; i < shares.size(); i++) {
            jdbc.sql("""
                            insert into decision.share (case_file, seq, payer, percent, fen) values (:id, :seq, :payer, :percent, :fen)
                            """)
                    .param("id", file.id().value())
                    .param("seq", i + 1)
                    .param("payer", shares.get(i).payer())
                    .param("percent", shares.get(i).percent())
                    .param("fen", shares.get(i).fen().value())
                    .update();
        }
        files.make(file, of(file.id()).orElseThrow());
    }

    /** The actor's cases in which a refusal is intended that they may still answer. */
    public Set<CaseId> toAnswer(Actor actor) {
        return hearings.open(actor).keySet();
    }

    /** What there is about the decision of a case. */
    public Deciding about(CaseId id) {
        return new Deciding(hearings.of(id), of(id), delivery(id));
    }

    private Optional<Delivery> delivery(CaseId id) {
        return jdbc.sql("select * from decision.delivery where case_file = :id")
                .param("id", id.value())
                .query((row, _) -> new Delivery(
                        Delivery.Way.valueOf(row.getString("way")),
                        row.getObject("delivered_on", LocalDate.class),
                        row.getString("note")))
                .optional();
    }

    public Optional<Decision> of(CaseId id) {
        return jdbc.sql("select * from decision.decision where case_file = :id")
                .param("id", id.value())
                .query((row, _) -> new Decision(
                        row.getString("outcome").equals("GRANTED"),
                        row.getString("document"),
                        row.getObject("decided_on", LocalDate.class),
                        JSON.readValue(row.getString("reasons"), new TypeReference<List<RefusalReason>>() {}),
                        Optional.ofNullable(row.getObject("fen", Long.class)).map(Fen::new),
                        shares(id)))
                .optional();
    }

    private List<Share> shares(CaseId id) {
        return jdbc.sql("select payer, percent, fen from decision.share where case_file = :id order by seq")
                .param("id", id.value())
                .query((row, _) ->
                        new Share(row.getString("payer"), row.getBigDecimal("percent"), new Fen(row.getLong("fen"))))
                .list();
    }
}
