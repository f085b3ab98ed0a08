package org.zhongchuang.calendar;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** The clock, and the minute hand that lets due things happen. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CalendarConfiguration {

    @Bean
    static CityClock clock() {
        return new CityClock(Clock.system(CityClock.ZONE));
    }

    @Bean
    static MinuteHand minuteHand(ObjectProvider<DueWork> work, JdbcClient jdbc, TransactionOperations transactions) {
        return new MinuteHand(work, jdbc, transactions);
    }

    /** Settles what is due, on one node of the cluster at a time. */
    record MinuteHand(ObjectProvider<DueWork> work, JdbcClient jdbc, TransactionOperations transactions) {

        /** Any constant will do; it names the lock among the advisory locks of this database. */
        private static final long LOCK = 20_151_201;

        @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
        void turn() {
            transactions.executeWithoutResult(_ -> {
                var mine = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                        .param("lock", LOCK)
                        .query(Boolean.class)
                        .single();
                if (mine) {
                    work.orderedStream().forEach(DueWork::settle);
                }
            });
        }
    }
}
