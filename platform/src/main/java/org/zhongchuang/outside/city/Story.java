package org.zhongchuang.outside.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.decision.RefusalGround;
import org.zhongchuang.procedure.decision.RefusalReason;
import org.zhongchuang.procedure.review.Visit;
import org.zhongchuang.records.registry.Space;

/** One operator's way through recognition, told by doing: each turn is what the person whose turn it is would do. */
final class Story extends CaseTale {

    /** How a story goes. */
    enum Fate {
        STRAIGHT,
        CORRECTED,
        RECUSED,
        OBJECTED,
        ADVISED_AGAINST,
        OPPOSED_BY_MEETING,
        LEFT_AS_DRAFT,
        LEFT_IN_CORRECTION,
        LEFT_UNDER_OBJECTION,
        WITHDRAWN
    }

    private final Programme programme;
    private final Actor operator;
    private final Space.Profile profile;
    private final Fate fate;
    private String left = "";
    private boolean begun;
    private boolean returned;
    private boolean heard;
    private boolean recused;

    Story(Stage stage, Actor operator, Space.Profile profile, Fate fate, long seed) {
        super(stage, new Random(seed));
        this.programme = stage.purposes().recognition().orElseThrow();
        this.operator = operator;
        this.profile = profile;
        this.fate = fate;
    }

    /** The same, gone on with each day, and left at that step of its programme for whoever opens the demonstration. */
    Story leftAt(String step) {
        left = step;
        return this;
    }

    @Override
    protected String about() {
        return profile.name();
    }

    @Override
    public OptionalInt turn(LocalDate today) {
        if (left.isEmpty()) {
            return next(today);
        }
        var isThere = begun && stage.cases().find(id).orElseThrow().stepId().equals(left);
        return isThere || next(today).isEmpty() ? OptionalInt.empty() : OptionalInt.of(1);
    }

    private OptionalInt next(LocalDate today) {
        if (!begun) {
            begin();
            return fate == Fate.LEFT_AS_DRAFT ? OptionalInt.empty() : in(1, 4);
        }
        var file = stage.cases().find(id).orElseThrow();
        return switch (file.step()) {
            case DRAFT -> {
                if (fate == Fate.WITHDRAWN) {
                    done(stage.applicants().filing().withdraw(operator, id, ticket(file)));
                    yield OptionalInt.empty();
                }
                done(stage.applicants().filing().file(operator, id, ticket(file), true));
                yield in(1, 4);
            }
            case ACCEPTANCE -> accept(file);
            case CORRECTION -> correct(file);
            case REVIEW -> review(file);
            case SITE_VISIT -> visit(file, today);
            case CITY_REVIEW -> {
                done(stage.offices().city().pass(handler(file), id, ticket(file), "材料齐全，信用核查无异常（演示）。"));
                yield in(1, 5);
            }
            case EXPERT_SCORING -> score(file);
            case MEETING -> meet(file, today);
            case NOTICE -> notice(file, today);
            case DECISION -> decide(file, today);
            case GRANTED, REFUSED, WITHDRAWN -> OptionalInt.empty();
        };
    }

    private void begin() {
        var space = stage.applicants().spaces().register(operator, profile);
        if (!(stage.applicants().begin().begin(operator, programme.id(), space) instanceof Handling.Done(var file))) {
            throw new IllegalStateException("a new space could not apply");
        }
        id = file.id();
        begun = true;
        var facts = new LinkedHashMap<>(said());
        if (fate == Fate.LEFT_AS_DRAFT) {
            facts.pollLastEntry();
        }
        stage.applicants().answers().answer(operator, id, facts);
        for (var paper : papers()) {
            stage.applicants().attach(operator, id, paper, paper + "-演示.pdf");
        }
    }

    /** The answers of somebody who qualifies, drawn anew each time. */
    private Map<String, String> said() {
        return stage.examples()
                .of(programme, stage.times().lastDay(), random)
                .map(Examples.Example::said)
                .orElse(Map.of());
    }

    private List<String> papers() {
        return programme.filed().evidence().stream()
                .filter(Programme.Evidence::required)
                .map(Programme.Evidence::id)
                .toList();
    }

    /** The number that is sent back: one that a paper of the same name shows, or the first there is. */
    private Optional<Fact> number() {
        var numbers = stage.policies().current().factsOf(programme.id()).stream()
                .filter(fact -> fact.kind() == Fact.Kind.NUMBER && fact.by().equals(Fact.APPLICANT))
                .toList();
        return numbers.stream()
                .filter(fact -> papers().contains(fact.id()))
                .findFirst()
                .or(() -> numbers.stream().findFirst());
    }

    private OptionalInt accept(CaseFile file) {
        var officer = handler(file);
        if (!returned && (fate == Fate.CORRECTED || fate == Fate.LEFT_IN_CORRECTION)) {
            returned = true;
            done(stage.offices().county().sendBack(officer, id, ticket(file), defects()));
            return fate == Fate.LEFT_IN_CORRECTION ? OptionalInt.empty() : in(2, 8);
        }
        done(stage.offices().county().accept(officer, id, ticket(file)));
        return in(2, 8);
    }

    private Map<String, String> defects() {
        var defects = new LinkedHashMap<String, String>();
        number().ifPresent(fact -> defects.put(fact.id(), fact.label().zh() + "与所附材料不一致，请核对后更正（演示）。"));
        papers().stream().findFirst().ifPresent(paper -> defects.put(paper, "缺最后一页，请补齐（演示）。"));
        return defects;
    }

