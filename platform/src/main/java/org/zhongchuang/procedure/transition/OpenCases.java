package org.zhongchuang.procedure.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** An application that is open, with the edition it was filed under, also where another one judges it now. */
    private record Filed(CaseId id, String programme, String edition) {}

    /** An application whose rules an amendment changed since it was filed. */
    private record Touched(CaseId id, Amendment last) {}

    @Override
    public void settle() {
        var amended = policies.current().documents().stream()
                .anyMatch(one -> !policies.amendmentsOf(one.id()).isEmpty());
        if (!amended) {
            return;
        }
        var known = new HashMap<String, List<Amendment>>();
        var touched = new ArrayList<Touched>();
        for (var one : filed()) {
            var since = known.computeIfAbsent(
                    one.programme() + " " + one.edition(), _ -> since(one.edition(), one.programme()));
            if (!since.isEmpty() && since.getLast().open() != Open.OLD) {
                touched.add(new Touched(one.id(), since.getLast()));
            }
        }
        oneByOne.each(touched, one -> goOn(one.id(), one.last()));
    }

    /** The amendments that hold today and did not when an application was filed under an edition. */
    List<Amendment> since(String edition, String programme) {
        var had = policies.edition(edition).stream()
                .flatMap(one -> one.amendments().stream())
                .map(Amendment::pack)
                .toList();
        return policies.amendmentsOf(policies.current().home(programme).id()).stream()
                .filter(one -> !had.contains(one.pack()))
                .toList();
    }

    private List<Filed> filed() {
        return jdbc.sql("""
                        select c.id, c.programme, coalesce(t.filed_under, c.edition) edition
                          from casework.public_case_file c left join transition.change t on t.case_file = c.id
                         where c.filed_on is not null and c.holder is not null order by c.id
                        """)
                .query((row, _) -> new Filed(
                        new CaseId(row.getObject("id", UUID.class)),
                        row.getString("programme"),
                        row.getString("edition")))
                .list();
    }

    /** Lets a case be judged as the last amendment since its filing asks. */
    void goOn(CaseId id, Amendment amendment) {
        files.lock(id)
                .filter(file ->
                        file.holder() != null && policies.current().programmes().containsKey(file.programme()))
                .ifPresent(file -> goOn(file, amendment));
    }

    private void goOn(CaseFile file, Amendment amendment) {
        var filedUnder = transitions.filedUnder(file.id()).orElse(file.edition());
        // A case that goes by the amended rules keeps the values with which it came to them.
        var amended = since(file.edition(), file.programme()).isEmpty()
                ? file.edition()
                : policies.current().home(file.programme()).edition();
        var chosen = switch (amendment.open()) {
            case OLD -> filedUnder;
            case NEW -> amended;
            case BETTER -> isBetter(file, amended, filedUnder) ? amended : filedUnder;
        };
        if (chosen.equals(file.edition())) {
            return;
        }
        transitions.keep(file.id(), filedUnder, amendment);
        files.judgeBy(file, chosen.equals(amended) ? policies.pin(file.programme()) : filedUnder);
        files.record(
                file.id(),
                chosen.equals(amended) ? Act.RULES_CHANGED : Act.RULES_KEPT,
                null,
                amendment.document().number(),
                null);
    }

    /** Whether the one edition brings the applicant more than the other, by what is known of the case now. */
    private boolean isBetter(CaseFile file, String one, String other) {
        var answers = facts.answers(file.id());
        return worth(file, one, answers) > worth(file, other, answers);
    }

    /** What an edition makes of a case, to be compared: granted before open before refused, then the amount. */
    private long worth(CaseFile file, String edition, Map<String, String> answers) {
        var rules = policies.edition(edition, file.programme()).pack().within(policies.current());
        var filed = file.filedOn();
        if (filed == null || !rules.programmes().containsKey(file.programme())) {
            return Long.MIN_VALUE;
        }
        var findings = rules.evaluate(
                file.programme(), filed, Answers.values(rules.facts(), answers), policies.isDemonstration());
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
