package org.zhongchuang.ground.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Happened;

/** Writes down what {@code access} tells: it stands below this module and cannot write itself. */
@Component
class AccessTrace {

    private final AuditLog log;

    AccessTrace(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void hear(Happened one) {
        one.person()
                .ifPresentOrElse(
                        person -> log.recordOf(person, one.act(), one.subject(), one.detail()),
                        () -> log.recordWithoutActor(one.act(), one.subject(), one.detail()));
    }
}
