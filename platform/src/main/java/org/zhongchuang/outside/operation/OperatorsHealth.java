package org.zhongchuang.outside.operation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.transaction.TransactionException;
import org.zhongchuang.ground.calendar.DueWorks;
import org.zhongchuang.ground.calendar.WorkState;
import org.zhongchuang.outside.operation.Readiness.State;

/** The details of health on the management port, for operators only. */
@Configuration(proxyBeanMethods = false)
class OperatorsHealth {

    /** Work that keeps failing warns and takes no node out of service: another node would fail at it too. */
    private static final Status WARNING = new Status("WARNING");

    /** What each filter of the security chain does is not measured; it would cost every page. */
    @Bean
    static SecurityObservationSettings noFiguresOfTheSecurityChain() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static HealthIndicator nodeHealthIndicator(Readiness readiness) {
        return () -> {
            var answer = readiness.ask();
            var health = answer.state() == State.UP ? Health.up() : Health.down();
            return health.withDetails(answer.faults()).build();
        };
    }

    @Bean
    static HealthIndicator workHealthIndicator(DueWorks works, Readiness readiness) {
        return () -> {
            if (readiness.ask().faults().containsKey("database")) {
                return Health.unknown().build();
            }
            try {
                return health(works);
            } catch (DataAccessException | TransactionException e) {
                return Health.unknown()
                        .withDetail("unread", e.getClass().getSimpleName())
                        .build();
            }
        };
    }

    private static Health health(DueWorks works) {
        var states = works.states();
        var health = states.stream().anyMatch(WorkState::keepsFailing) ? Health.status(WARNING) : Health.up();
        for (var state : states) {
            if (state.failures() > 0) {
                health.withDetail(
                        state.about().id(),
                        "failed %d times in a row: %s".formatted(state.failures(), state.failure()));
            }
            state.waits()
                    .ifPresent(wait -> health.withDetail(
                            state.about().id(), "waits for " + wait.missing().en()));
        }
        return health.build();
    }
}
