package org.zhongchuang.ground.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a demonstration does without.
 *
 * @param enabled whether this is a demonstration: one click signs in, nobody has a second factor, no proof grows old
 */
@ConfigurationProperties("zhongchuang.demonstration")
record IdentitySettings(boolean enabled) {}
