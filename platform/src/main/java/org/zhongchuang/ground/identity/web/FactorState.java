package org.zhongchuang.ground.identity.web;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.identity.Authenticators;
import org.zhongchuang.ground.identity.SecondFactors;
import org.zhongchuang.ground.identity.SessionSettings;
import org.zhongchuang.ground.identity.Threshold;

/** What a page says of somebody's second factors, and of how long a session of theirs lasts. */
@Component
public class FactorState {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SessionSettings settings;
    private final Threshold threshold;
    private final Authenticators authenticators;

    FactorState(
            Accounts accounts,
            SecondFactors factors,
            SessionSettings settings,
            Threshold threshold,
            Authenticators authenticators) {
        this.accounts = accounts;
        this.factors = factors;
        this.settings = settings;
        this.threshold = threshold;
        this.authenticators = authenticators;
    }

    /**
     * The second factors of a person.
     *
     * @param offered whether this installation has them; a demonstration does not
     * @param needed whether the person must have one
     * @param idle after so long without a request their session ends
     * @param lifetime after so long it ends in any case
     */
    public record Factors(
            boolean offered,
            boolean needed,
            boolean authenticator,
            boolean passkey,
            int recoveryCodes,
            Duration idle,
            Duration lifetime) {}

    Factors of(Actor actor) {
        var needed = Threshold.needsFactor(accounts.appointmentsOf(actor.login()));
        return new Factors(
                !threshold.isDemonstration(),
                needed,
                factors.hasAuthenticator(actor.login()),
                factors.hasPasskey(actor.login()),
                authenticators.recoveryCodesLeft(actor.person()),
                needed ? settings.officialIdle() : settings.idle(),
                settings.lifetime());
    }
}
