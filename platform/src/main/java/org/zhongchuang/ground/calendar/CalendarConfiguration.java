package org.zhongchuang.ground.calendar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.zhongchuang.engine.calendar.WorkingDays;

/** The clock, and the scheduler that lets due things happen. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    static CityClock clock() {
        return new CityClock(Clock.system(CityClock.ZONE));
    }

    @Bean
    static WorkingDays workingDays() {
        return WorkingDays.official();
    }

    /** Each work is a task of its own: done a minute after the last time, on whichever node is first. */
    @Bean
    static List<Task<?>> tasks(ObjectProvider<DueWork> works, DueWorks due) {
        return works.orderedStream().<Task<?>>map(work -> task(work, due)).toList();
    }

    static Task<?> task(DueWork work, DueWorks due) {
        return Tasks.recurring(work.about().id(), FixedDelay.ofMinutes(1)).execute((_, _) -> due.settle(work));
    }

    @Bean
    static Beginning beginning(Scheduler scheduler, WorkSettings settings) {
        return new Beginning(scheduler, settings);
    }

    /** Lets the scheduler begin when everything else has, a demonstration's filling too. */
    static final class Beginning implements DbSchedulerStarter {

        private final Scheduler scheduler;
        private final WorkSettings settings;

        Beginning(Scheduler scheduler, WorkSettings settings) {
            this.scheduler = scheduler;
            this.settings = settings;
        }

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            doStart();
        }

        @Override
        public void doStart() {
            if (settings.enabled()) {
                scheduler.start();
            }
        }
    }
}
