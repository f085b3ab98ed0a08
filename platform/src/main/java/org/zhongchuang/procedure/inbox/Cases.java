package org.zhongchuang.procedure.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.decision.DeliverDecision;

/** What people ask about cases: their inbox and one case. Everyone sees what their role lets them see. */
@Service
public class Cases {

    private static final int PAGE = 20;

    private final CaseFiles files;
    private final Reach reach;
    private final Dossiers dossiers;
    private final CaseLists lists;
    private final DeliverDecision deliver;
    private final Clock clock;

    Cases(CaseFiles files, Reach reach, Dossiers dossiers, CaseLists lists, DeliverDecision deliver, Clock clock) {
        this.files = files;
        this.reach = reach;
        this.dossiers = dossiers;
        this.lists = lists;
        this.deliver = deliver;
        this.clock = clock;
    }

    /**
     * What an officer asks the list for.
     *
     * @param all every case they may see, newest first, instead of those that wait for them, due first
     * @param after the last row of the page before, as {@link Listing#next()} gave it
     */
    public record Query(
            String words, @Nullable String step, @Nullable String area, boolean late, boolean all, String after) {

        public static Query inbox() {
            return new Query("", null, null, false, false, "");
        }

        /** Whether it asks for nothing in particular. */
        public boolean isEverything() {
            return words.isBlank() && step == null && area == null && !late;
        }

        /** The same question, from the row after that one on. */
        Query after(String row) {
            return new Query(words, step, area, late, all, row);
        }

        /** The same question, from the first row on. */
        public Query fromTheStart() {
            return new Query(words, step, area, late, all, "");
        }
    }

    /** One page of a list, and how to ask for the next; empty at the end. */
    public record Listing(List<CaseFile> rows, String next) {}

    public Optional<CaseFile> find(CaseId id) {
        return files.find(id);
    }

    public List<CaseFile> ofOperator(OrganisationId organisation) {
        return files.ofOperator(organisation);
    }

    public Listing list(Actor actor, Query query) {
        var rows = new ArrayList<CaseFile>();
        lists.select(actor, query, PAGE + 1, rows::add);
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
                .flatMap(asked -> firstTwo(actor, asked).stream())
                .filter(one -> !one.id().equals(file.id()))
                .findFirst();
    }

    private List<CaseFile> firstTwo(Actor actor, Query query) {
        var rows = new ArrayList<CaseFile>();
        lists.select(actor, query, 2, rows::add);
        return rows;
    }

    /** The credit code of whoever applies, if they have one. */
    public Optional<String> creditCode(CaseFile file) {
        return lists.creditCode(file.applicant());
    }

    /** How many cases a list holds, and the first day by which one of them is due. */
    public Pile count(Actor actor, Query query) {
        return lists.count(actor, query);
    }

    /** Somebody opens the page of a case: with that a decision is delivered to its applicant. */
    public void opened(Actor actor, String number) {
        files.findByNumber(number).ifPresent(file -> deliver.opened(actor, file));
    }

    /** Everything about a case that the actor may see. */
    public Optional<CaseDetails> details(Actor actor, String number) {
        return files.findByNumber(number)
                .filter(file -> maySee(actor, file))
                .map(file -> dossiers.of(reader(actor, file), file));
    }

    public Optional<CaseDetails> details(Actor actor, CaseId id) {
        return files.find(id).filter(file -> maySee(actor, file)).map(file -> dossiers.of(reader(actor, file), file));
    }

    public Optional<Paper> paper(Actor actor, CaseId id, UUID paper) {
        return files.find(id).filter(file -> maySee(actor, file)).flatMap(file -> dossiers.paper(id, paper));
    }

    /** Whether somebody may read the objections to a case: who publishes its notice, decides it, or watches. */
    public boolean seesObjections(Actor actor, CaseFile file) {
        return reach.may(actor, Deed.SEE, Thing.OBJECTION, file.id().value());
    }

    /** Whether somebody reviewed a case; whoever did does not answer the objections to it. */
    public boolean hasReviewed(Actor actor, CaseFile file) {
        return files.hasActed(file.id(), actor.person(), Act.RECOMMENDED, Act.CITY_PASSED);
    }

    /** Whether people like the actor have to do with cases at all. */
    public boolean sees(Actor actor) {
        return reach.may(actor, Deed.SEE, Thing.CASE);
    }

    /** Whether they do a part of cases, rather than only watch them. */
    public boolean takesPart(Actor actor) {
        return reach.may(actor, Deed.KEEP, Thing.CASE) || reach.may(actor, Deed.HANDLE, Thing.CASE);
    }

    /** Whether they write applications. */
    public boolean writes(Actor actor) {
        return reach.may(actor, Deed.KEEP, Thing.CASE);
    }

    /** Whether they are drawn for cases one by one. */
    public boolean sits(Actor actor) {
        return reach.ties(actor, Deed.SEE, Thing.CASE).contains(Tie.SEAT);
    }

    /** Whether their office has the cases of several areas. */
    public boolean seesAreas(Actor actor) {
        var within = reach.bounds(actor, Thing.CASE);
        return within.area().isEmpty() && !reach.may(actor, Deed.KEEP, Thing.CASE);
    }

    private boolean maySee(Actor actor, CaseFile file) {
        return reach.may(actor, Deed.SEE, Thing.CASE, file.id().value());
    }

    private Dossiers.Reader reader(Actor actor, CaseFile file) {
        var votes = reach.may(actor, Deed.SEE, Thing.BALLOT, file.id().value());
        var ties = reach.ties(actor, Deed.SEE, Thing.CASE);
        return new Dossiers.Reader(
                actor,
                ties.contains(Tie.PART),
                votes
                        ? Dossiers.Votes.ALL
                        : ties.contains(Tie.SEAT)
                                ? Dossiers.Votes.OWN
                                : ties.contains(Tie.OWNER) && !file.step().isOpen()
                                        ? Dossiers.Votes.WITHOUT_NAMES
                                        : Dossiers.Votes.NONE,
                LocalDate.now(clock));
    }

    private static LocalDate sortDay(CaseFile file, Query query) {
        return Objects.requireNonNull(query.all() ? file.filedOn() : file.dueOn());
    }
}
