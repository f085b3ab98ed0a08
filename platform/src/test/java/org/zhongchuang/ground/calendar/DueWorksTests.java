package org.zhongchuang.ground.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Text;

class DueWorksTests extends TestCity {

    @Autowired
    DueWorks city;

    @Autowired
    WorkRecord record;

    @Autowired
    OneByOne oneByOne;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    /** A work of this test; what it does is told when it is made. */
    private record Work(String id, Runnable act) implements DueWork {

        @Override
        public About about() {
            return new About(id, Text.of("试验", "A trial"), Text.of("试验", "A trial"));
        }

        @Override
        public void settle() {
            act.run();
        }

        @Override
        public Optional<LocalDate> nextDue() {
            return Optional.empty();
        }
    }

    private static final class Later extends Waits {

        Later() {
            super(Text.of("某值尚未设定", "a value that is not set"), "/parameters/some_value");
        }
    }

    private DueWorks works(DueWork... works) {
        var beans = new StaticListableBeanFactory();
        for (var work : works) {
            beans.addBean(work.about().id(), work);
        }
        return new DueWorks(
                beans.getBeanProvider(DueWork.class), beans.getBeanProvider(Scheduler.class), record, clock);
    }

    @AfterEach
    void forgetTrials() {
        jdbc.sql("delete from calendar.work where work like 'trial-%'").update();
        jdbc.sql("delete from calendar.work_failure where work like 'trial-%'").update();
        jdbc.sql("delete from calendar.scheduled_work where task_name like 'trial-%'")
                .update();
    }

    @Test
    void everyWorkOfTheCityGoesWell() {
        city.settle();

        assertThat(city.states()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(state -> {
            assertThat(state.failures()).as(state.about().id()).isZero();
            assertThat(state.waits()).isEmpty();
            assertThat(state.lastSuccess()).isPresent();
        });
    }

    @Test
    void aWorkThatFailsStopsNoOtherAndIsWrittenDown() {
        var done = new ArrayList<String>();
        var works = works(
                new Work("trial-first", () -> {
                    throw new IllegalArgumentException("the ledger is\nupside down");
                }),
                new Work("trial-second", () -> done.add("second")));

        works.settle();
        works.settle();

        assertThat(done).containsExactly("second", "second");
        var first = works.states().getFirst();
        assertThat(first.failures()).isEqualTo(2);
        assertThat(first.failure()).isEqualTo("IllegalArgumentException: the ledger is upside down");
        assertThat(first.lastSuccess()).isEmpty();
        assertThat(first.keepsFailing()).isFalse();
        assertThat(record.failures(1000))
                .filteredOn(one -> one.work().equals("trial-first"))
                .hasSize(2);
        assertThat(works.states().getLast().failures()).isZero();
    }

    @Test
    void aWorkThatWentWellAgainHasNotFailedInARow() {
        var broken = new AtomicInteger(WorkState.MANY_FAILURES);
        var works = works(new Work("trial-mended", () -> {
            if (broken.getAndDecrement() > 0) {
                throw new IllegalStateException("broken");
            }
        }));

        for (int i = 0; i < WorkState.MANY_FAILURES; i++) {
            works.settle();
        }
        assertThat(works.states().getFirst().keepsFailing()).isTrue();
        works.settle();

        var state = works.states().getFirst();
        assertThat(state.failures()).isZero();
        assertThat(state.lastFailure()).isPresent();
        assertThat(record.failures(1000))
                .filteredOn(one -> one.work().equals("trial-mended"))
                .hasSize(WorkState.MANY_FAILURES);
    }

    @Test
    void aWorkThatWaitsHasNotFailedAndSaysForWhat() {
        var works = works(new Work("trial-waiting", () -> {
            throw new Later();
        }));

        works.settle();
        var since = works.states().getFirst().waits().orElseThrow().since();
        works.settle();

        var state = works.states().getFirst();
        assertThat(state.failures()).isZero();
        assertThat(record.failures(1000))
                .filteredOn(one -> one.work().equals("trial-waiting"))
                .isEmpty();
        assertThat(state.waits().orElseThrow()).satisfies(wait -> {
            assertThat(wait.since()).isEqualTo(since);
            assertThat(wait.missing().zh()).isEqualTo("某值尚未设定");
            assertThat(wait.address()).isEqualTo("/parameters/some_value");
        });
    }

    @Test
    void onlyTheLastHundredFailuresAreKept() {
        var works = works(new Work("trial-broken", () -> {
            throw new IllegalStateException("broken");
        }));

        for (int i = 0; i < 103; i++) {
            works.settle();
        }

        assertThat(record.failures(1000))
                .filteredOn(one -> one.work().equals("trial-broken"))
                .hasSize(100);
        assertThat(works.states().getFirst().failures()).isEqualTo(103);
    }

    @Test
    void ofManyThingsOneThatFailsHoldsUpNoOther() {
        var known = UUID.randomUUID().toString();

        assertThatThrownBy(() -> oneByOne.each(List.of("trial-a", "trial-b", "trial-c"), work -> {
                    jdbc.sql(
                                    "insert into calendar.work_failure (work, at, message, node) values (:work, now(), :known, '')")
                            .param("work", work)
                            .param("known", known)
                            .update();
                    if (work.equals("trial-b")) {
                        throw new IllegalStateException("b");
                    }
                    if (work.equals("trial-c")) {
                        throw new IllegalStateException("c");
                    }
                }))
                .hasMessage("b")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

        assertThat(jdbc.sql("select work from calendar.work_failure where message = :known")
                        .param("known", known)
                        .query(String.class)
                        .list())
                .containsExactly("trial-a");
    }

    @Test
    void ofTwoNodesOneDoesTheWork() throws InterruptedException {
        var runs = new AtomicInteger();
        var bothHaveLooked = new CountDownLatch(6);
        var began = new CountDownLatch(1);
        var one = node("one", runs, began, bothHaveLooked);
        var other = node("other", runs, began, bothHaveLooked);

        one.start();
        other.start();
        var wereThere = began.await(60, TimeUnit.SECONDS) && bothHaveLooked.await(60, TimeUnit.SECONDS);
        one.stop();
        other.stop();

        assertThat(wereThere).isTrue();
        assertThat(runs).hasValue(1);
    }

    /** A scheduler of its own over the same table; its work lasts until both have looked for work three times. */
    private Scheduler node(String name, AtomicInteger runs, CountDownLatch began, CountDownLatch bothHaveLooked) {
        var task = Tasks.recurring("trial-shared", FixedDelay.ofHours(1)).execute((_, _) -> {
            runs.incrementAndGet();
            began.countDown();
            await(bothHaveLooked);
        });
        var looks = new AtomicInteger();
        return Scheduler.create(database)
                .startTasks(task)
                .tableName("calendar.scheduled_work")
                .schedulerName(() -> name)
                .pollingInterval(Duration.ofMillis(20))
                .threads(2)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType type) {
                        if (type == SchedulerEventType.RAN_EXECUTE_DUE && looks.incrementAndGet() <= 3) {
                            bothHaveLooked.countDown();
                        }
                    }
                })
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
