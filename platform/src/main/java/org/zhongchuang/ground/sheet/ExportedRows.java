package org.zhongchuang.ground.sheet;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** How many rows the present answer takes out of the house; whoever writes a list tells it when the list is whole. */
public final class ExportedRows {

    public static final String COUNT = ExportedRows.class.getName();

    private ExportedRows() {}

    public static void count(long rows) {
        var attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null) {
            attributes.setAttribute(COUNT, rows, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
