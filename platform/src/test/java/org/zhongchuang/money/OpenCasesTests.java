package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.PackTexts;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.law.policy.StartedWith;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseEvent;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.transition.TransitionWith;
import org.zhongchuang.records.registry.KnownFact;

/** What an amendment means for an application that is open is what the amending document says. */
class OpenCasesTests extends MoneyCity {

    private static final String MATCH = "programmes/award-match.yaml";
    private static final String CASES = "cases/award-match.yaml";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private Amounts amounts;

    /** The work as it is done where a document of before the filing amends the match of awards. */
    private TransitionWith amended(String open, String formula) {
        var changed = Objects.requireNonNull(PackTexts.jiaxingMatching(formula).get(MATCH));
        var packs = Map.of(
                "jiaxing-2015-90",
                Map.copyOf(PackTexts.jiaxing()),
                "test-2016-1",
                PackTexts.amending(open, Map.of(MATCH, changed, CASES, withoutAmounts())));
        return new TransitionWith(StartedWith.packs(packs, beans), beans);
    }

    /** The approved cases of the match, whatever amount it comes to. */
    private static String withoutAmounts() {
        return Objects.requireNonNull(PackTexts.jiaxing().get(CASES)).replaceAll("(?m)^  amount: .*\\n", "");
    }

    private CaseId filed() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        return published(operator, space, match);
    }

    private Fen goOn(CaseId id, TransitionWith work) {
        work.goOn(file(id));
        return amounts.computed(file(id)).orElseThrow();
    }

    @Test
    void byTheOldRulesAnOpenCaseGoesOnAsItWasFiled() {
        var work = amended("old", "upstream_amount * match_ratio * 0.5");
        var id = filed();
        assertThat(work.since(file(id))).extracting(Amendment::open).containsExactly(Amendment.Open.OLD);
        var events = caseFiles.events(id).size();
        assertThat(goOn(id, work)).isEqualTo(AWARD);
        assertThat(caseFiles.events(id)).hasSize(events);
    }

    @Test
    void byTheNewRulesAnOpenCaseIsJudgedByThemWhateverTheyBringAndItsRecordSaysSo() {
        var id = filed();
        assertThat(amounts.computed(file(id))).contains(AWARD);
        assertThat(goOn(id, amended("new", "upstream_amount * match_ratio * 0.5")))
                .isEqualTo(HALF);
        assertThat(caseFiles.events(id)).extracting(CaseEvent::act).contains(Act.RULES_CHANGED);
        var again = caseFiles.events(id).size();
        var edition = file(id).edition();
        goOn(id, amended("new", "upstream_amount * match_ratio * 0.5"));
        assertThat(caseFiles.events(id)).hasSize(again);
        assertThat(file(id).edition()).isEqualTo(edition);
    }

    @Test
    void theBetterRulesAreFoundAnewAsLongAsTheCaseIsOpen() {
        var id = filed();
        var capped = amended("better", "max(upstream_amount * match_ratio * 0.5, 60000.00)");
        assertThat(goOn(id, capped)).isEqualTo(AWARD);

        // Too little is left of the higher award for the old rules to be the better ones.
        facts.keep(id, "upstream_amount", "50000", KnownFact.Source.VERIFIED);
        assertThat(goOn(id, capped)).isEqualTo(Fen.ofYuan(60_000));
        facts.keep(id, "upstream_amount", "100000", KnownFact.Source.VERIFIED);
        assertThat(goOn(id, capped)).isEqualTo(Fen.ofYuan(100_000));
        assertThat(caseFiles.events(id)).extracting(CaseEvent::act).contains(Act.RULES_CHANGED, Act.RULES_KEPT);
    }
}
