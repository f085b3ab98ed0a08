package org.zhongchuang.outside.city;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;

/** The way of one case from desk to desk; each turn is what the person whose turn it is would do. */
public abstract class CaseTale implements Tale {

    protected final Stage stage;
    protected final Random random;
    protected CaseId id = new CaseId(new UUID(0, 0));
    private boolean objected;

    protected CaseTale(Stage stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    /** Whose case it is, for those who look for what went wrong. */
    protected abstract String about();

    /** The vote that is waited for next. */
    protected final Ballot nextBallot() {
        var decider = stage.cast().decider(random);
        return stage.cases().details(decider, id).orElseThrow().ballots().stream()
                .filter(ballot -> ballot.state() == Ballot.State.ASSIGNED)
                .findFirst()
                .orElseThrow();
    }

    /** The expert gives that share of the points, in per cent, on each line of the rubric. */
    protected final OptionalInt vote(CaseFile file, Ballot ballot, int share, String opinion) {
        var scores = new HashMap<String, Integer>();
        stage.rubric(file.programme()).forEach(line -> scores.put(line.id(), line.points() * share / 100));
        done(stage.offices().experts().score(stage.cast().expert(ballot.expert()), id, ticket(file), scores, opinion));
        return in(1, 2);
    }

    /** Publishes the notice, lets the public object to it, looks at that, answers, and waits until it is over. */
    protected final OptionalInt notice(
            CaseFile file, Objections objections, Supplier<Actor> publisher, Supplier<Actor> ombudsman, String reply) {
        var notice = stage.citizens().notices().running(id.value());
        if (notice.isEmpty()) {
            done(stage.offices().notices().publish(publisher.get(), id, ticket(file)));
            return in(1, 2);
        }
        if (objections != Objections.NONE && !objected) {
            objected = true;
            stage.citizens().object(notice.get());
            var received = stage.cases().find(id).orElseThrow();
            var acts = stage.offices().notices();
            done(acts.check(
                    ombudsman.get(),
                    id,
                    ticket(received),
                    firstObjection(notice.get().id()),
                    true,
                    ""));
            return objections == Objections.LEFT_OPEN ? OptionalInt.empty() : in(3, 6);
        }
        if (notice.get().state() == PublicNotice.State.PAUSED) {
            var objection = firstObjection(notice.get().id());
            done(stage.offices().notices().answer(ombudsman.get(), id, ticket(file), objection, false, reply));
        }
        return in(2, 3);
    }

    private UUID firstObjection(UUID notice) {
        return stage.citizens().notices().objections(notice).getFirst().id();
    }

    protected final OptionalInt in(int least, int most) {
        return OptionalInt.of(least + random.nextInt(most - least + 1));
    }

    /** A number of its own for each act: stories that are played by the same dice throw the same. */
    protected final Ticket ticket(CaseFile file) {
        var thrown = file.id() + " " + random.nextLong() + " " + random.nextLong();
        return new Ticket(file.version(), UUID.nameUUIDFromBytes(thrown.getBytes(StandardCharsets.UTF_8)));
    }

    protected final void done(Handling handling) {
        if (handling instanceof Handling.Refused refused) {
            throw new IllegalStateException("the story of %s broke off: %s".formatted(about(), refused.reason()));
        }
    }
}
