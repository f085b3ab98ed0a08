package org.zhongchuang.ground.audit;

import java.time.Instant;
import java.util.Optional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;

/**
 * A row of the record as it is read.
 *
 * @param place where it stands in the sealed tree; empty until it is sealed
 * @param times how many of the same this row stands for
 */
public record RecordedAct(
        long number,
        Instant at,
        Optional<PersonId> person,
        String login,
        String name,
        Optional<Role> role,
        String unit,
        String act,
        String thing,
        String detail,
        String source,
        int times,
        Optional<Long> place) {

    private static final int SHORT = 6;

    /** What was done, in words; an act without words is shown by its name. */
    public Text words() {
        return Acts.of(act).map(Act::words).orElse(Text.of(act, act));
    }

    /** As much of the mark of an address as people compare. */
    public String shortSource() {
        return source.substring(0, Math.min(source.length(), SHORT));
    }

    /** Where the thing can be opened. */
    public Optional<String> page() {
        return Acts.of(act)
                .map(Act::page)
                .filter(page -> !page.isEmpty() && (!page.contains("{}") || thing.matches("[A-Za-z0-9._-]+")))
                .map(page -> page.replace("{}", thing));
    }
}
