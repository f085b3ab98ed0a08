package org.zhongchuang.law.policy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Which policies the city works by.
 *
 * @param policies a folder with a folder for each pack; the packs that ship where there is none
 * @param demonstration whether values that no authority has set may stand in, labelled
 */
@ConfigurationProperties("zhongchuang")
record PolicySettings(
        @Nullable Path policies,
        @Name("demonstration.enabled") boolean demonstration) {}
