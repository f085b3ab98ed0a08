package org.zhongchuang.ground.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the installation presents itself.
 *
 * @param enabled whether this is a demonstration: clock bar, demo accounts, labelled data
 */
@ConfigurationProperties("zhongchuang.demonstration")
record ShellSettings(boolean enabled) {}
