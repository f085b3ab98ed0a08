package org.zhongchuang.procedure.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.records.registry.KnownFact;

/** The experts' part: drawn by lot from those without relation, each votes alone or steps aside. */
@Service
public class ExpertActs {

    private final Desk desk;
    private final CaseFiles files;
    private final Ballots ballots;
    private final CaseFacts facts;
    private final Accounts accounts;
    private final CaseRules rules;

    ExpertActs(Desk desk, CaseFiles files, Ballots ballots, CaseFacts facts, Accounts accounts, CaseRules rules) {
        this.desk = desk;
        this.files = files;
        this.ballots = ballots;
        this.facts = facts;
        this.accounts = accounts;
        this.rules = rules;
    }

    /**
     * Scores a case by the rubric.
     *
     * @param scores points by rubric line, all of them, each within its bounds
     */
    @Transactional
    public Handling score(Actor actor, CaseId id, Ticket ticket, Map<String, Integer> scores, String comment) {
        return desk.act(actor, id, ticket, Act.EXPERT_SCORED, List.of(Step.EXPERT_SCORING), file -> {
            if (!fits(desk.programme(file), scores, comment)) {
                return Handling.refused(Reason.SCORE_OUT_OF_BOUNDS);
            }
            if (!ballots.score(id, actor.person(), scores, comment, desk.today())) {
                return Handling.refused(Reason.NOT_YOURS);
            }
            desk.stay(file, actor, ticket, Act.EXPERT_SCORED, "");
            if (isDone(id)) {
                keepMeans(file);
            }
            return isDone(id)
                    ? desk.to(file, Step.MEETING, null, null, Act.SCORING_DONE, "", file.proposal())
                    : new Handling.Done(files.find(id).orElseThrow());
        });
    }

    /** Keeps what an expert has filled in so far, complete or not, until they cast the vote. */
    @Transactional
    public Handling keep(Actor actor, CaseId id, Ticket ticket, Map<String, String> typed) {
        return desk.act(
                actor,
                id,
                // Kept as often as it is sent: the form is done with once the vote is cast.
                new Ticket(ticket.version(), UUID.randomUUID()),
                Act.EXPERT_SCORED,
                List.of(Step.EXPERT_SCORING),
                file -> ballots.keep(id, actor.person(), typed)
                        ? new Handling.Done(file)
                        : Handling.refused(Reason.NOT_YOURS));
    }

    /** The vote of an expert on a case that was drawn for them. */
    public Optional<Ballot> own(Actor actor, CaseFile file) {
        return ballots.of(file.id()).stream()
                .filter(ballot -> ballot.expert().equals(actor.person()) && ballot.state() != Ballot.State.RECUSED)
                .findFirst();
    }

    /** What an expert has filled in so far and not cast, by field. */
    public Map<String, String> draft(Actor actor, CaseFile file) {
        return ballots.draft(file.id(), actor.person());
    }

    /** The votes that an expert gave back. */
    public List<Recusal> recusals(Actor actor) {
        return ballots.recusals(actor.person());
    }

    /** Steps aside; another expert without relation is drawn at once. */
    @Transactional
    public Handling recuse(Actor actor, CaseId id, Ticket ticket, String reason) {
        return desk.act(actor, id, ticket, Act.EXPERT_RECUSED, List.of(Step.EXPERT_SCORING), file -> {
            if (reason.isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            var lot = lots(file, 1);
            if (lot.isEmpty()) {
                return Handling.refused(Reason.NOT_ENOUGH_EXPERTS);
            }
            if (!ballots.recuse(id, actor.person(), reason, desk.today())) {
                return Handling.refused(Reason.NOT_YOURS);
            }
            lot.get().drawn().forEach(expert -> ballots.draw(id, expert));
            return desk.stay(
                    file,
                    actor,
                    ticket,
                    Act.EXPERT_RECUSED,
                    "抽取种子 / seed of the draw " + lot.get().seed());
        });
    }

    /** A drawing that anybody can repeat: the seed and whom it picked. */
    private record Lot(long seed, List<PersonId> drawn) {}

    /** Draws the first panel of a case; the seed it was drawn with, or nothing when there are too few experts. */
    OptionalLong drawPanel(CaseFile file) {
        var lot = lots(
                file,
                rules.limit(
                        file,
                        Objects.requireNonNull(desk.programme(file).filed().panelSize())));
        lot.ifPresent(one -> one.drawn().forEach(expert -> ballots.draw(file.id(), expert)));
        return lot.map(one -> OptionalLong.of(one.seed())).orElse(OptionalLong.empty());
    }

    private Optional<Lot> lots(CaseFile file, int number) {
        var drawn = ballots.of(file.id()).stream().map(Ballot::expert).collect(Collectors.toSet());
        var free = new ArrayList<PersonId>();
        for (var expert :
                accounts.holding(Role.EXPERT, rules.of(file).areas().getFirst().code())) {
            if (!drawn.contains(expert.person()) && !desk.isRelated(expert.login(), file)) {
                free.add(expert.person());
            }
        }
        if (free.size() < number) {
            return Optional.empty();
        }
        // The case and the number already drawn make the seed: nobody can choose it, anybody can repeat it.
        var seed = file.id().value().getLeastSignificantBits() ^ drawn.size();
        free.sort(Comparator.comparing(PersonId::value));
        Collections.shuffle(free, new Random(seed));
        return Optional.of(new Lot(seed, List.copyOf(free.subList(0, number))));
    }

    /** Lines of the rubric that are facts of the programme get the mean of the votes, to two places, half up. */
    private void keepMeans(CaseFile file) {
        var cast = ballots.of(file.id()).stream()
                .filter(ballot -> ballot.state() == Ballot.State.SCORED)
                .toList();
        for (var line : desk.programme(file).filed().rubric()) {
            if (!cast.isEmpty() && rules.of(file).facts().containsKey(line.id())) {
                var sum = cast.stream()
                        .mapToInt(ballot -> ballot.scores().getOrDefault(line.id(), 0))
                        .sum();
                facts.keep(
                        file.id(),
                        line.id(),
                        BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(cast.size()), 2, RoundingMode.HALF_UP)
                                .toPlainString(),
                        KnownFact.Source.VERIFIED);
            }
        }
    }

    Score score(CaseId id) {
        return Score.of(ballots.of(id));
    }

    private boolean isDone(CaseId id) {
        return ballots.of(id).stream().noneMatch(ballot -> ballot.state() == Ballot.State.ASSIGNED);
    }

    /** Whether it is a complete vote: every line of the rubric within its bounds, and a comment. */
    public static boolean fits(Programme programme, Map<String, Integer> scores, String comment) {
        return !comment.isBlank()
                && scores.keySet()
                        .equals(programme.filed().rubric().stream()
                                .map(Programme.RubricItem::id)
                                .collect(Collectors.toSet()))
                && programme.filed().rubric().stream()
                        .allMatch(line -> 0 <= scores.getOrDefault(line.id(), -1)
                                && scores.getOrDefault(line.id(), -1) <= line.points());
    }
}
