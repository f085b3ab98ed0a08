package org.zhongchuang.outside.city;

import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Register.FindingOf;
import org.zhongchuang.records.registry.SubjectId;

/** What an officer has found out of some firms: size, certificates. */
@Component
record FirmMarks(Register register, Cast cast, Times times, JdbcClient jdbc) {

    /** Of so many firms, the first by name. */
    void give(Random random, int most) {
        var officer = cast.officer(Role.CITY_OFFICER, "", 1);
        jdbc.sql(
                        "select id from registry.public_subject where kind = 'ENTERPRISE' and code is not null order by name limit :most")
                .param("most", most)
                .query((row, _) -> new SubjectId(row.getObject("id", UUID.class)))
                .list()
                .forEach(firm -> {
                    var luck = random.nextInt(10);
                    if (luck < 4) {
                        register.record(
                                officer,
                                firm,
                                new FindingOf(
                                        "science_sme",
                                        "演示科小%d-%d".formatted(times.year(1), random.nextInt(9999)),
                                        times.day(1, 5, 1),
                                        times.day(2, 12, 31),
                                        "省级备案名单（演示）"),
                                FormId.fresh());
                    }
                    if (luck == 0) {
                        register.record(
                                officer,
                                firm,
                                new FindingOf(
                                        "high_tech",
                                        "演示GR%d%06d".formatted(times.year(1), random.nextInt(999_999)),
                                        times.day(1, 11, 21),
                                        times.day(4, 11, 20),
                                        "证书（演示）"),
                                FormId.fresh());
                    }
                    register.record(
                            officer,
                            firm,
                            new FindingOf("size", luck < 7 ? "micro" : "small", times.day(1, 1, 1), null, "统计口径（演示）"),
                            FormId.fresh());
                });
    }
}
