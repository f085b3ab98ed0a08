package org.zhongchuang.procedure.call;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Call;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Step;

/** The claims that were filed in a call: which still count, which are under review, and what each asks for. */
@Component
public class CallClaims {

    private final CaseFiles files;
    private final CaseRules rules;
    private final CaseFacts facts;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallClaims(CaseFiles files, CaseRules rules, CaseFacts facts, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.rules = rules;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a claim stands in its call. */
    public enum Standing {
        UNDER_REVIEW,
        WAITING,
        OUT
    }

    /**
     * A claim of a call.
     *
     * @param asks what it asks for, as far as the rules can tell
     * @param place where it stood when the call was settled
     */
    public record One(CaseFile file, Standing standing, Optional<Text> asks, Optional<Placed> place) {}

    /** Where a claim stood when its call was settled, and in which order. */
    public record Placed(int seq, int place, int number, BigDecimal before, BigDecimal total) {}

    /** How many were filed in it. */
    public int number(Announced call) {
        return jdbc.sql(
                        "select count(*) from casework.public_case_file where programme = :programme and filed_on between :first and :last")
                .param("programme", call.programme())
                .param("first", call.opensOn())
                .param("last", call.closesOn())
                .query(Integer.class)
                .single();
    }

    /** All claims that were filed in it, in the order of filing. */
    public List<One> of(Announced call) {
        return jdbc
                .sql("""
                        select id from casework.public_case_file where programme = :programme and filed_on between :first and :last order by number
                        """)
                .param("programme", call.programme())
                .param("first", call.opensOn())
                .param("last", call.closesOn())
                .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .flatMap(id -> files.find(id).stream())
                .map(this::one)
                .toList();
    }

    private One one(CaseFile file) {
        var standing = standing(file);
        return new One(
                file,
                standing,
                standing == Standing.OUT
                        ? Optional.empty()
                        : shown(findings(file), rules(file).claim()),
                place(file));
    }

    /** How the claims of a case's programme are judged together, by the edition it was filed under. */
    Call rules(CaseFile file) {
        return Objects.requireNonNull(rules.programme(file).call(), file.programme());
    }

    /** The step at which a claim stands. */
    Programme.Step present(CaseFile file) {
        return rules.present(file);
    }

    private Findings findings(CaseFile file) {
        return facts.findings(file, LocalDate.now(clock));
    }

    private Standing standing(CaseFile file) {
        if (!file.step().isOpen() || file.proposal() == CaseFile.Proposal.REFUSE) {
            return Standing.OUT;
        }
        var waitsAt = rules.programme(file).filed().steps().stream()
                .filter(step -> Step.of(step.does()).isOfCall())
                .findFirst();
        return waitsAt.filter(step -> step.step().equals(file.stepId())).isPresent()
                ? Standing.WAITING
                : Standing.UNDER_REVIEW;
    }

    private static Optional<BigDecimal> number(Findings findings, @Nullable String term) {
        return term == null
                ? Optional.empty()
                : findings.term(term)
                        .filter(FactValue.Quantity.class::isInstance)
                        .map(value -> ((FactValue.Quantity) value).value());
    }

    private static Optional<Text> shown(Findings findings, @Nullable String term) {
        return findings.working().stream()
                .filter(line -> line.term().equals(term))
                .findFirst()
                .flatMap(line -> line.value()
                        .map(value -> Shown.of(value, line.trace().node().type())));
    }

    /** A claim as its call puts it in order; empty where something of it is not known. */
    Optional<Call.Claim> claim(CaseFile file) {
        var call = rules(file);
        var findings = findings(file);
        var asks = number(findings, call.claim());
        var value = number(findings, call.order());
        return (call.claim() != null && asks.isEmpty()) || (call.order() != null && value.isEmpty())
                ? Optional.empty()
                : Optional.of(new Call.Claim(file.id().toString(), asks.orElse(null), value.orElse(null)));
    }

    private Optional<Placed> place(CaseFile file) {
        return jdbc.sql("select seq, place, number, before, total from call.place where case_file = :id")
                .param("id", file.id().value())
                .query((row, _) -> new Placed(
                        row.getInt("seq"),
                        row.getInt("place"),
                        row.getInt("number"),
                        row.getBigDecimal("before"),
                        row.getBigDecimal("total")))
                .optional();
    }

    /** Keeps the places of a call that is settled, in their order. */
    void keep(CallId call, List<Call.Place> places, List<Call.Claim> claims) {
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            jdbc.sql("""
                            insert into call.place (call, case_file, seq, asks, number, total, before, place)
                            values (:call, :file, :seq, :asks, :number, :total, :before, :place)
                            """)
                    .param("call", call.value())
                    .param("file", UUID.fromString(place.id()))
                    .param("seq", i + 1)
                    .param(
                            "asks",
                            claims.stream()
                                    .filter(one -> one.id().equals(place.id()))
                                    .map(Call.Claim::asks)
                                    .findFirst()
                                    .orElse(null))
                    .param("number", place.tells().get(Call.Tells.NUMBER))
                    .param("total", place.tells().get(Call.Tells.TOTAL))
                    .param("before", place.tells().get(Call.Tells.BEFORE))
                    .param("place", place.tells().get(Call.Tells.PLACE))
                    .update();
        }
    }
}
