package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.zhongchuang.ground.access.Actor;
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

    private final Actor operator;
    private final Space.Profile profile;
    private final Fate fate;
    private boolean begun;
    private boolean returned;
    private boolean heard;
    private boolean recused;

    Story(Stage stage, Actor operator, Space.Profile profile, Fate fate, long seed) {
        super(stage, new Random(seed));
        this.operator = operator;
        this.profile = profile;
        this.fate = fate;
    }

    @Override
    protected String about() {
        return profile.name();
    }

    @Override
    public OptionalInt turn(LocalDate today) {
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
                done(stage.offices().city().pass(stage.cast().reviewer(random), id, ticket(file), "材料齐全，信用核查无异常（演示）。"));
                yield in(1, 5);
            }
            case EXPERT_SCORING -> score(file);
            case MEETING -> meet(file, today);
            case NOTICE -> notice(file);
            case DECISION -> decide(file, today);
            case GRANTED, REFUSED, WITHDRAWN -> OptionalInt.empty();
        };
    }

    private void begin() {
        var space = stage.applicants().spaces().register(operator, profile);
        if (!(stage.applicants().begin().begin(operator, "space-recognition", space)
                instanceof Handling.Done(var file))) {
            throw new IllegalStateException("a new space could not apply");
        }
        id = file.id();
        begun = true;
        var facts = facts();
        if (fate == Fate.LEFT_AS_DRAFT) {
            facts.remove("mentors");
            facts.put("tenants", "18");
        }
        stage.applicants().answers().answer(operator, id, facts);
        for (var paper : List.of("lease", "rules", "tenants")) {
            stage.applicants().attach(operator, id, paper, paper + "-演示.pdf");
        }
    }

    private Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        facts.put("area_sqm", "" + (500 + random.nextInt(2500)));
        facts.put("desks", "" + (30 + random.nextInt(170)));
        facts.put("usable_share", "" + (75 + random.nextInt(20)));
        facts.put("lease_months_left", "" + (36 + random.nextInt(60)));
        facts.put("independent_body", "true");
        facts.put("staff", "" + (3 + random.nextInt(8)));
        facts.put("written_rules", "true");
        facts.put("months_operating", "" + (12 + random.nextInt(30)));
        facts.put("tenants", "" + (20 + random.nextInt(40)));
        facts.put("mentors", "" + (3 + random.nextInt(15)));
        facts.put("events_per_year", "" + (10 + random.nextInt(40)));
        facts.put("service_kinds", "" + (5 + random.nextInt(4)));
        return facts;
    }

    private OptionalInt accept(CaseFile file) {
        var officer = stage.cast().pair(file.area(), random).getFirst();
        if (!returned && (fate == Fate.CORRECTED || fate == Fate.LEFT_IN_CORRECTION)) {
            returned = true;
            done(stage.offices()
                    .county()
                    .sendBack(
                            officer,
                            id,
                            ticket(file),
                            Map.of("tenants", "名单与入驻协议数量不一致，请核对后更正。", "lease", "租赁合同缺最后一页，请补齐。")));
            return fate == Fate.LEFT_IN_CORRECTION ? OptionalInt.empty() : in(2, 8);
        }
        done(stage.offices().county().accept(officer, id, ticket(file)));
        return in(2, 8);
    }

    private OptionalInt correct(CaseFile file) {
        stage.applicants().answers().answer(operator, id, Map.of("tenants", "" + (21 + random.nextInt(20))));
        stage.applicants().attach(operator, id, "lease", "租赁合同-补正-演示.pdf");
        done(stage.applicants().filing().correct(operator, id, ticket(file), Map.of()));
        return in(1, 2);
    }

    private OptionalInt review(CaseFile file) {
        var officer = stage.cast().pair(file.area(), random).getFirst();
        if (fate == Fate.ADVISED_AGAINST) {
            done(stage.offices().county().adviseAgainst(officer, id, ticket(file), "现场多次无人，入驻名单不能核实（演示）。"));
        } else {
            done(stage.offices().county().recommend(officer, id, ticket(file), "材料真实完整，同意推荐（演示）。"));
        }
        return in(2, 8);
    }

    private OptionalInt visit(CaseFile file, LocalDate today) {
        var officers = stage.cast().pair(file.area(), random);
        var checks = Map.of("address", true, "area", true, "residents", true, "rules", true, "safety", true);
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
                        stage.cast().reviewer(random),
                        id,
                        ticket(file),
                        "演示纪要〔%d〕%d号".formatted(today.getYear(), 1 + random.nextInt(60)),
                        supported,
                        supported ? "同意认定，予以公示。" : "专家评分未达到合格分，不同意认定。"));
        return in(1, 3);
    }

    private OptionalInt notice(CaseFile file) {
        var objections = switch (fate) {
            case OBJECTED -> Objections.REJECTED;
            case LEFT_UNDER_OBJECTION -> Objections.LEFT_OPEN;
            default -> Objections.NONE;
        };
        return notice(
                file,
                objections,
                () -> stage.cast().reviewer(random),
                () -> stage.cast().ombudsman(random),
                "经核查，入驻协议与社保记录一致，异议不成立（演示）。");
    }

    private OptionalInt decide(CaseFile file, LocalDate today) {
        var document = "演示科〔%d〕%d号".formatted(today.getYear(), 1 + random.nextInt(90));
        if (file.proposal() == Proposal.GRANT) {
            done(stage.offices().deciders().grant().grant(stage.cast().decider(random), id, ticket(file), document));
            return OptionalInt.empty();
        }
        if (!heard) {
            return hear(file);
        }
        done(stage.offices().deciders().refuse().refuse(stage.cast().decider(random), id, ticket(file), document));
        return OptionalInt.empty();
    }

    /** The applicant is told why refusal is intended, and says what there is to say. */
    private OptionalInt hear(CaseFile file) {
        heard = true;
        var why = List.of(RefusalReason.of(RefusalGround.VISIT, "实际在驻团队不能核实到规定数量（演示）。"));
        done(stage.offices().deciders().refuse().tell(stage.cast().decider(random), id, ticket(file), why));
        var told = stage.cases().find(id).orElseThrow();
        done(stage.offices().deciders().refuse().answer(operator, id, ticket(told), "部分团队外出参赛，名单属实，请再核实（演示）。"));
        return in(2, 5);
    }
}
