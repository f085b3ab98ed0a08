package org.zhongchuang.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A form that arrived after its sender's session had ended. Files are not kept. */
public record UnsentForm(String path, ArrayList<Field> fields) implements Serializable {

    static final String KEPT = "unsent-form";
    private static final List<String> NOT_KEPT = List.of("_csrf", "password");

    /** One field as typed. */
    public record Field(String name, String value) implements Serializable {}

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
