package org.zhongchuang.outside.city;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.ObjectionListener;
import org.zhongchuang.procedure.notice.PublicNotice;

/** Those who read public notices and may object to them. */
@Component
public record Citizens(Notices notices, ObjectionListener listener) {

    void object(PublicNotice notice) {
        notices.object(
                notice.id(),
                new Objection.Submission(UUID.randomUUID(), "演示举报人", "演示-000-0000", "反映入驻企业数量不实，与实际不符，请核查（演示）。", null),
                listener);
    }
}
