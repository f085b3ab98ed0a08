package org.zhongchuang.procedure.filing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.Subjects;

/** For whom somebody can apply. */
@Component
class Represented {

    private final CaseFiles files;
    private final Spaces spaces;
    private final Subjects subjects;

    Represented(CaseFiles files, Spaces spaces, Subjects subjects) {
        this.files = files;
        this.spaces = spaces;
        this.subjects = subjects;
    }

    /** For whom the actor can apply: an operator for its makerspaces, a firm or a founder for themselves. */
    List<Applicant> of(Actor actor) {
        return files.keepsSpaces(actor)
                ? spaces.ofOperator(actor.organisation()).stream()
                        .map(Represented::applicant)
                        .toList()
                : subjects.actingAs(actor).stream()
                        .map(one -> new Applicant(one.id(), one.name(), one.area()))
                        .toList();
    }

    private static Applicant applicant(Space space) {
        return new Applicant(space.id(), space.profile().name(), space.profile().area());
    }
}
