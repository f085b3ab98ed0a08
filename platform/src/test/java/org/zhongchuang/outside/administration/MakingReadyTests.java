package org.zhongchuang.outside.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.ServedCity;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.MakingReady.Readied;
import org.zhongchuang.procedure.amendment.AmendParameter;
import org.zhongchuang.procedure.amendment.AmendParameter.Draft;
import org.zhongchuang.procedure.amendment.AmendSheet;
import org.zhongchuang.procedure.amendment.Amending;
import org.zhongchuang.procedure.amendment.Unset;

/** An empty city sees what each programme still needs, and a sheet of values approved by a second person fills it. */
class MakingReadyTests extends ServedCity {

    private static final String PROGRAMME = "space-recognition";

    @Autowired
    private MakingReady makingReady;

    @Autowired
    private AmendSheet sheets;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @Autowired
    private Policies policies;

    @Autowired
    private AmendParameter amending;

    private Readied recognition() {
        return makingReady.programmes().stream()
                .filter(one -> one.programme().id().equals(PROGRAMME))
                .findFirst()
                .orElseThrow();
    }

    private Actor appoint(Role role) {
        var name = "r" + UUID.randomUUID().toString().substring(0, 8);
        var organisation = accounts.addOrganisation("单位" + name, Optional.empty(), "330400");
        return accounts.appoint(
                accounts.addPerson(name, "测试人", "three wooden boats upstream"), role, "330400", organisation);
    }

    @Test
    void aProgrammeIsReadyOnceItsValuesAreSetAndItsOfficesHavePeople() {
        assertThat(recognition().isReady()).isFalse();
        assertThat(recognition().unset()).extracting(Parameter::id).contains("minimum_area", "notice_days");

        var officer = appoint(Role.CITY_OFFICER);
        var decider = appoint(Role.CITY_DECIDER);
        appoint(Role.COUNTY_OFFICER);
        appoint(Role.EXPERT);
        assertThat(recognition().empty()).isEmpty();

        var from = LocalDate.now(clock).plusDays(1);
        var drafts = recognition().unset().stream()
                .map(parameter -> new Draft(
                        parameter.id(), value(parameter).toPlainString(), from.toString(), "测试〔2026〕1号", "开办时设定"))
                .toList();
        var sheet = (AmendSheet.Sheet.Done) sheets.propose(officer, drafts);
        assertThat(sheets.approve(decider, sheet.id())).isInstanceOf(Amending.Done.class);

        assertThat(recognition().isReady()).isTrue();
        assertThat(recognition().from()).isEqualTo(from);
    }

    /**
     * The two pages that tell of them count the same values: those that decisions need, and those of payments,
     * assessment and the like.
     */
    @Test
    void whatIsUnsetIsOneCountInTwoParts() {
        var pack = policies.current();
        var unset = Unset.of(pack);

        assertThat(unset.toDecide())
                .containsExactlyInAnyOrderElementsOf(makingReady.programmes().stream()
                        .flatMap(one -> one.unset().stream())
                        .distinct()
                        .toList());
        assertThat(unset.besides()).isNotEmpty().doesNotContainAnyElementsOf(unset.toDecide());
        assertThat(amending.unset().all()).isEqualTo((int) pack.parameters().values().stream()
                .filter(one ->
                        one.values().stream().allMatch(value -> value.standing() == Parameter.Standing.DEMONSTRATION))
                .count());
    }

    private static BigDecimal value(Parameter parameter) {
        return parameter.values().getLast().is();
    }
}
