package org.zhongchuang.file;

/** The kinds of file that are accepted, by what they hold, not by what they are called. */
public enum MediaKind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    /** Lines of values; taken in only where a table is asked for. */
    TABLE("text/csv");

    private final String mediaType;

    MediaKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
