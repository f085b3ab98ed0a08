package org.zhongchuang.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Text;

/** A form that arrived after its sender's session had ended. Files are not kept. */
public record UnsentForm(String path, ArrayList<Field> fields) implements Serializable {

    static final String KEPT = "unsent-form";
    private static final List<String> NOT_KEPT = List.of("_csrf", "password");

    /** What the fields people lose most are called. */
    private static final Map<String, Text> LABELS = Map.of(
            "name", Text.of("名称或姓名", "Name"),
            "openedOn", Text.of("对外运营日期", "Open since"),
            "address", Text.of("地址", "Address"),
            "introduction", Text.of("简介", "Introduction"),
            "opinion", Text.of("意见", "Opinion"),
            "notes", Text.of("记录", "Notes"),
            "reasons", Text.of("理由", "Reasons"),
            "comment", Text.of("评审意见", "Comment"),
            "resolution", Text.of("审定意见", "Resolution"),
            "reply", Text.of("答复", "Reply"));

    /** One field as typed. */
    public record Field(String name, String value) implements Serializable {

        public Text label() {
            return LABELS.getOrDefault(name, Text.of("所填内容（" + name + "）", "Field " + name));
        }

        /** Whether a reader would know it: choices and identifiers are sent again without being shown. */
        public boolean isWritten() {
            return LABELS.containsKey(name);
        }
    }

    static UnsentForm of(HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                for (var value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return new UnsentForm(request.getRequestURI(), fields);
    }
}
