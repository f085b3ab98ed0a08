package org.zhongchuang.grants.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.SubjectId;

/** Tenants whose agreements hang on a space. */
@Service
public class TenantsAffected {

    private final JdbcClient jdbc;
    private final Clock clock;

    TenantsAffected(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a change of its recognition would touch, in words; empty where nobody is in. */
    public List<Text> by(SubjectId space) {
        var tenants = jdbc.sql("""
                        select count(distinct subject) from evidence.public_entry
                         where space = :space and kind = 'AGREEMENTS' and voided_at is null and day <= :today and (until is null or until >= :today)
                        """)
                .param("space", space.value())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
        return tenants == 0
                ? List.of()
                : List.of(
                        Text.of(
                                "在驻团队和企业 " + tenants + " 家：入驻协议继续有效，与认定相关的补贴资格随认定终止",
                                tenants
                                        + " tenants: their agreements go on, but support that hangs on recognition ends with it"));
    }
}
