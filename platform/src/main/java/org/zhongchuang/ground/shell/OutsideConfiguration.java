package org.zhongchuang.ground.shell;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * What changes when a proxy ends TLS in front: the visitor's address and scheme come from its headers, and cookies
 * travel only over TLS, under names that no neighbouring host can set.
 */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideConfiguration.class);

    /** Browsers accept a cookie of this prefix only over TLS, for the whole site and from this very host. */
    static final String HOST_ONLY = "__Host-";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> believedProxies(OutsideSettings outside) {
        return server -> {
            if (!outside.believed().isEmpty()) {
                var valve = new RemoteIpValve();
                valve.setInternalProxies(String.join(",", outside.believed()));
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setPortHeader("X-Forwarded-Port");
                server.addEngineValves(valve);
            }
        };
    }

    @Bean
    CookieSerializer sessionCookie(OutsideSettings outside) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(named("SESSION", outside));
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(outside.isSecure());
        return cookie;
    }

    /** Names of sessions: 216 random bits, as many as the column holds; ASVS 5.0 7.2.3 asks for 128. */
    @Bean
    SessionIdGenerator sessionNames() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[27];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().encodeToString(bytes);
        };
    }

    @Bean
    ForgeryTokens forgeryTokens(OutsideSettings outside) {
        return new ForgeryTokens(named("XSRF-TOKEN", outside), outside.isSecure());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> warningOfPlainText(OutsideSettings outside, ShellSettings settings) {
        return _ -> {
            if (!outside.isSecure() && !settings.enabled()) {
                LOG.warn(
                        "没有 TLS：密码和资料明文传输，只可用于可信网络；请按运维手册在前面放置代理，并设 ZHONGCHUANG_OUTSIDE_ADDRESS=https://…"
                                + " / No TLS: passwords and papers travel in the clear; put a proxy in front and set ZHONGCHUANG_OUTSIDE_ADDRESS=https://…");
            }
        };
    }

    private static String named(String name, OutsideSettings outside) {
        return outside.isSecure() ? HOST_ONLY + name : name;
    }
}
