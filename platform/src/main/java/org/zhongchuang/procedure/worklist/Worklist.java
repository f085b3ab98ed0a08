package org.zhongchuang.procedure.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.ClaimedGraduates;

/** The list of cases of whoever reads it: those that wait for them, or all that their role lets them see. */
@Service
public class Worklist {

    private static final int PAGE = 20;

    private final CaseLists lists;
    private final ClaimedGraduates graduates;
    private final Reach reach;
    private final Policies policies;

    Worklist(CaseLists lists, ClaimedGraduates graduates, Reach reach, Policies policies) {
        this.policies = policies;
        this.lists = lists;
        this.graduates = graduates;
        this.reach = reach;
    }

    /** One page of a list, and how to ask for the next; empty at the end. */
    public record Listing(List<Listed> rows, String next) {}

    /**
     * What a list shows its reader besides the cases themselves.
     *
     * @param areas the areas of the city, for who sees several
     * @param handlers who has taken a case on, for the authorities
     */
    public record Columns(boolean areas, boolean handlers) {}

    public Listing list(Actor actor, Query asked) {
        var query = open(actor, asked);
        var rows = first(actor, query, PAGE + 1);
        if (rows.size() <= PAGE) {
            return new Listing(named(actor, rows), "");
        }
        var last = rows.get(PAGE - 1);
        return new Listing(named(actor, rows.subList(0, PAGE)), query.order().place(last));
    }

    /** The rows with the graduates for whom they claim. */
    private List<Listed> named(Actor actor, List<Listed> rows) {
        var names = hired(actor, rows.stream().map(Listed::file).toList());
        return rows.stream()
                .map(one ->
                        one.claimingFor(Optional.ofNullable(names.get(one.file().id()))))
                .toList();
    }

    /** The graduates for whom cases claim, by case, as far as the actor is told. */
    public Map<CaseId, String> hired(Actor actor, List<CaseFile> files) {
        return graduates.lines(actor, files);
    }

    /** Every row of the list, page or not, one by one. Call inside a transaction so that they stream. */
    @Transactional(readOnly = true)
    public void export(Actor actor, Query query, Consumer<Listed> row) {
        lists.select(actor, open(actor, query), Integer.MAX_VALUE, row);
    }

    /** The case after this one in a list, or the first other one; none where there is no other. */
    public Optional<CaseFile> next(Actor actor, Query asked, CaseFile file) {
        var query = open(actor, asked);
        var after = file.number() == null
                ? query.fromTheStart()
                : query.after(query.order().place(lists.listed(file)));
        return Stream.of(after, query.fromTheStart())
                .flatMap(one -> first(actor, one, 2).stream())
                .map(Listed::file)
                .filter(one -> !one.id().equals(file.id()))
                .findFirst();
    }

    /**
     * What the actor's list shows where they ask for nothing in particular: an applicant all that is theirs, who only
     * watches everything, and anybody else what waits for them.
     */
    public Query opening(Actor actor) {
        return writes(actor) ? Query.own() : takesPart(actor) ? Query.waiting() : Query.everything("");
    }

    /**
     * The question as the actor may ask it: who is not shown the handlers is not told their order either, and whose
     * turn it is puts in order what an applicant has.
     */
    public Query open(Actor actor, Query query) {
        var by = query.order().by();
        return (by == Order.By.HANDLER && !columns(actor).handlers()) || (by.isOfApplicant() && !writes(actor))
                ? query.in(Order.usual(query.all()))
                : query;
    }

    private List<Listed> first(Actor actor, Query query, int most) {
        var rows = new ArrayList<Listed>();
        lists.select(actor, query, most, rows::add);
        return rows;
    }

    /** How many cases a list holds, and the first day by which one of them is due. */
    Pile count(Actor actor, Query query) {
        return lists.count(actor, query);
    }

    /** Whether people like the actor have to do with cases at all. */
    public boolean sees(Actor actor) {
        return reach.may(actor, Deed.SEE, Thing.CASE);
    }

    /** Whether they do a part of cases, rather than only watch them. */
    public boolean takesPart(Actor actor) {
        return writes(actor) || reach.may(actor, Deed.HANDLE, Thing.CASE);
    }

    /**
     * Whether they have something to do with cases in the policy that is in force: a step of a procedure, a case to
     * watch, or one that waits for them from before. Other roles have a desk with nothing of this kind.
     */
    public boolean worksAtCases(Actor actor) {
        return sees(actor)
                && (!reach.ties(actor, Deed.SEE, Thing.CASE).contains(Tie.TURN)
                        || policies.current().known().stream()
                                .flatMap(programme -> programme.procedure().stream())
                                .flatMap(procedure -> procedure.steps().stream())
                                .anyMatch(step -> actor.holds(step.role()))
                        || lists.count(actor, Query.waiting()).count() > 0);
    }

    /** Whether they write applications. */
    public boolean writes(Actor actor) {
        return reach.may(actor, Deed.KEEP, Thing.CASE);
    }

    /** What a list shows its reader besides the cases themselves. */
    public Columns columns(Actor actor) {
        var areas = reach.bounds(actor, Thing.CASE).area().isEmpty() && !writes(actor);
        var seat = reach.ties(actor, Deed.SEE, Thing.CASE).contains(Tie.SEAT);
        return new Columns(areas, sees(actor) && actor.isOfficial() && !seat);
    }
}
