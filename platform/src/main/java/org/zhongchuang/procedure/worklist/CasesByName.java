package org.zhongchuang.procedure.worklist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;

/** The cases that somebody may see, found by number and by who applies. */
@Component
class CasesByName implements Searched {

    private final Worklist worklist;
    private final Policies policies;

    CasesByName(Worklist worklist, Policies policies) {
        this.worklist = worklist;
        this.policies = policies;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var found = actor == null || !worklist.sees(actor) || !words.areEnough()
                ? List.<CaseFile>of()
                : worklist.list(actor, Query.everything(words.text())).rows().stream()
                        .map(Listed::file)
                        .toList();
        var hits = found.stream().limit(most).map(file -> hit(words, file)).toList();
        return new Hits(Text.of("申报件", "Cases"), "inbox", hits, "/inbox?show=all&q=" + words.encoded());
    }

    private Hit hit(Words words, CaseFile file) {
        var pack = policies.current();
        var programme = pack.title(file.programme());
        var step = file.stepName(pack);
        return Hit.named(
                words,
                file.caseNumber() + " " + file.subjectName(),
                Optional.of(file.caseNumber()),
                Text.of(programme.zh() + " · " + step.zh(), programme.en() + " · " + step.en()),
                "/cases/" + file.caseNumber());
    }
}
