package org.zhongchuang.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.access.Accounts;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Role;
import org.zhongchuang.administration.Appointing.Appointment;
import org.zhongchuang.administration.Appointing.Reason;
import org.zhongchuang.administration.Appointing.Result;

/** Giving people their accounts and appointments. */
class AppointingTests extends TestCity {

    @Autowired
    private Appointing appointing;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Accounts accounts;

    private final String login = "a" + UUID.randomUUID().toString().substring(0, 8);

    private Actor administrator() {
        return accounts.appointmentsOf("administrator").getFirst();
    }

    private Result appoint(Role role, String password) {
        return appointing.appoint(administrator(), new Appointment(login, "演示人", password, "演示·新单位", role, "330402"));
    }

    @Test
    void aNewPersonGetsAnAccountAndAKnownOneAnotherRole() {
        assertThat(appoint(Role.MENTOR, "long-enough-1")).isInstanceOf(Result.Appointed.class);
        assertThat(appoint(Role.INVESTOR, "")).isInstanceOf(Result.Appointed.class);

        assertThat(accounts.appointmentsOf(login))
                .extracting(Actor::role)
                .containsExactlyInAnyOrder(Role.MENTOR, Role.INVESTOR);
    }

    @Test
    void theSameAppointmentTwiceAndAShortPasswordAreRefused() {
        assertThat(appoint(Role.MENTOR, "short")).isEqualTo(new Result.Refused(Reason.PASSWORD));
        appoint(Role.MENTOR, "long-enough-1");

        assertThat(appoint(Role.MENTOR, "long-enough-1")).isEqualTo(new Result.Refused(Reason.HELD_ALREADY));
    }

    @Test
    void anEndedAppointmentOpensNothingAnyMore() {
        var appointed = ((Result.Appointed) appoint(Role.MENTOR, "long-enough-1")).actor();

        appointing.end(administrator(), appointed.appointment());

        assertThat(accounts.appointmentsOf(login)).isEmpty();
    }

    @Test
    void theLinkOfTheFirstAdministratorIsDeadOnceThereIsOne() {
        assertThat(first.admits("anything")).isFalse();
        assertThat(appointing.appointFirst(
                        new Appointment(login, "另一人", "long-enough-1", "演示·单位", Role.ADMINISTRATOR, "330400")))
                .isEqualTo(new Result.Refused(Reason.HELD_ALREADY));
    }
}
