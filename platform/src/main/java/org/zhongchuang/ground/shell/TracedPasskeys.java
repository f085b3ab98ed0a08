package org.zhongchuang.ground.shell;

import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.zhongchuang.ground.audit.SignInTrace;

/** Passkeys whose use is written down. The library publishes no events for them, unlike for passwords. */
final class TracedPasskeys implements WebAuthnRelyingPartyOperations {

    private final WebAuthnRelyingPartyOperations passkeys;
    private final SignInTrace trace;

    TracedPasskeys(WebAuthnRelyingPartyOperations passkeys, SignInTrace trace) {
        this.passkeys = passkeys;
        this.trace = trace;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return passkeys.createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        var credential = passkeys.registerCredential(request);
        trace.came(request.getCreationOptions().getUser().getName(), "passkey.register");
        return credential;
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return passkeys.createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        try {
            var person = passkeys.authenticate(request);
            trace.came(person.getName(), "sign-in.passkey");
            return person;
        } catch (RuntimeException e) {
            trace.failed("", "sign-in.failed-passkey");
            throw e;
        }
    }
}
