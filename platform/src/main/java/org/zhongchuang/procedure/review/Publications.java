package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.ground.kernel.Masked;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.notice.Publication;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** What of a case goes into its public notice: a whitelist, and of a person the surname only. */
@Component
class Publications {

    private final Spaces spaces;
    private final Subjects subjects;
    private final CaseRules rules;
    private final Amounts amounts;

    Publications(Spaces spaces, Subjects subjects, CaseRules rules, Amounts amounts) {
        this.spaces = spaces;
        this.subjects = subjects;
        this.rules = rules;
        this.amounts = amounts;
    }

    Publication of(CaseFile file, Programme programme) {
        var space = spaces.find(file.subject()).map(Space::profile);
        var person = subjects.find(file.subject())
                .filter(one -> one.kind() == SubjectKind.PERSON)
                .map(one -> Masked.name(one.name()));
        return new Publication(
                file.id().value(),
                programme.title().zh(),
                rules.of(file).document().number() + " " + String.join("、", List.copyOf(programme.clauses())),
                person.orElse(file.subjectName()),
                person.orElse(file.applicantName()),
                space.map(Space.Profile::address).orElse(""),
                space.map(Space.Profile::openedOn).orElse(null),
                file.area(),
                file.occasion(),
                amounts.of(file),
                programme.filed().steps().stream()
                        .takeWhile(step -> step.does() != StepKind.NOTICE)
                        .map(step -> step.label().zh())
                        .collect(Collectors.joining("、")));
    }
}
