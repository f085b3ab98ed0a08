package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.outside.city.CaseTale;
import org.zhongchuang.outside.city.Objections;
import org.zhongchuang.outside.city.Paper;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.decision.RefusalGround;
import org.zhongchuang.procedure.decision.RefusalReason;

/** The way of one claim from its beginning to the account that its money is paid to. */
final class ClaimStory extends CaseTale {

    /** How a claim goes. */
    enum Fate {
        STRAIGHT,
        CORRECTED,
        OBJECTED,
        ADVISED_AGAINST
    }

    private static final Set<Handling.Reason> LACKS_BUDGET =
            Set.of(Handling.Reason.NO_BUDGET, Handling.Reason.CITY_LACKS_BUDGET, Handling.Reason.COUNTY_LACKS_BUDGET);

    private final ClaimDesk desk;
    private final Claim claim;
    private final Fate fate;
    private final int first;
    private final byte[] content;
    private boolean returned;
    private boolean heard;
    private boolean begun;
    private String left = "";

    ClaimStory(Stage stage, ClaimDesk desk, Claim claim, Fate fate, long seed) {
        super(stage, new Random(seed));
        this.desk = desk;
        this.claim = claim;
        this.fate = fate;
        this.first = random.nextInt(3);
        // A few hand in what others have handed in; scrutiny finds it.
        this.content = random.nextInt(30) == 0
                ? Paper.BYTES
                : Paper.of(claim.applicant().login());
    }

    /** One that goes as luck will have it, mostly straight. */
    static ClaimStory byLuck(Stage stage, ClaimDesk desk, Claim claim, Random random) {
        var fates = List.of(Fate.CORRECTED, Fate.CORRECTED, Fate.OBJECTED, Fate.ADVISED_AGAINST);
        var luck = random.nextInt(40);
        return new ClaimStory(
                stage, desk, claim, luck < fates.size() ? fates.get(luck) : Fate.STRAIGHT, random.nextLong());
    }

    /** The same, left at that step of its programme for whoever opens the demonstration. */
    ClaimStory leftAt(String step) {
        left = step;
        return this;
    }

    @Override
    protected String about() {
        return claim.applicant().unit() + " (" + claim.programme() + ")";
    }

    Claim claim() {
        return claim;
    }

    /** What was granted, once it was. */
    Optional<Award> award() {
        return begun
                ? stage.cases()
                        .find(id)
                        .filter(file -> file.number() != null)
                        .flatMap(file -> desk.awards().byNumber(file.caseNumber()))
                : Optional.empty();
    }

    @Override
    public OptionalInt turn(LocalDate today) {
        if (!begun) {
            begun = true;
            return begin();
        }
        var file = stage.cases().find(id).orElseThrow();
        if (file.stepId().equals(left)) {
            return OptionalInt.empty();
        }
        return switch (file.step()) {
            case DRAFT -> file(file);
            case ACCEPTANCE -> accept(file);
            case CORRECTION -> correct(file);
            case REVIEW -> review(file);
            case CITY_REVIEW -> {
                establish(handler(file), file);
                done(stage.offices().city().pass(handler(file), id, ticket(now()), "登记和材料属实（演示）。"));
                yield in(1, 3);
            }
            case EXPERT_SCORING -> vote(file, nextBallot(), 70 + random.nextInt(28), "影响面较广，组织有序，投入与成效相称（演示）。");
            case MEETING -> meet(file, today);
            case NOTICE ->
                desk.waitsForCall(file)
                        ? in(5, 8)
                        : notice(
                                file,
                                fate == Fate.OBJECTED ? Objections.REJECTED : Objections.NONE,
                                () -> officer(file, 1),
                                () -> officer(file, 2),
                                "经核查，所反映的情况不属实，异议不成立（演示）。");
            case DECISION -> decide(file, today);
            case GRANTED -> {
                desk.giveAccount(claim.applicant(), "6222%012d".formatted(random.nextLong(1_000_000_000_000L)));
                yield OptionalInt.empty();
            }
            case SITE_VISIT, REFUSED, WITHDRAWN -> OptionalInt.empty();
        };
    }

    private OptionalInt begin() {
        var offer = desk.open(claim.applicant(), claim.programme(), claim.subject());
        if (claim.begun().isPresent()) {
            id = claim.begun().get();
            return in(1, 2);
        }
        if (offer.isPresent()) {
            id = kept(desk.offers().answer(claim.applicant(), offer.get().id(), true));
            return in(1, 4);
        }
        var begin = stage.applicants().begin();
        var subject = claim.subject()
                .orElseGet(() -> begin.applicants(claim.applicant()).getFirst().subject());
        var grounds = begin.occasions(claim.programme(), subject).stream()
                .map(Occasion::matter)
                .toList();
        if (!claim.matter().isEmpty() && !grounds.contains(claim.matter())) {
            // What was a ground when the story was made up may be none any more: the makerspace gave its recognition
            // back.
            begun = false;
            return OptionalInt.empty();
        }
        var matter = claim.matter().isEmpty() ? grounds.getFirst() : claim.matter();
        id = kept(begin.begin(claim.applicant(), claim.programme(), subject, matter));
        stage.applicants().answers().answer(claim.applicant(), id, claim.answers());
        claim.invoices().forEach(one -> stage.applicants().costs().add(claim.applicant(), id, one));
        for (var paper : programme().filed().evidence()) {
            if (paper.required()) {
                attach(paper.id(), paper.label().zh() + "-演示.pdf");
            }
        }
        return in(1, 3);
    }

