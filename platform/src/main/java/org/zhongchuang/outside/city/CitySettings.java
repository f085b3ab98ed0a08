package org.zhongchuang.outside.city;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What kind of demonstration this is.
 *
 * @param enabled whether this is one at all
 * @param spaces how many makerspaces apply during the history of a city with nine counties
 * @param seed the same seed makes the same city
 * @param told whether its history is told: that of a city that ships is, that of packs which somebody brings is not
 * @param years how many years of the policy the city has lived through when it opens its doors: 1 or 2
 */
@ConfigurationProperties("zhongchuang.demonstration")
public record CitySettings(
        boolean enabled,
        int spaces,
        long seed,
        @DefaultValue("true") boolean told,
        @DefaultValue("1") int years) {

    /** Checks the number of years. */
    public CitySettings {
        if (years < 1 || years > 2) {
            throw new IllegalArgumentException("a demonstration lives one year or two, not " + years);
        }
    }

    boolean hasSecondYear() {
        return years > 1;
    }
}
