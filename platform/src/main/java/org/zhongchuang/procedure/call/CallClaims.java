package org.zhongchuang.procedure.call;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Step;

/** The claims that were filed in a call: which still count, which are under review, and what each asks for. */
@Component
public class CallClaims {

    private static final int PAGE = 50;

    private static final String FILED = """
             from casework.public_case_file c left join call.place p on p.case_file = c.id
            where c.programme = :programme and c.filed_on between :first and :last
            """;

    /**
     * In the order of their places; before there are any, those under review and then the others as they were filed.
     */
    private static final String SEEN = """
              and (:everywhere or c.area = :ownArea or c.operator = :ownOrganisation
                   or (c.programme = any (:ownProgrammes) and :officeArea in ('', c.area)))
            order by p.seq nulls last, c.step in ('MEETING', 'NOTICE', 'DECISION', 'GRANTED', 'REFUSED', 'WITHDRAWN'), c.number
            offset :skipped limit :most
            """;

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
        /** It does not wait for the call: refused or to be refused, told its place, or nothing is to be told. */
        OUT
    }

    /**
     * A claim of a call.
     *
     * @param asks what it asks for, as far as the rules can tell
     * @param claim as the call puts it in order; empty where something of it is not known
     * @param place where it stood when the call was settled
     */
    public record One(
            CaseFile file,
            Standing standing,
            Optional<Text> asks,
            Optional<Call.Claim> claim,
            Optional<Placed> place) {}

    /** Where a claim stood among how many when its call was settled. */
    public record Placed(int place, int number) {}

    /** How many were filed in it. */
    public int number(Announced call) {
        return filed("select count(*)" + FILED, call).query(Integer.class).single();
    }

    /** All claims that were filed in it, in the order of filing. */
    List<One> all(Announced call) {
        return filed("select c.id, p.place, p.number" + FILED + "order by c.number", call)
                .query(this::read)
                .list();
    }

    /** A page of those that somebody may see, from 0, and whether another one follows. */
    public Page page(Announced call, Bounds bounds, int page) {
        var found = filed("select c.id, p.place, p.number" + FILED + SEEN, call)
                .params(bounds.parameters())
                .param("skipped", page * PAGE)
                .param("most", PAGE + 1)
                .query(this::read)
                .list();
        return new Page(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    /** Some of the claims of a call. */
    public record Page(List<One> claims, boolean hasMore) {}

    private JdbcClient.StatementSpec filed(String sql, Announced call) {
        return jdbc.sql(sql)
                .param("programme", call.programme())
                .param("first", call.opensOn())
                .param("last", call.closesOn());
    }

    private One read(ResultSet row, int number) throws SQLException {
        var file = files.find(new CaseId(row.getObject("id", UUID.class))).orElseThrow();
        var placed = row.getObject("place") == null
                ? Optional.<Placed>empty()
                : Optional.of(new Placed(row.getInt("place"), row.getInt("number")));
        var standing = standing(file);
        if (!file.step().isOpen()) {
            return new One(file, standing, Optional.empty(), Optional.empty(), placed);
        }
        var findings = facts.findings(file, LocalDate.now(clock));
        return new One(file, standing, shown(findings, rules(file).claim()), claim(file, findings), placed);
    }

    /** How the claims of a case's programme are judged together, by the edition it was filed under. */
    Call rules(CaseFile file) {
        return Objects.requireNonNull(rules.programme(file).call(), file.programme());
    }

    /** The step at which a claim stands. */
    Programme.Step present(CaseFile file) {
        return rules.present(file);
    }

    private Standing standing(CaseFile file) {
        if (!file.step().isOpen() || file.proposal() == CaseFile.Proposal.REFUSE) {
            return Standing.OUT;
        }
        var waitsAt = rules.programme(file).filed().steps().stream()
                .filter(step -> Step.of(step.does()).isOfCall())
                .findFirst();
        return waitsAt.filter(step -> step.step().equals(file.stepId())).isEmpty()
                ? Standing.UNDER_REVIEW
                : facts.waitsForCall(file) ? Standing.WAITING : Standing.OUT;
    }

    private Optional<Call.Claim> claim(CaseFile file, Findings findings) {
        var call = rules(file);
        var asks = number(findings, call.claim());
        var value = number(findings, call.order());
        return (call.claim() != null && asks.isEmpty()) || (call.order() != null && value.isEmpty())
                ? Optional.empty()
                : Optional.of(new Call.Claim(file.id().toString(), asks.orElse(null), value.orElse(null)));
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

    /** Keeps the place of a claim in a call that is settled. */
    void keep(CallId call, int seq, Call.Claim claim, Call.Place place) {
        jdbc.sql("""
                        insert into call.place (call, case_file, seq, asks, number, total, before, place)
                        values (:call, :file, :seq, :asks, :number, :total, :before, :place)
                        """)
                .param("call", call.value())
                .param("file", UUID.fromString(place.id()))
                .param("seq", seq)
                .param("asks", claim.asks())
                .param("number", place.tells().get(Call.Tells.NUMBER))
                .param("total", place.tells().get(Call.Tells.TOTAL))
                .param("before", place.tells().get(Call.Tells.BEFORE))
                .param("place", place.tells().get(Call.Tells.PLACE))
                .update();
    }
}
