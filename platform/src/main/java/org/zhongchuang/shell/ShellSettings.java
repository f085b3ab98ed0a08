package org.zhongchuang.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation presents itself.
 *
 * @param enabled whether this is a demonstration: clock bar, demo accounts, labelled data
 * @param origin the address people reach the site at, which passkeys are bound to; empty for this machine
 */
@ConfigurationProperties("zhongchuang.demonstration")
record ShellSettings(boolean enabled, @DefaultValue("") String origin) {}
