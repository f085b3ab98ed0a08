package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a visitor gets while the database is away. */
class OutageTests {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    private MockHttpServletResponse answer(String path, FilterChain pages) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        new Outage(beans.getBeanProvider(DatabaseWatch.class))
                .doFilter(new MockHttpServletRequest("GET", path), response, pages);
        return response;
    }

    @Test
    void everybodyIsAnsweredAtOnceWithWhenToComeBack() throws ServletException, IOException {
        beans.registerSingleton("watch", (DatabaseWatch) () -> true);

        var response = answer("/desk", (_, _) -> {
            throw new AssertionError("nobody asks the database");
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).contains("请稍等片刻", "one moment please", "http-equiv=\"refresh\"");
    }

    @Test
    void healthSaysByItselfHowThingsAre() throws ServletException, IOException {
        beans.registerSingleton("watch", (DatabaseWatch) () -> true);
        var asked = new AtomicBoolean();

        answer("/health/live", (_, _) -> asked.set(true));

        assertThat(asked).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03"})
    void aConnectionThatBreaksInTheMiddleIsAnsweredTheSameWay(String state) throws ServletException, IOException {
        var response = answer("/desk", (_, _) -> {
            throw new ServletException(new IllegalStateException(new SQLException("gone", state)));
        });

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void aPoolThatGivesNoConnectionIsAnsweredTheSameWay() throws ServletException, IOException {
        var response = answer("/desk", (_, _) -> {
            throw new CannotCreateTransactionException("none", new SQLTransientConnectionException("timed out"));
        });

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void aTransactionThatCannotEvenBeRolledBackIsAnsweredTheSameWay() throws ServletException, IOException {
        var ending = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        ending.initApplicationException(
                new DataAccessResourceFailureException("insert", new SQLException("gone", "08006")));

        assertThat(answer("/desk", (_, _) -> {
                            throw new ServletException(ending);
                        })
                        .getStatus())
                .isEqualTo(503);
        assertThat(answer("/desk", (_, _) -> {
                            throw new TransactionSystemException(
                                    "JDBC commit failed", new SQLException("Connection is closed"));
                        })
                        .getStatus())
                .isEqualTo(503);
    }

    @Test
    void aRuleThatBrokeBeforeTheRollbackFailedIsNoOutage() {
        var ending = new TransactionSystemException("JDBC rollback failed", new SQLException("not now", "25P02"));
        ending.initApplicationException(new IllegalStateException("a fault of ours"));

        assertThatThrownBy(() -> answer("/desk", (_, _) -> {
                    throw new ServletException(ending);
                }))
                .isInstanceOf(ServletException.class);
    }

    @Test
    void anotherFaultStaysWhatItIs() {
        assertThatThrownBy(() -> answer("/desk", (_, _) -> {
                    throw new ServletException(new SQLException("a rule of the schema", "23514"));
                }))
                .isInstanceOf(ServletException.class);
    }
}
