package org.zhongchuang.ground.file;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.installation.keys.KeyRing;
import org.zhongchuang.installation.keys.KeysDoNotFit;
import org.zhongchuang.installation.keys.KnownKeys;
import org.zhongchuang.installation.keys.Purpose;

/** The seal of this installation, with keys that the database knows. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    static Seal seal(FileSettings settings, KnownKeys known, JdbcClient jdbc) {
        var seal = new Seal(settings.personalData(), settings.recognition());
        if (known.isUnknown(Purpose.PERSONAL_DATA)) {
            // Sealed before the database knew its keys: the first texts tell whether these are the ones.
            opensWhatIsThere(seal, jdbc);
        }
        known.check(Purpose.PERSONAL_DATA, settings.personalData(), _ -> "");
        known.check(Purpose.RECOGNITION, new KeyRing(java.util.List.of(settings.recognition())), _ -> "");
        return seal;
    }

    private static void opensWhatIsThere(Seal seal, JdbcClient jdbc) {
        for (var column : SealedColumn.ALL) {
            column.any(jdbc).ifPresent(row -> {
                try {
                    seal.open(row.sealed(), column.name(), row.id());
                } catch (IllegalStateException _) {
                    throw new KeysDoNotFit(
                            "数据库中已封存的个人信息用给出的密钥打不开（%s），因此不启动，什么也没有改动。请从备份恢复 secrets 文件夹。".formatted(column.name()),
                            "The personal data in the database does not open with the key that is given (%s), so nothing starts and nothing was changed. Put the folder \"secrets\" back from a backup."
                                    .formatted(column.name()));
                }
            });
        }
    }
}
