package org.zhongchuang.ground.contention;

import java.io.InputStream;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does an act again, from its beginning, when the database undid it because it collided with another one: a deadlock, a
 * serialisation failure, or a row that may be there once and that somebody else wrote at the same moment. Whoever acts
 * is told the outcome, in the words the use case has for it when the other one came first.
 *
 * <p>Only whole transactions are done again, so nothing is done twice. An act that reads a stream is not: what was read
 * is gone.
 */
final class DoneAgain implements MethodInterceptor {

    /** Tries of one act. Each collision leaves at least one other act done, so few come to the third. */
    static final int MOST_TRIES = 5;

    @Override
    public @Nullable Object invoke(MethodInvocation act) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive() || readsOnce(act)) {
            return act.proceed();
        }
        var wasThere = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return ((ProxyMethodInvocation) act).invocableClone().proceed();
            } catch (PessimisticLockingFailureException collision) {
                if (attempt == MOST_TRIES) {
                    throw collision;
                }
            } catch (DuplicateKeyException written) {
                // The second time the other row is there to be seen: what still breaks on it would break for ever.
                if (wasThere) {
                    throw written;
                }
                wasThere = true;
            }
        }
    }

    private static boolean readsOnce(MethodInvocation act) {
        return Arrays.stream(act.getArguments()).anyMatch(InputStream.class::isInstance);
    }
}
