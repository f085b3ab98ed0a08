package org.zhongchuang.ground.identity;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed: Argon2id; what bcrypt hashed before is still known and hashed anew at the next sign-in. */
@Configuration(proxyBeanMethods = false)
class Hashing {

    /** The parameters OWASP recommends: 19 MiB, two passes, one lane. */
    private static final int KIBIBYTES = 19 * 1024;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = new InTurn(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIBIBYTES, PASSES),
                Runtime.getRuntime().availableProcessors());
        var bcrypt = new BCryptPasswordEncoder();
        var encoder = new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2, "bcrypt", bcrypt));
        encoder.setDefaultPasswordEncoderForMatches(bcrypt);
        return encoder;
    }

    /** Lets so many hash at a time as there are processors, so that a crowd signing in costs time and not memory. */
    private static final class InTurn implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final Semaphore places;

        InTurn(PasswordEncoder encoder, int places) {
            this.encoder = encoder;
            this.places = new Semaphore(places, true);
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            places.acquireUninterruptibly();
            try {
                return encoder.encode(password);
            } finally {
                places.release();
            }
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            places.acquireUninterruptibly();
            try {
                return encoder.matches(password, hash);
            } finally {
                places.release();
            }
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