    private OptionalInt file(CaseFile file) {
        done(stage.applicants().filing().file(claim.applicant(), id, ticket(file), true));
        return in(1, 3);
    }

    private OptionalInt accept(CaseFile file) {
        var papers = programme().filed().evidence();
        if (fate == Fate.CORRECTED && !returned && !papers.isEmpty()) {
            returned = true;
            done(stage.offices()
                    .county()
                    .sendBack(
                            handler(file),
                            id,
                            ticket(file),
                            Map.of(papers.getFirst().id(), "材料缺页，请补齐后重新上传（演示）。")));
        } else {
            done(stage.offices().county().accept(handler(file), id, ticket(file)));
        }
        return in(1, 4);
    }

    private OptionalInt correct(CaseFile file) {
        attach(programme().filed().evidence().getFirst().id(), "补正材料-演示.pdf");
        done(stage.applicants().filing().correct(claim.applicant(), id, ticket(file), Map.of()));
        return in(1, 2);
    }

    private OptionalInt review(CaseFile file) {
        var officer = handler(file);
        establish(officer, file);
        if (fate == Fate.ADVISED_AGAINST) {
            done(stage.offices().county().adviseAgainst(officer, id, ticket(now()), "所附凭证与申报内容对不上，未能说明（演示）。"));
        } else {
            done(stage.offices().county().recommend(officer, id, ticket(now()), "核对无误，同意（演示）。"));
        }
        return in(1, 4);
    }

    /** Whatever the officer's office answers for in this programme. */
    private void establish(Actor officer, CaseFile file) {
        if (!desk.facts().factsOf(officer, file).isEmpty()) {
            done(desk.facts().establish(officer, id, ticket(file), claim.found()));
        }
    }

    private OptionalInt meet(CaseFile file, LocalDate today) {
        done(stage.offices()
                .city()
                .hold(
                        handler(file),
                        id,
                        ticket(file),
                        "演示纪要〔%d〕%d号".formatted(today.getYear(), 1 + random.nextInt(60)),
                        true,
                        "同意补助，予以公示。"));
        return in(1, 2);
    }

    private OptionalInt decide(CaseFile file, LocalDate today) {
        var decider = officer(file, 2);
        var document = "演示财补〔%d〕%d号".formatted(today.getYear(), 1 + random.nextInt(400));
        if (file.proposal() == Proposal.REFUSE) {
            if (!heard) {
                heard = true;
                var why = List.of(RefusalReason.of(RefusalGround.UNTRUE, "凭证不能证明实际支出（演示）。"));
                done(stage.offices().deciders().refuse().tell(decider, id, ticket(file), why));
                done(stage.offices().deciders().refuse().answer(claim.applicant(), id, ticket(now()), ""));
                return in(2, 5);
            }
            done(stage.offices().deciders().refuse().refuse(decider, id, ticket(file), document));
            return OptionalInt.empty();
        }
        var city = stage.policies().current().areas().getFirst().code();
        var payer = claim.cityPays() ? city : file.area();
        var granted = stage.offices().deciders().grant().grant(decider, id, ticket(file), document, payer, parts(file));
        if (granted instanceof Handling.Refused refused && LACKS_BUDGET.contains(refused.reason())) {
            // It waits for the next budget.
            return in(15, 25);
        }
        done(granted);
        return programme().pays() ? in(2, 6) : OptionalInt.empty();
    }

    private List<Part> parts(CaseFile file) {
        if (claim.milestone().isEmpty()) {
            return List.of();
        }
        var fen = desk.amounts().of(file).orElseThrow();
        var half = new Fen(fen.value() / 2);
        return List.of(new Part(half, ""), new Part(fen.minus(half), claim.milestone()));
    }

    /** Who handles the case at its step, in the role that its programme names. */
    private Actor handler(CaseFile file) {
        return officer(file, 0);
    }

    /** One of those who hold the step: 0 handles, 1 publishes, 2 answers and decides, each another person. */
    private Actor officer(CaseFile file, int part) {
        var role = Optional.ofNullable(file.holder()).orElse(Role.CITY_OFFICER);
        return stage.cast().officer(role, file.area(), first + part);
    }

    private Programme programme() {
        return stage.policies().current().programme(claim.programme());
    }

    private CaseFile now() {
        return stage.cases().find(id).orElseThrow();
    }

    private void attach(String paper, String name) {
        stage.applicants().attach(claim.applicant(), id, paper, name, content);
    }

    private org.zhongchuang.procedure.casework.CaseId kept(Handling handling) {
        done(handling);
        return ((Handling.Done) handling).file().id();
    }
}