    private OptionalInt correct(CaseFile file) {
        var more = random.nextInt(20);
        number().ifPresent(fact -> stage.examples()
                .of(programme)
                .map(example -> example.said().get(fact.id()))
                .ifPresent(known -> stage.applicants()
                        .answers()
                        .answer(
                                operator,
                                id,
                                Map.of(
                                        fact.id(),
                                        new BigDecimal(known)
                                                .add(BigDecimal.valueOf(more))
                                                .toPlainString()))));
        papers().stream()
                .findFirst()
                .ifPresent(paper -> stage.applicants().attach(operator, id, paper, paper + "-补正-演示.pdf"));
        done(stage.applicants().filing().correct(operator, id, ticket(file), Map.of()));
        return in(1, 2);
    }

    private OptionalInt review(CaseFile file) {
        var officer = handler(file);
        if (fate == Fate.ADVISED_AGAINST) {
            done(stage.offices().county().adviseAgainst(officer, id, ticket(file), "现场多次无人，入驻名单不能核实（演示）。"));
        } else {
            done(stage.offices().county().recommend(officer, id, ticket(file), "材料真实完整，同意推荐（演示）。"));
        }
        return in(2, 8);
    }

    private OptionalInt visit(CaseFile file, LocalDate today) {
        var officers = visitors(file);
        var checks = programme.filed().visitChecklist().stream()
                .collect(Collectors.toMap(Programme.CheckItem::id, _ -> true));
        done(stage.offices()
                .visits()
                .visit(
                        officers.get(0),
                        id,
                        ticket(file),
                        new Visit.Report(today, officers.get(1).person(), checks, Map.of(), "现场与申报一致（演示）。")));
        done(stage.offices()
                .visits()
                .confirmVisit(officers.get(1), id, ticket(stage.cases().find(id).orElseThrow())));
        return in(1, 4);
    }

    private List<Actor> visitors(CaseFile file) {
        var role = Optional.ofNullable(file.holder()).orElse(Role.CITY_OFFICER);
        return role == Role.COUNTY_OFFICER
                ? stage.cast().pair(file.area(), random)
                : List.of(
                        stage.cast().officer(role, file.area(), 0), stage.cast().officer(role, file.area(), 1));
    }

    private OptionalInt score(CaseFile file) {
        var ballot = nextBallot();
        if (fate == Fate.RECUSED && !recused) {
            recused = true;
            done(stage.offices()
                    .experts()
                    .recuse(stage.cast().expert(ballot.expert()), id, ticket(file), "曾为该机构提供咨询（演示）。"));
            return in(1, 1);
        }
        var share = fate == Fate.OPPOSED_BY_MEETING ? 40 + random.nextInt(15) : 65 + random.nextInt(30);
        return vote(file, ballot, share, "服务体系较完整，建议加强融资服务（演示）。");
    }

    private OptionalInt meet(CaseFile file, LocalDate today) {
        var supported = fate != Fate.OPPOSED_BY_MEETING;
        done(stage.offices()
                .city()
                .hold(
                        handler(file),
                        id,
                        ticket(file),
                        "演示纪要〔%d〕%d号".formatted(today.getYear(), 1 + random.nextInt(60)),
                        supported,
                        supported ? "同意认定，予以公示。" : "专家评分未达到合格分，不同意认定。"));
        return in(1, 3);
    }

    private OptionalInt notice(CaseFile file, LocalDate today) {
        if (!left.isEmpty() && today.isBefore(stage.times().lastNotice())) {
            return in(1, 1);
        }
        var objections = switch (fate) {
            case OBJECTED -> Objections.REJECTED;
            case LEFT_UNDER_OBJECTION -> Objections.LEFT_OPEN;
            default -> Objections.NONE;
        };
        return notice(file, objections, () -> handler(file), () -> ombudsman(file), "经核查，入驻协议与社保记录一致，异议不成立（演示）。");
    }

    private OptionalInt decide(CaseFile file, LocalDate today) {
        var document = "演示科〔%d〕%d号".formatted(today.getYear(), 1 + random.nextInt(90));
        if (file.proposal() == Proposal.GRANT) {
            done(stage.offices().deciders().grant().grant(handler(file), id, ticket(file), document));
            return OptionalInt.empty();
        }
        if (!heard) {
            return hear(file);
        }
        done(stage.offices().deciders().refuse().refuse(handler(file), id, ticket(file), document));
        return OptionalInt.empty();
    }

    private Actor handler(CaseFile file) {
        return stage.cast().handler(Optional.ofNullable(file.holder()).orElse(Role.CITY_OFFICER), file.area(), random);
    }

    /** Who answers objections where the city publishes is never one who reviews; elsewhere it is a colleague. */
    private Actor ombudsman(CaseFile file) {
        return file.holder() == Role.COUNTY_OFFICER
                ? stage.cast().pair(file.area(), random).getLast()
                : stage.cast().ombudsman(random);
    }

    /** The applicant is told why refusal is intended, and says what there is to say. */
    private OptionalInt hear(CaseFile file) {
        heard = true;
        var why = List.of(RefusalReason.of(RefusalGround.VISIT, "实际在驻团队不能核实到规定数量（演示）。"));
        done(stage.offices().deciders().refuse().tell(handler(file), id, ticket(file), why));
        var told = stage.cases().find(id).orElseThrow();
        done(stage.offices().deciders().refuse().answer(operator, id, ticket(told), "部分团队外出参赛，名单属实，请再核实（演示）。"));
        return in(2, 5);
    }
}
