package org.zhongchuang.ground.kernel;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Which rule of the schema said no: its name, which is a sentence, and never the words of the message. */
public final class Constraint {

    private Constraint() {}

    /** The name of the constraint that was broken; empty where the failure is another one. */
    public static Optional<String> brokenBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return Optional.ofNullable(refused.getServerErrorMessage()).map(ServerErrorMessage::getConstraint);
            }
        }
        return Optional.empty();
    }
}
