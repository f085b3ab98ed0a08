package org.zhongchuang.procedure.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Amendment.Open;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.ground.calendar.OneByOne;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Edition;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;

/**
 * Goes through the applications that are open under an edition of before, and lets each be judged by the rules that the
 * last amendment since then asks for. Where that is whatever is better for the applicant, both are tried each time, as
 * long as the case is open: what is found out of it meanwhile may make the other one better.
 */
@Service
class OpenCases implements DueWork {

    private final Policies policies;
    private final CaseFiles files;
    private final CaseFacts facts;
    private final Transitions transitions;
    private final OneByOne oneByOne;
    private final JdbcClient jdbc;

    OpenCases(
            Policies policies,
            CaseFiles files,
            CaseFacts facts,
            Transitions transitions,
            OneByOne oneByOne,
            JdbcClient jdbc) {
        this.policies = policies;
        this.files = files;
        this.facts = facts;
        this.transitions = transitions;
        this.oneByOne = oneByOne;
        this.jdbc = jdbc;
    }

    @Override
    public About about() {
        return new About(
                "transition",
                Text.of("修改后的规定", "Amended rules"),
                Text.of(
                        "文件修改后，还没有决定的申报件按修改文件的要求衔接。",
                        "After an amendment, applications that are open go on as the amending document asks."));
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    /** Applications that are open and were filed under one edition. */
    private record Group(String edition, String programme) {}

    @Override
    public void settle() {
        for (var group : groups()) {
            var since = since(group.edition(), group.programme());
            if (!since.isEmpty() && since.getLast().open() != Open.OLD) {
                oneByOne.each(cases(group), id -> goOn(id, since.getLast()));
            }
        }
    }

    /** The amendments that hold today and did not when an application was filed under an edition. */
    List<Amendment> since(String edition, String programme) {
        var since = new ArrayList<>(
                policies.amendmentsOf(policies.current().home(programme).id()));
        since.removeAll(amendments(edition));
        return since;
    }

    /** By the edition that a case was filed under, also where it is judged by another one now. */
    private List<Group> groups() {
        return jdbc.sql("""
                        select distinct coalesce(t.filed_under, c.edition) edition, c.programme
                          from casework.public_case_file c left join transition.change t on t.case_file = c.id
                         where c.filed_on is not null and c.holder is not null
                        """)
                .query((row, _) -> new Group(row.getString("edition"), row.getString("programme")))
                .list();
    }

    private List<Amendment> amendments(String edition) {
        return policies.edition(edition).map(Edition::amendments).orElse(List.of());
    }

    private List<CaseId> cases(Group group) {
        return jdbc.sql("""
                        select c.id from casework.public_case_file c left join transition.change t on t.case_file = c.id
                         where c.filed_on is not null and c.holder is not null
                           and c.programme = :programme and coalesce(t.filed_under, c.edition) = :edition
                         order by c.id
                        """)
                .param("programme", group.programme())
                .param("edition", group.edition())
                .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    void goOn(CaseId id, Amendment amendment) {
        files.lock(id).filter(file -> file.holder() != null).ifPresent(file -> {
            var filedUnder = transitions.filedUnder(id).orElse(file.edition());
            if (!policies.current().programmes().containsKey(file.programme())) {
                return;
            }
            var now = policies.pin(file.programme());
            var chosen = amendment.open() == Open.NEW || isBetter(file, now, filedUnder) ? now : filedUnder;
            if (!chosen.equals(file.edition())) {
                transitions.keep(id, filedUnder, amendment);
                files.judgeBy(file, chosen);
                var document = amendment.document().number();
                files.record(id, chosen.equals(now) ? Act.RULES_CHANGED : Act.RULES_KEPT, null, document, null);
            }
        });
    }

    /** Whether the one edition brings the applicant more than the other, by what is known of the case now. */
    private boolean isBetter(CaseFile file, String one, String other) {
        return worth(file, one) > worth(file, other);
    }

    /** What an edition makes of a case, to be compared: granted before open before refused, then the amount. */
    private long worth(CaseFile file, String edition) {
        var rules = policies.edition(edition, file.programme()).pack().within(policies.current());
        var filed = file.filedOn();
        if (filed == null || !rules.programmes().containsKey(file.programme())) {
            return Long.MIN_VALUE;
        }
        var findings = rules.evaluate(
                file.programme(),
                filed,
                Answers.values(rules.facts(), facts.answers(file.id())),
                policies.isDemonstration());
        return switch (findings.outcome()) {
            case GRANTED -> findings.amount().orElse(Fen.ZERO).value() + 1;
            case UNDECIDED -> 0;
            case REFUSED -> -unmet(findings);
        };
    }

    /** How many conditions are not met; one at least. */
    private static long unmet(Findings findings) {
        return Math.max(
                1,
                findings.all().stream().filter(Finding.Unmet.class::isInstance).collect(Collectors.counting()));
    }
}
