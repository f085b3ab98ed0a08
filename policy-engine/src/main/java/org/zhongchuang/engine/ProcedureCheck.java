package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks how a programme is filed for: its steps and their order, its limits, its papers, what experts score. */
final class ProcedureCheck {

    private static final int WHOLE = 100;

    private final PolicyPack pack;
    private final Flaws flaws;
    private final LimitCheck limits;

    ProcedureCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
        this.limits = new LimitCheck(pack, flaws);
    }

    void check(Programme programme, Programme.Procedure procedure) {
        var where = Where.programme(programme.id(), "procedure");
        steps(procedure.steps(), where.at("steps"));
        order(procedure.steps(), where.at("steps"));
        limits(procedure, where);
        rubric(procedure, where);
        procedure
                .shownOfNothing(pack.facts().keySet())
                .forEach(id -> flaws.add(
                        where.at("rubric"), "给专家看的 %s 既不是事实也不是材料", "it shows experts %s, no fact and no paper", id));
        once(where.at("evidence"), procedure.evidence().stream().map(Programme.Evidence::id));
        once(where.at("visitChecklist"), procedure.visitChecklist().stream().map(Programme.CheckItem::id));
        once(where.at("rubric"), procedure.rubric().stream().map(Programme.RubricItem::id));
    }

    private void once(Where list, Stream<String> ids) {
        DocumentCheck.duplicates(ids.toList())
                .forEach(id -> flaws.add(list.at(id).again(), "%s 写了两次", "%s is defined twice", id));
    }

    /** Each step has a name, stands once, and of what ends a procedure there is one. */
    private void steps(List<Programme.Step> steps, Where where) {
        steps.stream()
                .filter(step -> !step.isNamed())
                .forEach(step -> flaws.add(
                        where.at(step.step()),
                        "步骤 %s 不是办事环节的词（%s），又没有名称 name",
                        "the step %s is no word of the procedure and has no name; the words are %s",
                        step.step(),
                        Stream.of(StepKind.values()).map(Names::word).collect(Collectors.joining(", "))));
        DocumentCheck.duplicates(steps.stream().map(Programme.Step::step).toList())
                .forEach(step -> flaws.add(
                        where.at(step).again(),
                        "步骤 %s 写了 %d 次",
                        "it has the step %s %d times",
                        step,
                        steps.stream().filter(one -> one.step().equals(step)).count()));
        for (var kind : List.of(StepKind.ACCEPTANCE, StepKind.NOTICE, StepKind.DECISION)) {
            if (steps.stream().filter(step -> step.does() == kind).count() > 1) {
                flaws.add(
                        where,
                        "“%2$s”环节（%1$s）不止一个",
                        "it has more than one step of the kind %s",
                        Names.word(kind),
                        kind.label().zh());
            }
        }
    }

    private void order(List<Programme.Step> steps, Where where) {
        if (steps.isEmpty()) {
            flaws.add(where, "没有步骤；从受理到决定依次写", "there are no steps; write them from acceptance to decision");
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var place = where.at(step.step());
            if (step.does() == StepKind.ACCEPTANCE && i > 0) {
                flaws.add(place, "受理须是第一步", "acceptance must be the first step");
            }
            if (step.does() == StepKind.DECISION && i < steps.size() - 1) {
                flaws.add(place, "决定须是最后一步", "the decision must be the last step");
            }
            if (step.does() == StepKind.NOTICE
                    && steps.subList(0, i).stream().anyMatch(one -> one.does() == StepKind.DECISION)) {
                flaws.add(place, "公示须在决定之前", "the notice must stand before the decision");
            }
        }
        if (steps.stream().noneMatch(step -> step.does() == StepKind.DECISION)) {
            flaws.add(where, "没有决定这一步，办不完", "there is no decision, so that no case ends");
        }
    }

    private void limits(Programme.Procedure procedure, Where where) {
        procedure.steps().forEach(step -> limits.workingDays(where.at("steps", step.step(), "days"), step.days()));
        limits.workingDays(where.at("correctionDays"), procedure.correctionDays());
        limits.workingDays(where.at("objectionDays"), procedure.objectionDays());
        limits.workingDays(where.at("objectionCheckDays"), procedure.objectionCheckDays());
        limits.workingDays(where.at("hearingDays"), procedure.hearingDays());
        limits.of(where.at("panelSize"), procedure.panelSize(), LimitCheck.HEADS, 1);
        limits.of(where.at("passMark"), procedure.passMark(), LimitCheck.MARKS, 0);
    }

    private void rubric(Programme.Procedure procedure, Where where) {
        var rubric = procedure.rubric();
        rubric.stream()
                .filter(line -> line.points() <= 0)
                .forEach(line -> flaws.add(
                        where.at("rubric", line.id(), "points"),
                        "分值须大于 0，现为 %d",
                        "its points must be above 0, they are %d",
                        line.points()));
        var points = rubric.stream().mapToInt(Programme.RubricItem::points).sum();
        if (points != WHOLE && rubric.stream().anyMatch(line -> line.points() != WHOLE)) {
            flaws.warn(
                    where.at("rubric"),
                    "评分表合计 %d 分，不是 %d 分",
                    "the points of the rubric make %d, not %d",
                    points,
                    WHOLE);
        }
        var scored = procedure.steps().stream().anyMatch(step -> step.does() == StepKind.EXPERT_SCORING);
        if (scored && (rubric.isEmpty() || procedure.panelSize() == null)) {
            flaws.warn(
                    where.at("steps", "expert_scoring"),
                    "有专家评审，却缺评分表 rubric 或专家人数 panelSize",
                    "experts score, but rubric or panelSize is missing");
        }
        var mark = procedure.passMark() == null ? null : pack.parameters().get(procedure.passMark());
        if (mark != null && !rubric.isEmpty()) {
            mark.values().stream()
                    .filter(value -> value.is().compareTo(BigDecimal.valueOf(points)) > 0)
                    .forEach(value -> flaws.add(
                            where.at("passMark"),
                            "合格分 %s 高于评分表的 %d 分，没有人能合格",
                            "the pass mark %s is above the %d points of the rubric, so that nobody passes",
                            value.is().toPlainString(),
                            points));
        }
    }
}
