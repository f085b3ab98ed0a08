package org.zhongchuang.installation.backup;

import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself: its first entry.
 *
 * @param product the version that kept it
 * @param mode {@code serve} or {@code demo}; empty for a folder from before there were modes
 * @param postgres the major version of the database, 0 where the city runs its own and the database is not inside
 * @param migration the newest migration of the database
 * @param begun when it was begun, by the clocks of Shanghai
 */
public record About(String product, String mode, int postgres, String migration, String begun) {

    static final String ENTRY = "backup.json";
    private static final int FORM = 1;

    byte[] written() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("form", FORM);
        fields.put("product", product);
        fields.put("mode", mode);
        fields.put("postgres", postgres);
        fields.put("migration", migration);
        fields.put("begun", begun);
        return JsonMapper.shared().writeValueAsBytes(fields);
    }

    static About read(byte[] bytes) {
        try {
            var fields = JsonMapper.shared().readTree(bytes);
            if (fields.path("form").asInt(0) != FORM) {
                throw new BackupRefused(
                        "这份备份由更新的版本写成，请用那个版本恢复。",
                        "This backup was written by a newer version; restore it with that one.");
            }
            return new About(
                    fields.path("product").asString(""),
                    fields.path("mode").asString(""),
                    fields.path("postgres").asInt(0),
                    fields.path("migration").asString(""),
                    fields.path("begun").asString(""));
        } catch (JacksonException _) {
            throw BackupRefused.damaged(ENTRY);
        }
    }
}
