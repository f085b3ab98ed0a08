package org.zhongchuang.ground.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.TestCity;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.procedure.decision.DecideCase;

/** Acts that collide are done again, whole, and not for ever. */
class DoneAgainTests extends TestCity {

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DecideCase decide;

    @Autowired
    private Budgets budgets;

    /** An act with a paper that it may read. */
    interface Act {

        int run(Object paper);
    }

    /** The act in a transaction of its own, behind what does it again. */
    private Act inFrontOf(IntSupplier act) {
        var transactions = new TransactionTemplate(manager);
        var factory = new ProxyFactory((Act) _ -> transactions.execute(_ -> act.getAsInt()));
        factory.setInterfaces(Act.class);
        factory.addAdvice(new DoneAgain());
        return (Act) factory.getProxy();
    }

    private IntSupplier undone(String state, int times, AtomicInteger tries) {
        return () -> {
            if (tries.incrementAndGet() <= times) {
                jdbc.sql("do $$ begin raise exception 'undone' using errcode = '%s'; end $$".formatted(state))
                        .update();
            }
            return tries.get();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void whatTheDatabaseUndidIsDoneAgain(String state) {
        assertThat(inFrontOf(undone(state, 2, new AtomicInteger())).run("")).isEqualTo(3);
    }

    @Test
    void whatSomebodyElseWroteAtTheSameMomentIsSeenTheSecondTimeAndBreaksNoThird() {
        assertThat(inFrontOf(undone("23505", 1, new AtomicInteger())).run("")).isEqualTo(2);
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> inFrontOf(undone("23505", 100, tries)).run(""))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void nobodyTriesForEver() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> inFrontOf(undone("40P01", 100, tries)).run(""))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(tries).hasValue(DoneAgain.MOST_TRIES);
    }

    @Test
    void whatReadsAStreamOrIsPartOfALargerActIsNotDoneAgain() {
        var reading = new AtomicInteger();
        assertThatThrownBy(() -> inFrontOf(undone("40P01", 1, reading)).run(InputStream.nullInputStream()))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(reading).hasValue(1);

        var part = new AtomicInteger();
        assertThatThrownBy(() -> new TransactionTemplate(manager)
                        .execute(_ -> inFrontOf(undone("40P01", 1, part)).run("")))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(part).hasValue(1);
    }

    @Test
    void twoWhoWaitForEachOtherAreBothServed() throws Exception {
        var barrier = new CyclicBarrier(2);
        var tries = List.of(new AtomicInteger(), new AtomicInteger());
        try (var executor = Executors.newFixedThreadPool(2)) {
            var both = List.of(0, 1).stream()
                    .map(one -> executor.submit(() -> inFrontOf(() -> {
                                lock(one);
                                if (tries.get(one).incrementAndGet() == 1) {
                                    meet(barrier);
                                }
                                lock(1 - one);
                                return 7;
                            })
                            .run("")))
                    .toList();
            for (var act : both) {
                assertThat(act.get()).isEqualTo(7);
            }
        }
        assertThat(tries.get(0).get() + tries.get(1).get()).isEqualTo(3);
    }

    @Test
    void theyStandInFrontOfEveryTransaction() {
        assertThat(List.of(decide, budgets))
                .allSatisfy(bean -> assertThat(Stream.of(((Advised) bean).getAdvisors())
                                .limit(2)
                                .map(Advisor::getAdvice))
                        .hasExactlyElementsOfTypes(RefusedAsValue.class, DoneAgain.class));
    }

    private void lock(int which) {
        jdbc.sql("select pg_advisory_xact_lock(815, :which)")
                .param("which", which)
                .query((_, _) -> true)
                .single();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
