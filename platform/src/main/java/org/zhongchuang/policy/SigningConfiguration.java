package org.zhongchuang.policy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of this installation. */
@Configuration
class SigningConfiguration {

    @Bean
    SigningKey signingKey(@Value("${zhongchuang.decision-key}") String secret) {
        return new SigningKey(secret);
    }
}
