package org.zhongchuang.procedure.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.procedure.casework.CaseFile;

/** The list of cases of whoever reads it: those that wait for them, or all that their role lets them see. */
@Service
public class Worklist {

    private static final int PAGE = 20;

    private final CaseLists lists;
    private final Reach reach;

    Worklist(CaseLists lists, Reach reach) {
        this.lists = lists;
        this.reach = reach;
    }

    /** One page of a list, and how to ask for the next; empty at the end. */
    public record Listing(List<CaseFile> rows, String next) {}

    public Listing list(Actor actor, Query query) {
        var rows = first(actor, query, PAGE + 1);
        if (rows.size() <= PAGE) {
            return new Listing(rows, "");
        }
        var last = rows.get(PAGE - 1);
        return new Listing(rows.subList(0, PAGE), sortDay(last, query) + "_" + last.id());
    }

    /** Every row of the list, page or not, one by one. Call inside a transaction so that they stream. */
    @Transactional(readOnly = true)
    public void export(Actor actor, Query query, Consumer<CaseFile> row) {
        lists.select(actor, query, Integer.MAX_VALUE, row);
    }

    /** The case after this one in a list, or the first other one; none where there is no other. */
    public Optional<CaseFile> next(Actor actor, Query query, CaseFile file) {
        var key = query.all() ? file.filedOn() : file.dueOn();
        var after = key == null ? query.fromTheStart() : query.after(key + "_" + file.id());
        return Stream.of(after, query.fromTheStart())
                .flatMap(asked -> first(actor, asked, 2).stream())
                .filter(one -> !one.id().equals(file.id()))
                .findFirst();
    }

    private List<CaseFile> first(Actor actor, Query query, int most) {
        var rows = new ArrayList<CaseFile>();
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

    /** Whether they write applications. */
    public boolean writes(Actor actor) {
        return reach.may(actor, Deed.KEEP, Thing.CASE);
    }

    /** Whether their office has the cases of several areas. */
    public boolean seesAreas(Actor actor) {
        return reach.bounds(actor, Thing.CASE).area().isEmpty() && !writes(actor);
    }

    private static LocalDate sortDay(CaseFile file, Query query) {
        return Objects.requireNonNull(query.all() ? file.filedOn() : file.dueOn());
    }
}
