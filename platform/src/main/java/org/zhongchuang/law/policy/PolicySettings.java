package org.zhongchuang.law.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which policy the city works by.
 *
 * @param pack the pack's folder
 * @param enabled whether this is a demonstration, where values that no authority has set may stand in, labelled
 */
@ConfigurationProperties("zhongchuang.demonstration")
record PolicySettings(@DefaultValue("jiaxing-2015-90") String pack, boolean enabled) {}
