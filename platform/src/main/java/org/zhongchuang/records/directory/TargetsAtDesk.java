package org.zhongchuang.records.directory;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.DeskFigure.Row;
import org.zhongchuang.ground.desk.DeskFigure.Share;
import org.zhongchuang.ground.desk.DeskFigures;
import org.zhongchuang.law.policy.Policies;

/** How far the city has come towards the targets of its policy, for all but those who apply. */
@Component
class TargetsAtDesk implements DeskFigures {

    private final Targets targets;
    private final Policies policies;

    TargetsAtDesk(Targets targets, Policies policies) {
        this.targets = targets;
        this.policies = policies;
    }

    @Override
    public Stream<DeskFigure> figuresFor(Actor actor) {
        var wanted = policies.current().targets();
        if (actor.isApplicant() || wanted.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new DeskFigure(
                "targets",
                Text.of("发展目标完成情况（%）", "Targets reached (%)"),
                "/targets",
                Text.of("目标", "Target"),
                List.of(Text.of("完成（%）", "Reached (%)")),
                wanted.stream()
                        .map(target -> new Row(
                                target.label(),
                                List.of(new Share(
                                        target.shareOf(targets.of(target.id()).reached())))))
                        .toList()));
    }
}
