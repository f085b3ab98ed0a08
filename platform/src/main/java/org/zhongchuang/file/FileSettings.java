package org.zhongchuang.file;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where files lie and how personal data is sealed.
 *
 * @param data the data folder of this installation
 * @param personalDataKey the 256-bit key of personal data, hexadecimal, kept outside the database
 */
@ConfigurationProperties("zhongchuang")
record FileSettings(Path data, String personalDataKey) {}
