package org.zhongchuang.ground.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;
import org.zhongchuang.ground.kernel.Refused;

/** What is refused inside a use case is undone and becomes its result. */
class RefusedAsValueTests extends TestCity {

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private JdbcClient jdbc;

    private boolean kept;

    /** What came of writing a name down. */
    public sealed interface Writing {

        record Done() implements Writing {}

        record NotDone(Reason reason) implements Writing {}

        enum Reason implements Refusal {
            TOO_SHORT(Set.of()),
            THERE_ALREADY(Set.of("a_name_once"));

            private final Set<String> constraints;

            Reason(Set<String> constraints) {
                this.constraints = constraints;
            }

            @Override
            public Text text() {
                return Text.of("不行", "no");
            }

            @Override
            public Set<String> constraints() {
                return constraints;
            }
        }

        static Writing refused(Reason reason) {
            return new NotDone(reason);
        }
    }

    /** A reason of another module. */
    private enum Foreign implements Refusal {
        REASON;

        @Override
        public Text text() {
            return Text.of("别处", "elsewhere");
        }
    }

    /** A use case. */
    interface UseCase {

        Writing run();
    }

    private UseCase useCase(Supplier<Writing> act) {
        var transactions = new TransactionTemplate(manager);
        var factory = new ProxyFactory((UseCase) () -> transactions.execute(_ -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    kept = status == STATUS_COMMITTED;
                }
            });
            return act.get();
        }));
        factory.setInterfaces(UseCase.class);
        factory.addAdvice(new RefusedAsValue());
        return (UseCase) factory.getProxy();
    }

    private int broken(String constraint) {
        return jdbc.sql("do $$ begin raise exception 'no' using errcode = 'check_violation', constraint = '%s'; end $$"
                        .formatted(constraint))
                .update();
    }

    @Test
    void aRefusalThrownInsideBecomesTheResultAndUndoesWhatWasDone() {
        var useCase = useCase(() -> {
            throw new Refused(Writing.Reason.TOO_SHORT);
        });

        assertThat(useCase.run()).isEqualTo(Writing.refused(Writing.Reason.TOO_SHORT));
        assertThat(kept).isFalse();
    }

    @Test
    void aBrokenRuleOfTheSchemaBecomesTheReasonThatStandsForIt() {
        var useCase = useCase(() -> {
            broken("a_name_once");
            return new Writing.Done();
        });

        assertThat(useCase.run()).isEqualTo(Writing.refused(Writing.Reason.THERE_ALREADY));
        assertThat(kept).isFalse();
    }

    @Test
    void whatNoReasonStandsForIsAFault() {
        assertThatThrownBy(() -> useCase(() -> {
                            broken("another_rule");
                            return new Writing.Done();
                        })
                        .run())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> useCase(() -> {
                            throw new Refused(Foreign.REASON);
                        })
                        .run())
                .isInstanceOf(Refused.class);
        assertThat(kept).isFalse();
    }

    @Test
    void aPartOfALargerActEndsTheWholeOfIt() {
        var part = useCase(() -> {
            throw new Refused(Writing.Reason.TOO_SHORT);
        });

        assertThatThrownBy(() -> new TransactionTemplate(manager).execute(_ -> part.run()))
                .isInstanceOf(Refused.class);
        assertThat(kept).isFalse();
    }

    @Test
    void whatWasDoneIsKept() {
        assertThat(useCase(Writing.Done::new).run()).isEqualTo(new Writing.Done());
        assertThat(kept).isTrue();
    }
}
