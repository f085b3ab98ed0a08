package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Names;
import org.zhongchuang.outside.city.Purposes;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectKind;

/** What graduates who found something claim in the second year, with accounts of their own. */
@Component
@Order(3)
class FounderClaims implements LaterChapter {

    private static final int FOUNDERS = 42;

    /** In a small city there are fewer: of makerspaces that apply, one founder to so many. */
    private static final int SPACES_A_FOUNDER = 3;

    /** From which number on names belong to founders and their teams. */
    private static final int TEAM_NAMES = 500;

    private static final int FOUNDER_NAMES = 22_000;

    private final Stage stage;
    private final ClaimDesk desk;
    private final Accounts accounts;
    private final EnterSubject subjects;
    private final Register register;

    FounderClaims(Stage stage, ClaimDesk desk, Accounts accounts, EnterSubject subjects, Register register) {
        this.stage = stage;
        this.desk = desk;
        this.accounts = accounts;
        this.subjects = subjects;
        this.register = register;
    }

    @Override
    public void plan(Turns turns, long seed) {
        turns.once(spring(), _ -> founders(turns, new Random(seed + 2)));
    }

    private LocalDate spring() {
        return stage.times().day(2, 3, 20);
    }

    private void founders(Turns turns, Random random) {
        var counties = stage.counties();
        var left = Purposes.ofSeveralOffices(stage.purposes().forFounders())
                .map(FounderClaims::reviews)
                .orElse(List.of());
        founderClaims(turns, accounts.appointmentsOf("founder").getFirst(), "", random);
        for (int i = 0; i < Math.min(FOUNDERS, stage.spaces() / SPACES_A_FOUNDER); i++) {
            var area = counties.get(random.nextInt(counties.size())).code();
            var name = Names.person(FOUNDER_NAMES + i);
            var founder = stage.cast()
                    .applicant(
                            "founder%02d".formatted(i + 1),
                            name,
                            Role.FOUNDER,
                            area,
                            Names.team(TEAM_NAMES + i),
                            Optional.empty());
            var entry = new EnterSubject.Entry(SubjectKind.PERSON, name, area, "", null);
            if (subjects.enter(stage.cast().officer(Role.CITY_OFFICER, "", 0), entry)
                    instanceof Registering.Done(var subject)) {
                register.link(subject, founder.person());
                founderClaims(turns, founder, i < left.size() ? left.get(i) : "", random);
            }
        }
    }

    /** The steps at which an office looks at it: at each of them one waits when the doors open. */
    private static List<String> reviews(Programme programme) {
        return programme.filed().steps().stream()
                .filter(step -> step.does() == StepKind.REVIEW)
                .map(Programme.Step::step)
                .toList();
    }

    /** @param left the step at which what several offices look at lies when the doors open; empty where it goes on */
    private void founderClaims(Turns turns, Actor founder, String left, Random random) {
        var all = stage.purposes().forFounders();
        var joint = Purposes.ofSeveralOffices(all);
        all.stream()
                .filter(one -> joint.filter(one::equals).isEmpty())
                .forEach(one -> turns.add(
                        spring().plusDays(8 + random.nextInt(240)),
                        ClaimStory.byLuck(stage, desk, Claim.byExample(stage, founder, one, random), random)));
        joint.ifPresent(programme -> {
            if (random.nextInt(5) > 0 || !left.isEmpty()) {
                var day = spring().plusDays(60 + random.nextInt(270));
                turns.add(
                        left.isEmpty() ? day : stage.times().day(3, 2, 12),
                        ClaimStory.byLuck(stage, desk, Claim.byExample(stage, founder, programme, random), random)
                                .leftAt(left));
            }
        });
    }
}
