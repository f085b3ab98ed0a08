package org.zhongchuang.procedure.worklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Refusal;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.review.TakeCase;

/**
 * Who handles cases, said of several at once: somebody takes them on, or gives them to a colleague. Each is done by
 * itself, as on its own page; of each that is not done the reason is told, and the others are done all the same.
 */
@Service
public class HandOut {

    /** The most cases that are handed out at once. */
    private static final int MOST = 100;

    private final TakeCase taking;
    private final CaseFiles files;
    private final Reach reach;

    HandOut(TakeCase taking, CaseFiles files, Reach reach) {
        this.taking = taking;
        this.files = files;
        this.reach = reach;
    }

    /**
     * A case that was ticked.
     *
     * @param version of the case when it was listed
     */
    public record Chosen(String number, int version) {}

    /** A case with which nothing was done, and why. */
    public record Left(String number, Text why) {}

    /**
     * What came of it: the numbers of those that were done, and the others; or why nothing was tried.
     *
     * @param to the name of the colleague they were given to; empty where the actor took them on
     */
    public record Outcome(List<String> done, List<Left> left, Optional<Reason> refused, Optional<String> to) {}

    /** Why nothing was tried. */
    public enum Reason implements Refusal {
        NOTHING_CHOSEN("还没有勾选申报件，什么也没有改动。", "No case is ticked; nothing was changed."),
        TOO_MANY("一次最多100件，什么也没有改动。", "At most 100 cases at once; nothing was changed."),
        NO_COLLEAGUE("请从所列的同事中选择承办人，什么也没有改动。", "Choose one of the colleagues listed; nothing was changed.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        @Override
        public Text text() {
            return text;
        }
    }

    /** Those to whom somebody may give cases. */
    public List<Actor> colleagues(Actor actor) {
        return taking.colleagues(actor);
    }

    /** Whether somebody may say who handles a case. */
    public boolean mayAssign(Actor actor, CaseFile file) {
        return taking.mayAssign(actor, file);
    }

    /** Takes each of them on. Sent again with the same form it changes nothing more. */
    public Outcome take(Actor actor, List<Chosen> chosen, UUID form) {
        return each(actor, chosen, form, Optional.empty(), (file, ticket) -> taking.take(actor, file.id(), ticket));
    }

    /** Gives each of them to a colleague. Sent again with the same form it changes nothing more. */
    public Outcome assign(Actor actor, List<Chosen> chosen, UUID form, Optional<PersonId> colleague) {
        return colleagues(actor).stream()
                .filter(one -> colleague.filter(one.person()::equals).isPresent())
                .findFirst()
                .map(one -> each(
                        actor,
                        chosen,
                        form,
                        Optional.of(one.name()),
                        (file, ticket) -> taking.assign(actor, file.id(), ticket, one.person())))
                .orElseGet(() -> refused(Reason.NO_COLLEAGUE));
    }

    private Outcome each(
            Actor actor,
            List<Chosen> chosen,
            UUID form,
            Optional<String> to,
            BiFunction<CaseFile, Ticket, Handling> act) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            return refused(chosen.isEmpty() ? Reason.NOTHING_CHOSEN : Reason.TOO_MANY);
        }
        var done = new ArrayList<String>();
        var left = new ArrayList<Left>();
        for (var one : chosen) {
            var handling = files.findByNumber(one.number())
                    .filter(file ->
                            reach.may(actor, Deed.SEE, Thing.CASE, file.id().value()))
                    .map(file -> act.apply(file, new Ticket(one.version(), request(form, one))))
                    .orElse(Handling.refused(Handling.Reason.NO_SUCH_CASE));
            switch (handling) {
                case Handling.Done _ -> done.add(one.number());
                case Handling.Refused refused ->
                    left.add(new Left(one.number(), refused.reason().text()));
            }
        }
        return new Outcome(done, left, Optional.empty(), to);
    }

    private static Outcome refused(Reason reason) {
        return new Outcome(List.of(), List.of(), Optional.of(reason), Optional.empty());
    }

    /** A number of its own for each case of one form, the same each time the form is sent. */
    private static UUID request(UUID form, Chosen chosen) {
        return UUID.nameUUIDFromBytes((form + " " + chosen.number()).getBytes(StandardCharsets.UTF_8));
    }
}
