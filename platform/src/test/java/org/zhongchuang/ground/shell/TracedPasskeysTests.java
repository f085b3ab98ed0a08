package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientOutputs;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.audit.FrequentActs;
import org.zhongchuang.ground.audit.SignInTrace;

/** The use of a passkey is written down, whatever the library makes of it. */
class TracedPasskeysTests extends TestCity {

    private static final PublicKeyCredentialUserEntity PERSON = ImmutablePublicKeyCredentialUserEntity.builder()
            .name("expert01")
            .id(Bytes.random())
            .displayName("expert01")
            .build();

    @Autowired
    private SignInTrace trace;

    @Autowired
    private FrequentActs frequent;

    @Autowired
    private JdbcClient jdbc;

    private long before;

    /** An act with the login of who did it. */
    private record Written(String act, String login) {}

    @BeforeEach
    void rememberWhereTheRecordEnds() {
        frequent.settle();
        before = jdbc.sql("select max(id) from audit.entry").query(Long.class).single();
    }

    @Test
    void oneThatLetsSomebodyInIsWrittenDown() {
        assertThat(passkeys(true).authenticate(attempt())).isEqualTo(PERSON);

        assertThat(written()).containsExactly(new Written("sign-in.passkey", "expert01"));
    }

    @Test
    void oneThatDoesNotIsWrittenDownWithoutANameAndStaysRefused() {
        assertThatThrownBy(() -> passkeys(false).authenticate(attempt())).isInstanceOf(BadCredentialsException.class);

        assertThat(written()).containsExactly(new Written("sign-in.failed-passkey", ""));
    }

    @Test
    void aNewOneIsWrittenDownOnceItIsKept() {
        var request = new Registration(
                PublicKeyCredentialCreationOptions.builder().user(PERSON).build());

        assertThatThrownBy(() -> passkeys(false).registerCredential(request)).isInstanceOf(IllegalStateException.class);
        assertThat(written()).isEmpty();

        passkeys(true).registerCredential(request);
        assertThat(written()).containsExactly(new Written("passkey.register", "expert01"));
    }

    private TracedPasskeys passkeys(boolean right) {
        return new TracedPasskeys(new Library(right), trace);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The library's builder forgets its own type.
    private static RelyingPartyAuthenticationRequest attempt() {
        return new RelyingPartyAuthenticationRequest(
                PublicKeyCredentialRequestOptions.builder()
                        .challenge(Bytes.random())
                        .rpId("localhost")
                        .build(),
                PublicKeyCredential.<AuthenticatorAssertionResponse>builder()
                        .id("a passkey")
                        .type(PublicKeyCredentialType.PUBLIC_KEY)
                        .rawId(Bytes.random())
                        .response(AuthenticatorAssertionResponse.builder()
                                .authenticatorData(Bytes.random())
                                .signature(Bytes.random())
                                .clientDataJSON(Bytes.random())
                                .userHandle(PERSON.getId())
                                .build())
                        .clientExtensionResults(new ImmutableAuthenticationExtensionsClientOutputs(List.of()))
                        .build());
    }

    private List<Written> written() {
        return jdbc.sql(
                        "select e.act, coalesce(p.login, '') from audit.entry e left join access.person p on p.id = e.person where e.id > :before order by e.id")
                .param("before", before)
                .query((row, _) -> new Written(row.getString(1), row.getString(2)))
                .list();
    }

    private record Registration(PublicKeyCredentialCreationOptions getCreationOptions)
            implements RelyingPartyRegistrationRequest {

        @Override
        public PublicKeyCredentialCreationOptions getCreationOptions() {
            return getCreationOptions;
        }

        @Override
        public RelyingPartyPublicKey getPublicKey() {
            throw new UnsupportedOperationException();
        }
    }

    /** In the place of the library: every passkey is right, or none. */
    private record Library(boolean right) implements WebAuthnRelyingPartyOperations {

        @Override
        public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
                PublicKeyCredentialCreationOptionsRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
                PublicKeyCredentialRequestOptionsRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
            if (!right) {
                throw new IllegalStateException("the challenge is another");
            }
            return ImmutableCredentialRecord.builder()
                    .credentialId(Bytes.random())
                    .userEntityUserId(PERSON.getId())
                    .publicKey(new ImmutablePublicKeyCose(Bytes.random().getBytes()))
                    .label("")
                    .build();
        }

        @Override
        public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
            if (!right) {
                throw new BadCredentialsException("the signature is another's");
            }
            return PERSON;
        }
    }
}
