package org.zhongchuang.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Refused;

/** A form does its work once, and its number stands for nothing else. */
class FormsDoneTests extends TestCity {

    @Autowired
    private AuditLog audit;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager manager;

    private final FormId form = FormId.fresh();

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    @Test
    void theSameFormOfTheSamePersonDoesItsWorkOnce() {
        var officer = actor("city1");

        assertThat(audit.isDone(officer, form, "test.act", "thing")).isFalse();
        assertThat(audit.isFirst(officer, form, "test.act", "thing")).isTrue();
        assertThat(audit.isDone(officer, form, "test.act", "thing")).isTrue();
        assertThat(audit.isFirst(officer, form, "test.act", "thing")).isFalse();
    }

    @Test
    void itsNumberWithAnotherPersonActOrThingIsRefused() {
        var officer = actor("city1");
        audit.isFirst(officer, form, "test.act", "thing");

        assertThatThrownBy(() -> audit.isFirst(actor("city2"), form, "test.act", "thing"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(FormUsed.FORM_USED));
        assertThatThrownBy(() -> audit.isFirst(officer, form, "test.other", "thing"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> audit.isDone(officer, form, "test.act", "other"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void ofManyThatAreSentAtOnceOneIsTheFirst() throws Exception {
        var officer = actor("city1");
        var transaction = new TransactionTemplate(manager);
        Callable<Boolean> send =
                () -> Boolean.TRUE.equals(transaction.execute(_ -> audit.isFirst(officer, form, "test.act", "thing")));
        var first = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(Collections.nCopies(4, send))) {
                first += one.get() ? 1 : 0;
            }
        }
        assertThat(first).isOne();
    }

    @Test
    void whatIsUndoneLeavesTheFormAsIfItHadNotBeenSent() {
        var officer = actor("city1");
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            audit.isFirst(officer, form, "test.act", "thing");
            status.setRollbackOnly();
        });

        assertThat(audit.isFirst(officer, form, "test.other", "thing")).isTrue();
    }
}
