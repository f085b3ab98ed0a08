package org.zhongchuang.ground.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts. Technical limits; a demonstration, whose clock is moved by hand, has none of its own.
 *
 * @param idle after so long without a request a session of the public side ends
 * @param officialIdle the same for people who act for the authorities
 * @param lifetime after so long a session ends whatever its owner does
 * @param fresh so long a proof of who one is counts for money, appointments and what lets people in
 */
@ConfigurationProperties("zhongchuang.sessions")
public record SessionSettings(
        @DefaultValue("4h") Duration idle,
        @DefaultValue("1h") Duration officialIdle,
        @DefaultValue("12h") Duration lifetime,
        @DefaultValue("15m") Duration fresh) {}
