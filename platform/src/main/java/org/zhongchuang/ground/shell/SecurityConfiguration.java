package org.zhongchuang.ground.shell;

import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.zhongchuang.ground.audit.SignInTrace;

/** Sign-in, forgery protection and headers. Who may call which page is the {@link Gate}'s business. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** No page of ours uses a device of the visitor's. */
    private static final String NO_DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()";

    private static final String CONTENT_POLICY = """
            default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; \
            base-uri 'none'; form-action 'self'; frame-ancestors 'none'""";

    /** For what the server answers by itself: not even a style. */
    static final String NOTHING_BUT_TEXT =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The brake works inside the security chain, not a second time in front of it. */
    @Bean
    FilterRegistrationBean<SignInBrake> brakeOnce(SignInBrake brake) {
        var registration = new FilterRegistrationBean<>(brake);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations jdbc) {
        return new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    }

    @Bean
    UserCredentialRepository passkeyCredentials(JdbcOperations jdbc) {
        return new JdbcUserCredentialRepository(jdbc);
    }

    /** A passkey counts as two proofs, what one has and what one knows or is, so the device must check its owner. */
    @Bean
    WebAuthnRelyingPartyOperations passkeyChecks(
            PublicKeyCredentialUserEntityRepository owners,
            UserCredentialRepository passkeys,
            PasskeyOrigin origin,
            SignInTrace trace) {
        var city = PublicKeyCredentialRpEntity.builder()
                .id(origin.host())
                .name("Zhongchuang 众创")
                .build();
        var checks = new Webauthn4JRelyingPartyOperations(owners, passkeys, city, Set.of(origin.origin()));
        checks.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        checks.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return new TracedPasskeys(checks, trace);
    }

    /** The library keeps the session's name when a passkey signs in; here each proof gives the session a new one. */
    private static ObjectPostProcessor<WebAuthnAuthenticationFilter> withANewSessionName() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
                return filter;
            }
        };
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, PasskeyOrigin origin, SignInBrake brake, ForgeryTokens tokens, Entrance entrance)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .exceptionHandling(failing -> failing.accessDeniedHandler(ProblemPages::deny))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .failureHandler((request, response, _) -> response.sendRedirect(AfterSignIn.again(request)))
                        .successHandler(
                                (request, response, _) -> response.sendRedirect(AfterSignIn.destination(request))))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .webAuthn(passkeys -> passkeys.rpName("Zhongchuang 众创")
                        .rpId(origin.host())
                        .allowedOrigins(Set.of(origin.origin()))
                        .disableDefaultRegistrationPage(true)
                        .withObjectPostProcessor(withANewSessionName()))
                .addFilterAfter(new PasskeyGuard(entrance), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(brake, UsernamePasswordAuthenticationFilter.class)
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }
}
