package org.zhongchuang.outside.dealings;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.government.scrutiny.Samples;
import org.zhongchuang.government.scrutiny.SettleFindings;
import org.zhongchuang.government.scrutiny.Warnings;
import org.zhongchuang.grants.growth.Plans;
import org.zhongchuang.grants.recognition.AskForChange;
import org.zhongchuang.grants.recognition.Change.Kind;
import org.zhongchuang.grants.recognition.ChangePapers;
import org.zhongchuang.grants.recognition.Changing;
import org.zhongchuang.grants.recognition.DecideChange;
import org.zhongchuang.grants.recognition.DecideChange.Decision;
import org.zhongchuang.grants.recognition.Opinions;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.outside.city.Cast;
import org.zhongchuang.outside.city.Claimants;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Paper;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.procedure.amendment.AmendParameter;
import org.zhongchuang.procedure.amendment.Amending;

/**
 * What keeps an administration in order in the second year: findings that are looked at, recognitions that change, a
 * value that two officers set, samples, plans.
 */
@Component
@Order(4)
class Upkeep implements LaterChapter {

    private static final int EVERY = 9;

    /** Of so many findings one is left for the visitors of the demonstration. */
    private static final int WAITING = 3;

    private static final BigDecimal QUARTER_MORE = new BigDecimal("1.25");

    private final Stage stage;
    private final Cast cast;
    private final Claimants claimants;
    private final Findings findings;
    private final Changes changes;
    private final AmendParameter amending;
    private final Growing growing;

    Upkeep(
            Stage stage,
            Claimants claimants,
            Findings findings,
            Changes changes,
            AmendParameter amending,
            Growing growing) {
        this.stage = stage;
        this.cast = stage.cast();
        this.claimants = claimants;
        this.findings = findings;
        this.changes = changes;
        this.amending = amending;
        this.growing = growing;
    }

    /** What did not fit together, and who looks at it. */
    @Component
    record Findings(Warnings warnings, SettleFindings settling) {}

    /** How a recognition changes: asked for, commented by the county, and decided. */
    @Component
    record Changes(AskForChange asking, Opinions opinions, DecideChange deciding) {}

    /** What auditors draw, and what operators plan. */
    @Component
    record Growing(Samples samples, Plans plans) {}

    @Override
    public void plan(Turns turns, long seed) {
        turns.add(day(2, 4, 10), this::look);
        changes(turns);
        turns.once(day(2, 6, 5), _ -> propose(turns));
        turns.once(
                day(3, 3, 12),
                _ -> sumOf(stage.purposes().restingOn(Source.PUBLISHED_GRADES))
                        .ifPresent(sum -> done(amending.propose(
                                officer(0), draft(sum, day(3, 5, 1), "演示科〔%d〕24号", "考评优秀的众创空间运行成本上升（演示）。")))));
        turns.once(
                day(3, 2, 7),
                _ -> growing.samples()
                        .draw(cast.officer(Role.AUDITOR, "", 0), stage.times().year(2), 12, seed, FormId.fresh()));
    }

    /** An officer says of findings why they mean nothing, another looks again where the sum is large; some wait. */
    private OptionalInt look(LocalDate today) {
        findings.warnings().list(officer(0), new Warnings.Query(""), 100).found().stream()
                .filter(one -> one.evidence().zh().hashCode() % WAITING != 0)
                .sorted(Comparator.comparing(
                                (Warnings.Found one) -> one.number().orElse(""))
                        .thenComparing(one -> one.evidence().zh()))
                .forEach(one -> {
                    findings.settling().dismiss(officer(0), one.id(), "已核对原件，属于跨年结算，不影响金额（演示）。");
                    if (one.evidence().zh().hashCode() % 2 == 0) {
                        findings.settling().dismiss(officer(3), one.id(), "复看无异议（演示）。");
                    }
                });
        return OptionalInt.of(EVERY);
    }

    private void changes(Turns turns) {
        var spaces = claimants.recognisedBefore(day(2, 3, 15));
        ask(turns, spaces, 5, Kind.ADDRESS, "演示路1808号", day(2, 5, 3), true);
        ask(turns, spaces, 9, Kind.NAME, "演示·望潮创客空间", day(2, 7, 11), true);
        ask(turns, spaces, 14, Kind.ADDRESS, "演示大道66号", day(2, 9, 4), true);
        ask(turns, spaces, 22, Kind.SUSPEND, "", day(2, 10, 11), true);
        ask(turns, spaces, 22, Kind.RESTORE, "", day(2, 12, 5), true);
        ask(turns, spaces, 27, Kind.NAME, "演示·最佳创客空间", day(2, 11, 2), false);
        ask(turns, spaces, spaces.size() - 1, Kind.EXIT, "", day(3, 2, 26), true);
        ask(turns, spaces, 3, Kind.ADDRESS, "演示新路9号", day(3, 3, 13), true);
        ask(turns, spaces, 31, Kind.NAME, "演示·听澜创客空间", day(3, 3, 14), true);
        turns.once(day(2, 9, 20), today -> restore(turns, today));
        stage.policies().current().levels().stream()
                .filter(one -> Integer.valueOf(2).equals(one.level()))
                .forEach(level -> plans(turns, spaces, level));
    }

