package org.zhongchuang.outside.administration.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.outside.administration.People;
import org.zhongchuang.records.registry.FindEntries;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** For whom in the register an account acts, and, where it acts for nobody, for whom it may be meant. */
@Component
public class EntryOfAccount {

    private static final Set<SubjectKind> JOINED =
            Set.of(SubjectKind.PERSON, SubjectKind.ENTERPRISE, SubjectKind.INVESTOR, SubjectKind.INSTITUTION);

    private final Subjects subjects;
    private final FindEntries entries;
    private final Reach reach;

    EntryOfAccount(Subjects subjects, FindEntries entries, Reach reach) {
        this.subjects = subjects;
        this.entries = entries;
        this.reach = reach;
    }

    /**
     * What the page of an account says of it.
     *
     * @param applies whether the person has a role in which people act for somebody in the register
     * @param sought the name or code that was looked for
     * @param offered the entries that fit it
     */
    public record Found(boolean applies, List<Subject> acting, String sought, List<Subject> offered) {}

    /** By the name of the person where nothing else was looked for. */
    Found of(Actor administrator, People.Person person, String sought) {
        var roles = person.appointments().stream()
                .filter(one -> !one.role().isOfficial() && one.role() != Role.OPERATOR)
                .toList();
        var acting = roles.stream()
                .flatMap(one -> subjects.actingAs(one).stream())
                .distinct()
                .toList();
        var words = sought.isBlank() ? person.name() : sought.strip();
        return new Found(
                !roles.isEmpty(),
                acting,
                words,
                roles.isEmpty() || !acting.isEmpty()
                        ? List.of()
                        : entries.named(words, reach.bounds(administrator, Deed.SETTLE, Thing.SUBJECT), JOINED));
    }
}
