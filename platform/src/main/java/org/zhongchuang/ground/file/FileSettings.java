package org.zhongchuang.ground.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.zhongchuang.installation.keys.Key;
import org.zhongchuang.installation.keys.KeyRing;

/**
 * Where files lie and how personal data is sealed.
 *
 * @param data the data folder of this installation
 * @param files the folder of the files; several servers share one. Without it, {@code files} in the data folder
 * @param personalDataKey the 256-bit keys of personal data, hexadecimal, the first in use, kept outside the database
 * @param recognitionKey the key by which a person is recognised; without it, the oldest key of personal data
 */
@ConfigurationProperties("zhongchuang")
record FileSettings(
        Path data,
        @Nullable Path files,
        String personalDataKey,
        @DefaultValue("") String recognitionKey) {

    Path folder() {
        return files == null ? data.resolve("files") : files;
    }

    KeyRing personalData() {
        return KeyRing.read(personalDataKey);
    }

    Key recognition() {
        return recognitionKey.isBlank()
                ? personalData().oldest()
                : KeyRing.read(recognitionKey).current();
    }
}
