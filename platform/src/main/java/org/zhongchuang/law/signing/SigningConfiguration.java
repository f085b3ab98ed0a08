package org.zhongchuang.law.signing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhongchuang.installation.keys.KeyRing;
import org.zhongchuang.installation.keys.KnownKeys;
import org.zhongchuang.installation.keys.Purpose;

/** The key of this installation; the database knows its public half, also after its secret is gone. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    static SigningKey signingKey(@Value("${zhongchuang.decision-key}") String secrets, KnownKeys known) {
        var ring = KeyRing.read(secrets);
        known.check(Purpose.DECISIONS, ring, key -> new SigningKey(key).published());
        return new SigningKey(ring.current());
    }

    @Bean
    static PublishedKeys publishedKeys(SigningKey current, KnownKeys known) {
        return new PublishedKeys(current, known);
    }
}