    /** Some plan what the next level asks of them first. */
    private void plans(Turns turns, List<RecognisedSpace> spaces, Programme level) {
        for (int i = 0; i < Math.min(6, spaces.size()); i++) {
            var space = spaces.get(i);
            var due = day(3, 4 + i, 20);
            turns.once(
                    day(3, 2, 5 + i),
                    _ -> growing.plans()
                            .add(
                                    claimants.operatorOf(space.space()),
                                    space.space(),
                                    level.id(),
                                    level.criteria().getFirst().id(),
                                    "扩租二层，场地达到上一级条件（演示）",
                                    Optional.of(due),
                                    FormId.fresh()));
        }
    }

    /** Most of those that had to mend something have done so by the autumn. */
    private void restore(Turns turns, LocalDate today) {
        var rectifying = claimants.recognisedBefore(today).stream()
                .filter(space -> space.status() == RecognisedSpace.Status.RECTIFYING)
                .toList();
        for (int i = 0; i < rectifying.size(); i++) {
            if (i % 6 != 5) {
                ask(turns, rectifying, i, Kind.RESTORE, "", today.plusDays(1 + i), true);
            }
        }
    }

    /** Asked for on that day, and decided eight days later by somebody else, unless the city has opened its doors. */
    private void ask(
            Turns turns,
            List<RecognisedSpace> spaces,
            int number,
            Kind kind,
            String wanted,
            LocalDate day,
            boolean approved) {
        if (number < 0 || number >= spaces.size()) {
            return;
        }
        var space = spaces.get(number);
        turns.once(day, today -> {
            var asker = kind.asker() == Role.OPERATOR ? claimants.operatorOf(space.space()) : officer(1);
            if (changes.asking()
                            .ask(
                                    asker,
                                    space.code(),
                                    kind,
                                    wanted,
                                    "因经营需要（演示）。",
                                    kind.isMove() ? List.of(lease()) : List.of())
                    instanceof Changing.Done(var id)) {
                turns.once(
                        today.plusDays(4),
                        _ -> changes.opinions()
                                .give(cast.officer(Role.COUNTY_OFFICER, space.area(), 0), id, "情况属实（演示）。"));
                turns.once(
                        today.plusDays(8),
                        decided -> changes.deciding()
                                .decide(
                                        cast.officer(Role.CITY_DECIDER, "", 0),
                                        id,
                                        approved
                                                ? Decision.approved(
                                                        "演示科〔%d〕%d号".formatted(decided.getYear(), 100 + number), "同意。")
                                                : Decision.rejected("名称易引起误解，不予变更（演示）。")));
            }
        });
    }

    private static ChangePapers.Sent lease() {
        return new ChangePapers.Sent("场地租赁合同-演示.pdf", new ByteArrayInputStream(Paper.BYTES));
    }

    private void propose(Turns turns) {
        sumOf(stage.purposes().forFounders()).ifPresent(sum -> {
            var draft = draft(sum, day(2, 7, 1), "演示人社〔%d〕55号", "参照全市平均参保费用调整（演示）。");
            if (amending.propose(officer(0), draft) instanceof Amending.Done(var proposal)) {
                turns.once(
                        day(2, 6, 9),
                        _ -> done(amending.approve(cast.officer(Role.CITY_DECIDER, "", 0), proposal.id())));
            }
        });
    }

    /** The sum by which the first of these programmes pays, if the document leaves it to the city. */
    private Optional<Parameter> sumOf(List<Programme> programmes) {
        return programmes.stream()
                .limit(1)
                .flatMap(programme -> stage.policies().current().parameters().values().stream()
                        .filter(one -> programme.clauses().getFirst().equals(one.clause())))
                .filter(one -> one.unit() == Unit.YUAN)
                .filter(one -> one.values().getLast().standing() == Parameter.Standing.DEMONSTRATION)
                .findFirst();
    }

    /** A quarter more from that day on. */
    private static AmendParameter.Draft draft(Parameter sum, LocalDate from, String document, String reasons) {
        var more = sum.values().getLast().is().multiply(QUARTER_MORE).stripTrailingZeros();
        return new AmendParameter.Draft(
                sum.id(), more.toPlainString(), from.toString(), document.formatted(from.getYear()), reasons);
    }

    private LocalDate day(int year, int month, int day) {
        return stage.times().day(year, month, day);
    }

    private Actor officer(int number) {
        return cast.officer(Role.CITY_OFFICER, "", number);
    }

    private static void done(Amending amending) {
        if (amending instanceof Amending.Refused(var reason, var detail)) {
            throw new IllegalStateException("a value of the demonstration: " + reason + " " + detail);
        }
    }
}
