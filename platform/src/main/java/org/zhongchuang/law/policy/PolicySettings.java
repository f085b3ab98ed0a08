package org.zhongchuang.law.policy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Which policies the city works by.
 *
 * @param policies a folder with a folder for each pack; the packs that ship where there is none
 * @param shipped where these lie among what ships
 * @param demonstration whether values that no authority has set may stand in, labelled
 */
@ConfigurationProperties("zhongchuang")
record PolicySettings(
        @Nullable Path policies,
        @DefaultValue("policies") String shipped,
        @Name("demonstration.enabled") boolean demonstration) {}
