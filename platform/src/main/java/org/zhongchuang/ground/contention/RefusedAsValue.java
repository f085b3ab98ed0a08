package org.zhongchuang.ground.contention;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhongchuang.ground.kernel.Constraint;
import org.zhongchuang.ground.kernel.OnlyTried;
import org.zhongchuang.ground.kernel.Refusal;
import org.zhongchuang.ground.kernel.Refused;

/**
 * The edge of every use case: a refusal that was thrown inside, or a rule of the schema that was broken, undoes the
 * transaction and becomes the result. The result's type has a static {@code refused} that takes one of its reasons, an
 * enum, or one that stands for the same rule; what none of its reasons stands for is a fault and goes on. An act that
 * is only tried is undone in the same way.
 */
final class RefusedAsValue implements MethodInterceptor {

    @Override
    public @Nullable Object invoke(MethodInvocation act) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return act.proceed();
        }
        try {
            return act.proceed();
        } catch (OnlyTried tried) {
            return tried.result();
        } catch (Refused refused) {
            var maker = makerOf(act.getMethod().getReturnType());
            var reason = maker.flatMap(one -> reasonFor(one.getParameterTypes()[0], refused.reason()));
            if (reason.isEmpty()) {
                throw refused;
            }
            return make(maker.orElseThrow(), reason.get());
        } catch (DataIntegrityViolationException broken) {
            var maker = makerOf(act.getMethod().getReturnType());
            var reason = maker.flatMap(one -> reasonFor(one.getParameterTypes()[0], broken));
            if (reason.isEmpty()) {
                throw broken;
            }
            return make(maker.orElseThrow(), reason.get());
        }
    }

    private static Optional<Method> makerOf(Class<?> result) {
        return Stream.of(result.getDeclaredMethods())
                .filter(one -> one.getName().equals("refused")
                        && Modifier.isStatic(one.getModifiers())
                        && one.getParameterCount() == 1
                        && one.getParameterTypes()[0].isEnum()
                        && Refusal.class.isAssignableFrom(one.getParameterTypes()[0]))
                .findFirst();
    }

    /** The reason itself, or the one of the result that stands for the same rule of the schema. */
    private static Optional<Refusal> reasonFor(Class<?> reasons, Refusal thrown) {
        return reasons.isInstance(thrown)
                ? Optional.of(thrown)
                : thrown.constraints().stream()
                        .flatMap(name -> reasonFor(reasons, name).stream())
                        .findFirst();
    }

    private static Optional<Refusal> reasonFor(Class<?> reasons, RuntimeException broken) {
        return Constraint.brokenBy(broken).flatMap(name -> reasonFor(reasons, name));
    }

    private static Optional<Refusal> reasonFor(Class<?> reasons, String rule) {
        return Stream.of(reasons.getEnumConstants())
                .map(Refusal.class::cast)
                .filter(one -> one.constraints().contains(rule))
                .findFirst();
    }

    private static Object make(Method maker, Refusal reason) throws Throwable {
        try {
            return maker.invoke(null, reason);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
