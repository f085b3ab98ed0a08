package org.zhongchuang.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pack may give a step to any office, and nothing in the program has to be changed for it. */
class RightsTests {

    @ParameterizedTest
    @EnumSource
    void whoeverMayHoldAStepHandlesACaseByTheirTurnOfficeOrArea(Role role) {
        var rights = Rights.of(role);

        if (role.mayHoldSteps()) {
            assertThat(rights.ties(Deed.HANDLE, Thing.CASE)).isNotEmpty();
            assertThat(rights.ties(Deed.SEE, Thing.CASE)).isNotEmpty();
        } else if (role != Role.EXPERT) {
            assertThat(rights.ties(Deed.HANDLE, Thing.CASE)).isSubsetOf(Tie.OWNER);
        }
    }
}
