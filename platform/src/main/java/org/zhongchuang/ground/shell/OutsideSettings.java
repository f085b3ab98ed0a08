package org.zhongchuang.ground.shell;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the site, and who may speak for them.
 *
 * @param address the site's address as people type it, {@code https://zc.example.gov.cn}; empty when they reach this
 *     machine directly. With {@code https} a proxy in front ends TLS, and cookies are kept to it
 * @param proxies the addresses, or ranges such as {@code 10.1.2.0/24}, whose {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto} are believed. Empty: nobody's, or this machine's own once the address is {@code https}
 */
@ConfigurationProperties("zhongchuang.outside")
record OutsideSettings(
        @DefaultValue("") String address, @DefaultValue List<String> proxies) {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1/128");

    OutsideSettings {
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
            throw new IllegalArgumentException(
                    "zhongchuang.outside.address: https://主机名 / https://HOST, 不是 / not: " + address);
        }
    }

    boolean isSecure() {
        return address.startsWith("https://");
    }

    /** The address passkeys are bound to. */
    String origin(int port) {
        return address.isEmpty() ? "http://localhost:" + port : address;
    }

    /** Whose forwarded headers are believed; empty for nobody's. */
    List<String> believed() {
        return proxies.isEmpty() && isSecure() ? THIS_MACHINE : proxies;
    }
}
