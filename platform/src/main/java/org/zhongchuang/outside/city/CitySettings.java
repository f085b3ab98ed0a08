package org.zhongchuang.outside.city;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What kind of demonstration this is.
 *
 * @param enabled whether this is one at all
 * @param spaces how many makerspaces apply during the history
 * @param seed the same seed makes the same city
 */
@ConfigurationProperties("zhongchuang.demonstration")
record CitySettings(boolean enabled, int spaces, long seed) {}
