package org.zhongchuang.procedure.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.law.edition.Change;
import org.zhongchuang.law.edition.Changes;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.Trial;

/** What a document that waits would do to the people of the city: the same city with one document more. */
@Service
public class WhatIfDocument {

    private final Policies policies;
    private final WhatIf whatIf;
    private final Clock clock;

    WhatIfDocument(Policies policies, WhatIf whatIf, Clock clock) {
        this.policies = policies;
        this.whatIf = whatIf;
        this.clock = clock;
    }

    /** A programme that a document brings, changes or ends, and whom that makes better or worse off. */
    public record Affected(Change.How how, WhatIf.Effect effect) {}

    /** The day on which everybody is judged: the first on which the document holds, or today where that is past. */
    public LocalDate day(Trial.Fits document) {
        var from = document.own().effectiveFrom();
        var today = LocalDate.now(clock);
        return from.isBefore(today) ? today : from;
    }

    /**
     * Every programme that would come out otherwise.
     *
     * @param visible whom the asker may see, by their area
     */
    public List<Affected> affected(Trial.Fits document, Predicate<String> visible) {
        var day = day(document);
        var before = policies.on(day);
        var after = policies.with(document, day);
        var programmes = new LinkedHashSet<String>();
        document.before()
                .ifPresent(old -> programmes.addAll(Changes.programmes(
                        Changes.between(old, document.after(), policies.isDemonstration()), old, document.after())));
        document.after().programmes().keySet().stream()
                .filter(id -> !before.programmes().containsKey(id))
                .forEach(programmes::add);
        return programmes.stream()
                .map(id -> new Affected(how(id, before, after), whatIf.effect(id, before, after, day, visible)))
                .toList();
    }

    private static Change.How how(String programme, PolicyPack before, PolicyPack after) {
        return !before.programmes().containsKey(programme)
                ? Change.How.ADDED
                : after.programmes().containsKey(programme) ? Change.How.CHANGED : Change.How.REMOVED;
    }
}
