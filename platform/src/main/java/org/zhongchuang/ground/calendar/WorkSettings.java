package org.zhongchuang.ground.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether this node does the work that time brings.
 *
 * @param enabled false for a node that only answers requests; at least one node of a city must do the work
 */
@ConfigurationProperties("zhongchuang.work")
record WorkSettings(@DefaultValue("true") boolean enabled) {}
