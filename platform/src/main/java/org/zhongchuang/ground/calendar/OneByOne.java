package org.zhongchuang.ground.calendar;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Does many things, each in a transaction of its own: one that cannot be done does not hold up the others. */
@Component
public class OneByOne {

    private final TransactionTemplate transactions;

    OneByOne(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Does it to every one.
     *
     * @throws RuntimeException that of the first one that failed, once all have been tried, with those of the others as
     *     suppressed; one that waits is told only where none has failed
     */
    public <T> void each(Collection<T> things, Consumer<T> act) {
        var failed = new LinkedHashSet<RuntimeException>();
        var waiting = new LinkedHashSet<Waits>();
        for (var thing : things) {
            try {
                transactions.executeWithoutResult(_ -> act.accept(thing));
            } catch (Waits e) {
                waiting.add(e);
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            var first = failed.removeFirst();
            failed.forEach(first::addSuppressed);
            throw first;
        }
        if (!waiting.isEmpty()) {
            throw waiting.getFirst();
        }
    }
}
